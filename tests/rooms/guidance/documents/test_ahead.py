"""Formats are ready before anybody asks, and nothing waits for them."""

import os
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from waymark.formats.making import Kind
from waymark.guidance import tasks
from waymark.guidance.documents import ahead, publications, shelf
from waymark.guidance.documents.publications import kinds_of
from waymark.guidance.models import GuidePage, Word
from waymark.jobs import services as jobs
from waymark.jobs import worker

ABOUT = "/about/"
OF_A_PAGE = kinds_of(ABOUT)


@pytest.fixture
def queue(settings, mereshire, workshop):
    """Jobs wait for a worker, as they do on a running site."""
    settings.MAKE_AHEAD = True
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    return DBTaskResult.objects


def ours(queue) -> list[str]:
    """What we put there ourselves: the editorial system has jobs of its own."""
    paths = [row.task_path for row in queue.ready()]
    return [path for path in paths if path.startswith("waymark.")]


def publish(page, capture):
    with capture(execute=True):
        page.save_revision().publish()


def test_publishing_puts_one_job_in_the_queue(
    queue, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        for page in GuidePage.objects.all():
            page.save_revision().publish()

    assert ours(queue) == [tasks.make_all_ahead.module_path]


def test_what_was_published_is_made_in_every_format(
    queue, workshop, django_capture_on_commit_callbacks
):
    about = GuidePage.objects.get(slug="about")
    about.summary = "Newer words."
    publish(about, django_capture_on_commit_callbacks)
    worker.work_off()

    made = {kind for kind, html in workshop.made if "Newer words." in html}
    assert made == set(OF_A_PAGE)
    assert not queue.failed().exists()
    publication = publications.at(ABOUT)
    assert shelf.find(publication, publication.write(), Kind.AUDIO)
    assert set(shelf.shelf().noted(ABOUT)) == {kind.value for kind in OF_A_PAGE}


def test_a_page_that_goes_and_a_word_that_goes_are_noticed(
    queue, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        Word.objects.first().delete()
    assert ours(queue) == [tasks.make_all_ahead.module_path]


def test_every_document_is_a_job_and_the_slow_formats_come_last(queue, monkeypatch):
    asked = []
    really = ahead.jobs.enqueue_once

    def noted(task, *args, slow):
        # The clock stands still, so the rows themselves cannot tell their order.
        asked.append((list(args), slow))
        really(task, *args, slow=slow)

    monkeypatch.setattr(ahead.jobs, "enqueue_once", noted)
    number = tasks.make_all_ahead.call()

    assert number == len(list(publications.every()))
    assert queue.ready().count() == len(asked)
    quick = [args for args, slow in asked if not slow]
    assert quick == [[p.address, p.part] for p in publications.every()]
    assert [slow for args, slow in asked] == sorted(slow for args, slow in asked)


def test_asked_again_nothing_waits_twice(queue):
    tasks.make_all_ahead.call()
    waiting = queue.ready().count()
    tasks.make_all_ahead.call()

    assert queue.ready().count() == waiting


def test_what_somebody_waits_for_comes_first(queue):
    tasks.make_all_ahead.call()
    ahead.ask_for(publications.at(ABOUT))
    ahead.ask_for(publications.at(ABOUT))

    row = jobs.claim("worker")
    assert row.args_kwargs == {"args": [ABOUT, ""], "kwargs": {"slow": True}}
    assert jobs.claim("worker").args_kwargs != row.args_kwargs


def test_nothing_is_made_twice(queue, workshop):
    assert ahead.make(ABOUT, "", slow=False) == len(OF_A_PAGE) - 1
    assert ahead.make(ABOUT, "", slow=False) == 0


def test_what_fails_holds_up_nothing(queue, workshop):
    workshop.broken[Kind.PDF] = ValueError()

    assert ahead.make(ABOUT, "", slow=False) == len(OF_A_PAGE) - 2
    workshop.broken.clear()
    assert ahead.make(ABOUT, "", slow=False) == 1


def test_what_somebody_else_is_making_is_left_to_them(queue, workshop, monkeypatch):
    from waymark.formats.keeping import Busy

    def busy(*args, **kwargs):
        raise Busy

    monkeypatch.setattr(shelf, "made", busy)
    assert ahead.make(ABOUT, "", slow=False) == 0


def test_a_page_that_has_gone_meanwhile_is_no_fault(queue):
    assert ahead.make("/gone/", "", slow=False) == 0


def test_a_small_machine_makes_nothing_ahead(
    queue, settings, workshop, django_capture_on_commit_callbacks
):
    settings.MAKE_AHEAD = False
    publish(GuidePage.objects.get(slug="about"), django_capture_on_commit_callbacks)

    assert tasks.make_all_ahead.call() == 0
    assert ours(queue) == []


@pytest.mark.real_time
def test_the_work_gives_way_to_whoever_serves_a_page():
    mine = os.getpriority(os.PRIO_PROCESS, 0)

    def look():
        here = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
        return str(here).encode()

    assert int(ahead.giving_way(look)) == min(19, mine + ahead.GIVES_WAY)
    assert os.getpriority(os.PRIO_PROCESS, 0) == mine


def test_a_fault_in_the_work_reaches_whoever_asked():
    def fall():
        raise ValueError("a fault")

    with pytest.raises(ValueError, match="a fault"):
        ahead.giving_way(fall)


def test_old_results_are_tidied_and_the_newest_stay(
    fetch, queue, data, an_ordinary_tuesday_in_term
):
    address = "/about/take-away/pdf.pdf"
    old = fetch(address)["ETag"].strip('"')
    GuidePage.objects.filter(slug="about").update(summary="Newer words.")
    new = fetch(address)["ETag"].strip('"')
    for path in Path(data).glob("formats/kept/*/*"):
        os.utime(path, (0, 0))

    assert tasks.tidy_formats.call() == 1
    assert shelf.shelf().find(new)
    assert not shelf.shelf().find(old)


def test_the_schedule_looks_once_a_day(queue, an_ordinary_tuesday_in_term):
    from waymark.jobs import schedule

    schedule.enqueue_due()
    queue.all().delete()
    an_ordinary_tuesday_in_term.shift(timedelta(days=1, minutes=1))
    schedule.enqueue_due()

    paths = {row.task_path for row in queue.ready()}
    wanted = {tasks.make_all_ahead.module_path, tasks.tidy_formats.module_path}
    assert wanted <= paths


def test_a_job_keeps_nothing_but_addresses_of_pages(queue):
    tasks.make_all_ahead.call()

    for row in queue.ready():
        assert row.args_kwargs["args"][0].startswith("/")
        assert row.args_kwargs["args"][1] in {"", "sheet"}
