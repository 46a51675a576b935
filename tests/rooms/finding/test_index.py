"""The index is a throw-away copy: swapped whole, and mended when it is broken."""

import subprocess
import sys
from dataclasses import replace
from multiprocessing.pool import ThreadPool

import pytest
from django.db import transaction

from tests.rooms.finding.published import EVERYTHING, PLAN, SPEECH, TRANSPORT
from waymark.finding import index, matching, services, sources, store
from waymark.finding.queries import search


def publish(*records):
    sources.register("test", lambda: records)


def builds():
    return [path for path in store.folder().iterdir() if path.is_dir()]


def test_a_newly_published_word_is_found_after_a_rebuild():
    publish(PLAN)
    services.rebuild()
    assert search("taxis").total == 0

    publish(PLAN, TRANSPORT)
    services.rebuild()
    assert search("taxis").hits[0].id == TRANSPORT.id


def test_what_is_withdrawn_is_no_longer_found():
    publish(PLAN, TRANSPORT)
    services.rebuild()
    publish(PLAN)
    services.rebuild()
    assert search("taxis").total == 0


def test_old_builds_are_cleared_away_and_nobody_else_may_look():
    publish(PLAN)
    services.rebuild()
    services.rebuild()
    assert len(builds()) == 1
    assert store.folder().stat().st_mode & 0o777 == 0o700
    assert builds()[0].stat().st_mode & 0o777 == 0o700


def test_a_search_before_the_first_build_builds():
    publish(PLAN)
    assert search("legal").total == 1


def test_a_search_after_the_folder_was_deleted_builds_again(tmp_path):
    publish(PLAN)
    services.rebuild()
    for build in builds():
        for file in build.iterdir():
            file.unlink()
        build.rmdir()
    (tmp_path / "index" / "live").unlink()
    assert search("legal").total == 1


@pytest.mark.parametrize("spoil", [b"", b"not an index", b"\xff" * 4000])
def test_a_broken_index_is_built_again(spoil):
    publish(PLAN)
    services.rebuild()
    for file in builds()[0].iterdir():
        file.write_bytes(spoil)
    index.forget()
    assert search("legal").total == 1


def test_a_broken_pointer_is_no_harm(tmp_path):
    publish(PLAN)
    services.rebuild()
    (tmp_path / "index" / "live").write_bytes(b"../../etc\xff")
    assert search("legal").total == 1


def test_when_nothing_can_be_built_the_page_can_still_say_so(monkeypatch):
    def broken(*_):
        raise index.OutOfOrder("the disk is full")

    monkeypatch.setattr(index, "_build", broken)
    found = search("we are not safe")
    assert found.asleep
    assert found.urgent


def test_a_source_that_fails_while_mending_is_logged_and_the_page_still_made(caplog):
    def failing():
        raise RuntimeError("the database is away")

    sources.register("test", failing)
    assert search("legal").asleep
    assert "index_not_mended" in caplog.text


def test_an_index_that_breaks_while_it_is_searched_is_built_again(monkeypatch):
    publish(PLAN)
    services.rebuild()
    first, whole = builds(), matching.matches

    def breaks_once(opened, question):
        if builds() == first:
            raise OSError("a file has gone")
        return whole(opened, question)

    monkeypatch.setattr(matching, "matches", breaks_once)
    assert search("legal").total == 1
    assert builds() != first


def test_a_source_that_fails_leaves_the_old_index_as_it_was():
    publish(PLAN)
    services.rebuild()

    def failing():
        yield TRANSPORT
        raise RuntimeError

    sources.register("test", failing)
    with pytest.raises(RuntimeError):
        services.rebuild()
    assert search("legal").total == 1


def test_two_records_may_not_share_an_id():
    publish(PLAN, replace(SPEECH, id=PLAN.id))
    with pytest.raises(ValueError, match="a second time"):
        services.rebuild()


def test_words_can_be_given_to_a_record_of_another_room():
    publish(*EVERYTHING)
    sources.register_lay_words(
        "answers", lambda: [(TRANSPORT.address, ["how will she get there"])]
    )
    services.rebuild()
    assert search("how will she get there").hits[0].id == TRANSPORT.id


def test_several_threads_may_rebuild_and_search_at_once():
    publish(*EVERYTHING)
    services.rebuild()

    def work(turn):
        return services.rebuild() if turn % 5 == 0 else search("speech").total

    with ThreadPool(4) as pool:
        answers = pool.map(work, range(40))
    assert set(answers) == {len(EVERYTHING), 2}
    assert len(builds()) == 1


@pytest.mark.real_time
def test_another_process_sees_the_new_index(tmp_path):
    publish(PLAN)
    services.rebuild()
    assert search("taxis").total == 0
    program = """
import sys
from django.conf import settings
settings.configure(DATA=sys.argv[1])
from tests.rooms.finding.published import EVERYTHING
from waymark.finding import services
print(services.rebuild(EVERYTHING))
"""
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True)
    assert search("taxis").total == 1


@pytest.mark.parametrize(
    "wrong", [{"id": ""}, {"name": ""}, {"kind": ""}, {"address": "javascript:x"}]
)
def test_a_record_that_no_reader_could_open_is_refused(wrong):
    with pytest.raises(ValueError, match=r"record|address"):
        replace(PLAN, **wrong)


@pytest.mark.django_db(transaction=True)
def test_publishing_many_things_rebuilds_once_when_they_are_safely_stored():
    built = []

    def counted():
        built.append(1)
        return [PLAN]

    sources.register("test", counted)
    with transaction.atomic():
        services.rebuild_after_commit()
        services.rebuild_after_commit()
        assert store.live() is None
    assert built == [1]
    assert search("legal").total == 1
