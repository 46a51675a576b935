"""A process: which event may follow which, who acts, and what "no" opens."""

from dataclasses import dataclass

from waymark.law.events import Kind
from waymark.law.rule import Party


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a process, what it may follow, and what it opens.

    `follows` is empty for an event that may open the process. `may_repeat` says
    that it may happen more than once in an episode. `ends` closes the episode.
    `if_no` names the processes or steps open to a family when this is a "no".
    `informational` marks an event that no rule counts from or is met by.
    """

    kind: Kind
    title: str
    acts: Party
    follows: frozenset[Kind] = frozenset()
    may_repeat: bool = False
    ends: bool = False
    if_no: tuple[str, ...] = ()
    informational: bool = False


@dataclass(frozen=True, slots=True)
class Process:
    """One definition of how a thing runs, from which every face of it is derived.

    `steps` stand in the process's own order, which also settles two events of
    one day. `facts` names what a person may state about the case.
    """

    key: str
    title: str
    steps: tuple[Step, ...]
    facts: tuple[str, ...] = ()
    borrows: tuple[str, ...] = ()
