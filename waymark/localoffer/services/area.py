"""What an area's own folder holds for the directory: records, postcodes, the past.

Every file may be missing. `about.toml` says of each where it came from, under which
licence and whom to credit.
"""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from waymark.localoffer.incoming import NotReadable, json_rows
from waymark.localoffer.models import (
    PastProvision,
    Postcode,
    Source,
    TaxonomyTerm,
)
from waymark.localoffer.record.facts import terms as terms_in
from waymark.localoffer.services.importing import Provenance, import_rows
from waymark.localoffer.services.lists import TermBook, load_lists, set_meaning
from waymark.localoffer.services.sources import source_for
from waymark.localoffer.taxonomies import BY_KEY
from waymark.organisations.services import BadAreaFolder, read_toml

#: The folder inside an area's own.
FOLDER = "local_offer"


@transaction.atomic
def load_area(folder: Path) -> None:
    """Load our lists, and what an area's folder holds for the directory.

    Raises: BadAreaFolder, naming the file and what is wrong, and then nothing was
    loaded.
    """
    load_lists()
    own = folder / FOLDER
    if not (own / "about.toml").exists():
        return
    about = read_toml(own / "about.toml")
    try:
        _load_postcodes(own)
        _load_services(own, about)
        _load_past(own, about)
    except (KeyError, ValueError, NotReadable, csv.Error) as problem:
        raise BadAreaFolder(f"{own}: {problem}") from problem


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, strict=True)


def _load_postcodes(own: Path) -> None:
    file = own / "postcodes.csv"
    if file.exists():
        Postcode.objects.bulk_create(
            (
                Postcode(
                    postcode=row["postcode"],
                    latitude=float(row["latitude"]),
                    longitude=float(row["longitude"]),
                )
                for row in _rows(file)
            ),
            batch_size=1000,
        )


def _load_services(own: Path, about: dict[str, Any]) -> None:
    file = own / "services.json"
    if not file.exists():
        return
    said = about["services"]
    source = source_for(
        said["key"],
        kind=Source.Kind.AREA,
        name=said["name"],
        licence=said["licence"],
        credit=said["credit"],
    )
    records = json_rows(file.read_bytes())
    TermBook().write(term for record in records for term in terms_in(record))
    _load_meanings(about.get("meanings", []))
    outcome = import_rows(
        records, source, provenance=_provenance(own, records, said["checked_on"])
    )
    if outcome.faults:
        raise ValueError(f"{file.name}, {outcome.faults[0]}")


def _provenance(
    own: Path, records: list[Any], checked_on: date
) -> dict[str, Provenance]:
    file = own / "found_in.csv"
    rows = _rows(file) if file.exists() else ()
    pages = {row["id"]: row["found_in"] for row in rows}
    return {
        str(record["id"]): Provenance(pages.get(record["id"], ""), checked_on)
        for record in records
    }


def _load_meanings(meanings: list[dict[str, Any]]) -> None:
    """What the terms of other people's lists amount to in ours."""
    for meaning in meanings:
        term = TaxonomyTerm.objects.filter(
            taxonomy__name=meaning["list"], name=meaning["term"]
        ).first()
        if term is None:
            raise ValueError(f"no record bears {meaning['list']}: {meaning['term']}")
        set_meaning(term.pk, [_ours(each) for each in meaning["ours"]])


def _ours(name: str) -> UUID:
    """The id of one of our terms, named as list/term."""
    key, _, term = name.partition("/")
    if key not in BY_KEY or term not in {each.key for each in BY_KEY[key].terms}:
        raise ValueError(f"{name} is none of our terms")
    return BY_KEY[key].id_of(term)


def _load_past(own: Path, about: dict[str, Any]) -> None:
    for said in about.get("past", []):
        PastProvision.objects.bulk_create(
            PastProvision(year=said["year"], source=said["source"], order=order, **row)
            for order, row in enumerate(_rows(own / said["file"]), start=1)
        )
