"""Answers of the API: pages of a list in their envelope, streams, and refusals."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

Thing = TypeVar("Thing", bound=Model)
Record = dict[str, Any]
#: Turns one page of things into records; a page at a time, so that it may fetch more.
Shown = Callable[[Sequence[Thing]], list[Record]]

A_PAGE = 50
#: More than this is given as this: nobody is refused for asking too much at once.
AT_MOST = 500
#: Least things are small, and the standard asks for all of them on one page.
AT_MOST_OF_LEAST = 100_000
#: So many are read together while a stream runs.
AT_ONCE = 200


class Refused(Exception):
    """The question cannot be answered; the sentence says why. `status` is HTTP's."""

    def __init__(self, says: str, status: int = 400) -> None:
        super().__init__(says)
        self.says, self.status = says, status


def as_json(found: Any, status: int = 200) -> HttpResponse:
    """A record or a page as JSON."""
    words = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(words, content_type="application/json", status=status)


def refusal(says: str, status: int) -> HttpResponse:
    """A refusal, as one sentence in JSON."""
    return as_json({"message": says}, status)


def page_of(
    things: QuerySet[Thing], page: int, per_page: int, shown: Shown[Thing]
) -> Record:
    """One page of a list in the standard's envelope, all eight names of it.

    A page past the end is empty and no mistake. `size` is how many it holds.
    """
    total = things.count()
    pages = -(-total // per_page)
    start = (page - 1) * per_page
    end = start + per_page
    in_two_steps = per_page <= AT_MOST
    held = _some_of(things, start, end) if in_two_steps else list(things[start:end])
    contents = shown(held)
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": page,
        "size": len(contents),
        "first_page": page == 1,
        "last_page": page >= pages,
        "empty": not contents,
        "contents": contents,
    }


def _some_of(things: QuerySet[Thing], start: int, end: int) -> list[Thing]:
    """The things from one place of a list to another, in its order.

    Their ids are put in order first and they are read after that: to sort whole
    records only to leave most of them out takes a second where this takes none.
    """
    ids = list(things.values_list("pk", flat=True)[start:end])
    found = {thing.pk: thing for thing in things.order_by().filter(pk__in=ids)}
    return [found[key] for key in ids if key in found]


def stream_of(things: QuerySet[Thing], shown: Shown[Thing]) -> StreamingHttpResponse:
    """Everything that matches, one record a line, without pages."""
    answer = StreamingHttpResponse(
        _lines(things, shown), content_type="application/x-ndjson"
    )
    answer["Cache-Control"] = "public, max-age=60"
    return answer


def _lines(things: QuerySet[Thing], shown: Shown[Thing]) -> Iterator[str]:
    gathered: list[Thing] = []
    for thing in things.iterator(chunk_size=AT_ONCE):
        gathered.append(thing)
        if len(gathered) == AT_ONCE:
            yield _written(shown(gathered))
            gathered = []
    if gathered:
        yield _written(shown(gathered))


def _written(records: list[Record]) -> str:
    return "".join(
        json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
        for record in records
    )


def each(one: Callable[[Thing], Record]) -> Shown[Thing]:
    """Shows a page of things one by one."""
    return lambda things: [one(thing) for thing in things]


def whole_address(request: HttpRequest, path: str) -> str:
    """A path of ours as an address that stands alone."""
    return request.build_absolute_uri(path)
