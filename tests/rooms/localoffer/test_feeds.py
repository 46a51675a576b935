"""Other people's feeds, as they really behave."""

from functools import partial

import pytest

from tests.factories.localoffer import a_record
from tests.rooms.gateways.servers import anywhere, question, send, send_json, serving
from waymark.config import command
from waymark.gateways import addresses
from waymark.gateways.fetching import Limits, NotFetched, fetch
from waymark.localoffer import queries
from waymark.localoffer.feeds import Feed
from waymark.localoffer.incoming import NotReadable
from waymark.localoffer.models import Source

pytestmark = pytest.mark.real_time
RECORDS = [a_record(f"Club {number}", cost_options=[]) for number in range(5)]
near = partial(fetch, may_reach=anywhere, limits=Limits(seconds=5))


def read(base):
    return [record["name"] for record in Feed(base, near).read()]


def in_pages(handler, size=2, **promised):
    """A feed that keeps to the standard."""
    _, asked = question(handler)
    start = (int(asked.get("page", 1)) - 1) * size
    page = RECORDS[start : start + size]
    send_json(handler, {"contents": page, **promised})


def everything(handler):
    """A feed that passes over what it is asked and gives all of it every time."""
    send_json(handler, RECORDS)


NAMES = [record["name"] for record in RECORDS]


def test_a_feed_is_read_page_by_page():
    with serving(in_pages) as base:
        assert read(base) == NAMES
        assert read(f"{base}/services") == NAMES
        assert read(f"{base}/services?per_page=3") == NAMES


@pytest.mark.parametrize("promised", [1, 99])
def test_what_a_feed_promises_does_not_matter(promised):
    with serving(partial(in_pages, total_pages=promised)) as base:
        assert read(base) == NAMES


def test_a_feed_that_gives_all_of_it_every_time_ends():
    with serving(everything) as base:
        assert read(base) == NAMES


def test_records_in_short_are_asked_for_one_by_one():
    short = [{"id": r["id"], "name": r["name"], "status": "active"} for r in RECORDS]
    by_id = {record["id"]: record for record in RECORDS}

    def answering(handler):
        path, asked = question(handler)
        key = path.rsplit("/", 1)[1]
        if key == RECORDS[0]["id"]:
            send_json(handler, {}, 404)
        elif key in by_id:
            send_json(handler, by_id[key])
        else:
            send_json(handler, {"contents": short if asked["page"] == "1" else []})

    with serving(answering) as base:
        found = Feed(base, near).read()

    assert found == [short[0], *RECORDS[1:]]


def test_a_feed_that_answers_with_a_fault_is_said():
    with (
        serving(lambda handler: send_json(handler, {}, 500)) as base,
        pytest.raises(NotFetched, match="answers 500"),
    ):
        read(base)


@pytest.mark.parametrize(
    "content", [b"<html>", b"[NaN]", b'{"total": 1}', b"[" * 99999]
)
def test_what_is_no_feed_is_said(content):
    with (
        serving(lambda handler: send(handler, content)) as base,
        pytest.raises(NotReadable),
    ):
        read(base)


# ---- the command --------------------------------------------------------------------


@pytest.fixture
def may_ask_this_machine(monkeypatch):
    monkeypatch.setattr(addresses, "is_public", anywhere)


@pytest.mark.django_db
def test_a_feed_is_imported_with_its_licence_and_again_changes_nothing(
    may_ask_this_machine, capsys
):
    with serving(in_pages) as base:
        words = ["offer", "import", f"{base}/services", "--licence", "OGL"]
        assert command.main(words) == 0
        assert capsys.readouterr().out.startswith("5 new, 0 changed, 0 the same")
        assert command.main(["offer", "import", base]) == 0
        assert capsys.readouterr().out.startswith("0 new, 0 changed, 5 the same")

    source = Source.objects.get(kind=Source.Kind.FEED)
    assert (source.address, source.licence) == (base, "OGL")
    assert queries.listed_services().count() == 5


@pytest.mark.django_db
def test_a_feed_on_this_machine_is_not_asked(capsys):
    with serving(in_pages) as base:
        assert command.main(["offer", "import", base]) == 2
    assert "not on the public internet" in capsys.readouterr().err
    assert not queries.published_services().exists()
