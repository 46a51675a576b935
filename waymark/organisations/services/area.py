"""The beginning of an area: its authority, its helpers, its registers."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from waymark.organisations.languages import Language
from waymark.organisations.models import Authority, Helper, Organisation
from waymark.organisations.services.folder import BadAreaFolder, read_toml
from waymark.organisations.services.organisation_folder import load_organisations
from waymark.organisations.services.register_folder import load_registers

#: The folder beside every area's own that holds the words which name no place.
SHARED_AREA = "england"


@transaction.atomic
def begin_area(folder: Path, *, demonstration: bool = False) -> Authority:
    """Record the authority that this store serves, its helpers and its settings.

    The mark of a demonstration is set here, once, and nowhere else.

    Raises: BadAreaFolder, naming the file and what to do.
    """
    about = read_toml(folder / "area.toml")
    own = _own_organisation(about, folder)
    authority = Authority.objects.create(
        key=_needed(about, "area", "key", folder),
        name=_needed(about, "area", "name", folder),
        council=_needed(about, "area", "council", folder),
        names=_as_text(about.get("names", {})),
        contact=_as_text(about.get("contact", {})),
        urgent=_as_text(about.get("urgent", {})),
        synonyms=_synonyms(folder / "synonyms.toml"),
        languages=_languages(about, folder),
        is_demonstration=demonstration,
        demonstration_words=about.get("demonstration", {}).get("words", ""),
        organisation=own,
    )
    for place in (folder.parent / SHARED_AREA, folder):
        _record_helpers(place / "helpers.toml")
    load_organisations(folder, own)
    load_registers(folder)
    return authority


def _own_organisation(about: dict[str, Any], folder: Path) -> Organisation:
    """The authority as one of the organisations, at which its people hold posts."""
    contact = about.get("contact", {}).get("council", {})
    return Organisation.objects.create(
        kind=Organisation.Kind.AUTHORITY,
        name=_needed(about, "area", "council", folder),
        code=str(about["area"].get("code", "")),
        phone=contact.get("phone", ""),
        email=contact.get("email", ""),
        website=contact.get("website", ""),
    )


def _needed(about: dict[str, Any], table: str, name: str, folder: Path) -> str:
    value = about.get(table, {}).get(name, "")
    if not value:
        raise BadAreaFolder(f"{folder / 'area.toml'} needs {name!r} under [{table}].")
    return str(value)


def _as_text(value: Any) -> Any:
    """The same structure with days written as text, so that it can be stored."""
    if isinstance(value, dict):
        return {key: _as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_text(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def _languages(about: dict[str, Any], folder: Path) -> list[dict[str, str]]:
    """The area's languages, each with a code, a name and the name it gives itself."""
    found = []
    for number, row in enumerate(about["area"].get("languages", []), start=1):
        try:
            language = Language(**row)
        except TypeError as problem:
            raise BadAreaFolder(
                f"{folder / 'area.toml'}, language {number} needs code, name and "
                "own_name, and nothing else."
            ) from problem
        found.append(asdict(language))
    return found


def _synonyms(file: Path) -> list[list[str]]:
    """Groups of local words that mean one thing; none if the area has no such file."""
    if not file.exists():
        return []
    return [list(row["words"]) for row in read_toml(file).get("synonyms", [])]


def _record_helpers(file: Path) -> None:
    if not file.exists():
        return
    for number, about in enumerate(read_toml(file).get("helpers", []), start=1):
        helper = Helper(**about)
        try:
            helper.full_clean()
        except ValidationError as problem:
            faults = "; ".join(
                f"{field}: {' '.join(said)}"
                for field, said in problem.message_dict.items()
            )
            raise BadAreaFolder(f"{file}, helper {number}: {faults}") from problem
        helper.save()
