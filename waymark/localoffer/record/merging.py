"""Laying what somebody wrote over what others changed meanwhile."""

from typing import Any

Record = dict[str, Any]


def laid_over(began_from: Record, written: Record, now: Record) -> Record:
    """The record as it stands now, with every field that the writer changed.

    A field that only others changed stays as it stands now; one that both changed is
    the writer's, for whoever approves to see. The order of `written` is kept.
    """
    names = [*written, *(name for name in now if name not in written)]
    found: Record = {}
    for name in names:
        theirs = written.get(name) == began_from.get(name)
        value = now.get(name) if theirs else written.get(name)
        if value is not None:
            found[name] = value
    return found
