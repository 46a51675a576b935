"""The organisations that an area's own folder names: boards, services, teams."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError

from waymark.organisations.models import Organisation, Team
from waymark.organisations.services.folder import BadAreaFolder, read_toml
from waymark.organisations.services.organisations import ADDED_BY_HAND
from waymark.today import today

FILE = "organisations.toml"
_HELD = ("name", "code", "phone", "email", "website")
#: What stands in the file for whoever reads it, and is not held.
_READ_ONLY = ("source", "checked_on")
_KNOWN = frozenset({"kind", "part_of", "teams", *_HELD, *_READ_ONLY})


def load_organisations(folder: Path, own: Organisation) -> None:
    """Record what `organisations.toml` names, and the teams of the authority.

    Without the file there is the authority alone. Each organisation says its kind and
    name, where that was read and when; `part_of` names one that stands before it.

    Raises: BadAreaFolder, naming the file and the organisation.
    """
    file = folder / FILE
    if not file.exists():
        return
    about = read_toml(file)
    _begin_teams(own, about.get("teams", []))
    held = {own.name: own}
    for number, said in enumerate(about.get("organisations", []), start=1):
        try:
            made = _organisation(said, held)
        except (KeyError, ValueError, TypeError) as problem:
            raise BadAreaFolder(
                f"{file}, organisation {number}: {problem}"
            ) from problem
        except ValidationError as problem:
            raise BadAreaFolder(
                f"{file}, organisation {number}: {'; '.join(problem.messages)}"
            ) from problem
        held[made.name] = made


def _organisation(said: dict[str, Any], held: dict[str, Organisation]) -> Organisation:
    _require_known(said)
    kind = said["kind"]
    if kind not in {each.value for each in ADDED_BY_HAND}:
        raise ValueError(f"{kind!r} is no kind of organisation that a file names")
    whose = said.get("part_of", "")
    if whose and whose not in held:
        raise ValueError(f"part_of names {whose!r}, which does not stand before it")
    made = Organisation(
        kind=kind,
        part_of=held[whose] if whose else None,
        **{name: said[name] for name in _HELD if name in said},
    )
    made.full_clean()
    made.save()
    _begin_teams(made, said.get("teams", []))
    return made


def _require_known(said: dict[str, Any]) -> None:
    unknown = sorted(said.keys() - _KNOWN)
    if unknown:
        raise ValueError(
            f"{unknown[0]!r} is not known; use {', '.join(sorted(_KNOWN))}"
        )
    for name in ("kind", "name", *_READ_ONLY):
        if not said.get(name):
            raise ValueError(f"needs {name!r}")


def _begin_teams(organisation: Organisation, names: list[str]) -> None:
    Team.objects.bulk_create(
        Team(organisation=organisation, name=name, began_on=today()) for name in names
    )
