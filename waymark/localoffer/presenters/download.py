"""Everything that is published, for whoever wants all of it: as a sheet and as JSON."""

import csv
import io
import json
from collections.abc import Iterator

from waymark.localoffer import queries
from waymark.localoffer.models import Service
from waymark.localoffer.record.sheet import COLUMNS, harmless, row_of

#: The licence of what is written here. A record from elsewhere names its own.
LICENCE = "Open Government Licence v3.0"
LICENCE_ADDRESS = (
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
)
AT_ONCE = 200


def _everything() -> Iterator[Service]:
    """Every published service, by last change. Cost: one query, read in parts."""
    found = queries.published_services().order_by("last_modified", "id")
    return found.iterator(chunk_size=AT_ONCE)


def sheet() -> Iterator[bytes]:
    """The sheet, a part at a time. Its columns are those that an import takes.

    Cells that a spreadsheet would run are made harmless. It begins with a mark by
    which spreadsheets know the letters.
    """
    held = io.StringIO(newline="")
    writer = csv.writer(held)
    writer.writerow(COLUMNS)
    yield b"\xef\xbb\xbf" + _taken(held)
    for number, service in enumerate(_everything(), start=1):
        row = row_of(queries.whole(service), _for_readers(service))
        writer.writerow([harmless(row[name]) for name in COLUMNS])
        if number % AT_ONCE == 0:
            yield _taken(held)
    yield _taken(held)


def _taken(held: io.StringIO) -> bytes:
    words = held.getvalue().encode()
    held.seek(0)
    held.truncate()
    return words


def _for_readers(service: Service) -> dict[str, str]:
    return {
        "checked_on": service.checked_on.isoformat() if service.checked_on else "",
        "found_in": service.found_in,
        "source": service.source.name,
        "licence": service.source.licence or LICENCE,
    }


def page() -> Iterator[bytes]:
    """One page of the API with everything on it, and its licence, a part at a time."""
    total = queries.published_services().count()
    head = {
        "licence": {"name": LICENCE, "url": LICENCE_ADDRESS},
        "total_items": total,
        "total_pages": 1,
        "page_number": 1,
        "size": total,
        "first_page": True,
        "last_page": True,
        "empty": not total,
    }
    yield json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "contents": ['
    between = b"\n"
    for service in _everything():
        record = queries.whole(service)
        yield between + json.dumps(record, ensure_ascii=False).encode()
        between = b",\n"
    yield b"\n]}\n"
