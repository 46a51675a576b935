"""Tasks are done at least once, repeated ones take turns, and faults are kept."""

import threading
from datetime import timedelta

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.models import DBTaskResult

from tests.rooms.jobs import chores
from waymark.jobs import schedule, services, tasks, worker
from waymark.jobs.models import Lease, Schedule
from waymark.today import now

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_file_for_notes(monkeypatch, tmp_path):
    monkeypatch.setenv("CHORES", str(tmp_path / "chores"))


@pytest.fixture
def repeated(monkeypatch):
    monkeypatch.setattr(schedule, "_repeated", {})
    return schedule


def queue(task, *arguments) -> DBTaskResult:
    return DatabaseBackend("default", {}).enqueue(task, arguments, {}).db_result


def test_a_queued_task_is_done_and_its_answer_kept():
    row = queue(chores.quick, 7)
    assert worker.work_off() == 1
    row.refresh_from_db()
    assert (row.status, row.return_value) == (TaskResultStatus.SUCCESSFUL, 7)
    assert chores.notes() == ["quick 7"]
    assert not Lease.objects.exists()


def test_a_task_may_ask_which_attempt_it_is():
    row = queue(chores.counting)
    worker.work_off()
    row.refresh_from_db()
    assert row.return_value == 1


def test_a_task_that_fails_is_kept_with_its_fault_and_stops_nothing():
    failed, done = queue(chores.failing, 1), queue(chores.quick, 2)
    assert worker.work_off() == 2
    failed.refresh_from_db()
    done.refresh_from_db()
    assert failed.status == TaskResultStatus.FAILED
    assert failed.exception_class_path == "builtins.ValueError"
    assert done.status == TaskResultStatus.SUCCESSFUL


def test_a_task_that_is_no_longer_in_the_program_fails_and_stops_nothing():
    row = queue(chores.quick, 1)
    DBTaskResult.objects.update(task_path="waymark.gone.tasks.gone")
    assert worker.work_off() == 1
    row.refresh_from_db()
    assert row.status == TaskResultStatus.FAILED


def test_an_empty_queue_is_looked_at_without_a_lock(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert services.claim("a") is None


def test_a_task_in_hand_is_not_given_to_another_worker():
    queue(chores.quick, 1)
    assert services.claim("a") is not None
    assert services.claim("b") is None


def test_a_task_whose_lease_has_passed_goes_back_to_the_queue(
    an_ordinary_tuesday_in_term,
):
    queue(chores.quick, 1)
    services.claim("a")
    an_ordinary_tuesday_in_term.shift(services.LEASE + timedelta(seconds=1))

    assert services.give_back_dropped() == 1
    assert worker.work_off() == 1
    assert DBTaskResult.objects.get().worker_ids[0] == "a"


def test_a_long_task_is_left_alone_while_its_lease_is_renewed(
    an_ordinary_tuesday_in_term,
):
    queue(chores.quick, 1)
    row = services.claim("a")
    for _ in range(10):
        an_ordinary_tuesday_in_term.shift(services.LEASE / 2)
        services.renew(row.id)
        assert services.give_back_dropped() == 0


def test_a_task_that_a_worker_without_leases_dropped_goes_back_too(
    an_ordinary_tuesday_in_term,
):
    queue(chores.quick, 1)
    services.claim("a")
    Lease.objects.all().delete()
    assert services.give_back_dropped() == 0

    an_ordinary_tuesday_in_term.shift(services.LEASE + timedelta(seconds=1))
    assert services.give_back_dropped() == 1


def test_a_task_dropped_five_times_is_given_up_and_logged(
    an_ordinary_tuesday_in_term, caplog
):
    row = queue(chores.quick, 1)
    for attempt in range(services.MOST_ATTEMPTS):
        services.claim(f"worker {attempt}")
        an_ordinary_tuesday_in_term.shift(services.LEASE + timedelta(seconds=1))
        services.give_back_dropped()

    row.refresh_from_db()
    assert row.status == TaskResultStatus.FAILED
    assert row.exception_class_path.endswith("Dropped")
    assert "task_given_up" in caplog.text
    assert services.claim("another") is None


def test_a_repeated_task_takes_its_turn_and_waits_for_the_next(
    repeated, an_ordinary_tuesday_in_term
):
    repeated.register("count", timedelta(hours=1), tasks.forget_old_jobs)
    assert schedule.enqueue_due() == 1
    assert schedule.enqueue_due() == 0

    an_ordinary_tuesday_in_term.shift(timedelta(minutes=61))
    assert schedule.enqueue_due() == 1


def test_missed_turns_are_made_up_for_once(repeated, an_ordinary_tuesday_in_term):
    repeated.register("count", timedelta(hours=1), tasks.forget_old_jobs)
    schedule.enqueue_due()
    first = Schedule.objects.get().next_run

    an_ordinary_tuesday_in_term.shift(timedelta(hours=10, minutes=5))
    assert schedule.enqueue_due() == 1
    assert schedule.enqueue_due() == 0
    assert Schedule.objects.get().next_run == first + timedelta(hours=10)


def test_a_turn_taken_by_another_worker_is_not_taken_twice(repeated, monkeypatch):
    repeated.register("count", timedelta(hours=1), tasks.forget_old_jobs)
    seen = Schedule(name="count", every=timedelta(hours=1), next_run=now())
    schedule.enqueue_due()
    monkeypatch.setattr(schedule, "_turn_of", lambda *_: seen)
    Schedule.objects.update(next_run=now() + timedelta(hours=1))

    assert schedule.enqueue_due() == 0


def test_old_finished_tasks_are_forgotten_and_young_ones_kept(
    an_ordinary_tuesday_in_term,
):
    queue(chores.quick, 1)
    worker.work_off()
    an_ordinary_tuesday_in_term.shift(tasks.KEEP + timedelta(days=1))
    waiting = queue(chores.quick, 2)

    tasks.forget_old_jobs.call()

    assert list(DBTaskResult.objects.all()) == [waiting]


def test_a_worker_that_is_told_to_stop_before_it_begins_does_nothing():
    queue(chores.quick, 1)
    stop = threading.Event()
    stop.set()
    worker.run(stop)
    assert chores.notes() == []


def test_keeping_house_gives_back_and_queues(repeated):
    repeated.register("count", timedelta(hours=1), tasks.forget_old_jobs)
    worker.keep_house()
    assert Schedule.objects.count() == 1


def test_a_lease_and_a_turn_can_be_named_in_a_log():
    moment = now()
    assert str(Schedule(name="count")) == "count"
    assert str(moment) in str(Lease(task_id=None, until=moment))
