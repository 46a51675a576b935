"""One press has one effect, however often it arrives, and every arrival is answered."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import account_of
from tests.factories.organisations import an_authority
from tests.factories.people import acting, rowans_family
from tests.people import DAVINA, ROWAN
from tests.programs import DEMONSTRATE, a_demonstration
from tests.rooms.config.editor import Editor
from tests.rooms.people.sending import page_of_the_child
from waymark.access import audit, presses, tasks
from waymark.access.models import AuditEntry, Press
from waymark.access.record import Part
from waymark.ids import new_id
from waymark.people.models import Child, VoiceItem

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture
def child(client):
    """Rowan at a page where what he says is written down."""
    an_authority()
    family = rowans_family()
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(account_of(ROWAN))
    browser.page = reverse("people:say", args=[family.child.pk])
    return browser


def shown(browser):
    return TOKEN.search(browser.get(browser.page).content.decode()).group(1)


def say(browser, token, words="I like boats."):
    said = {"csrfmiddlewaretoken": token, "medium": "typed", "words": words}
    return browser.post(browser.page, said)


def test_what_arrives_twice_is_kept_once_and_leads_to_the_same_page(child):
    token = shown(child)
    first, second = say(child, token), say(child, token)

    assert (first.status_code, second.status_code) == (302, 302)
    assert first.url == second.url
    assert VoiceItem.objects.count() == 1
    assert AuditEntry.objects.filter(act="wrote").count() == 1


def test_the_same_words_from_a_new_page_are_said_again(child):
    say(child, shown(child))
    say(child, shown(child))

    assert VoiceItem.objects.count() == 2


def test_other_words_from_the_same_page_are_other_words(child):
    token = shown(child)
    say(child, token)
    say(child, token, "And the pier.")

    assert VoiceItem.objects.count() == 2


def test_what_was_refused_can_be_sent_again(child):
    token = shown(child)
    said = {"csrfmiddlewaretoken": token, "medium": "typed", "words": ""}

    assert child.post(child.page, said).status_code == 422
    assert child.post(child.page, said).status_code == 422
    assert not Press.objects.exists()


def test_a_second_arrival_that_does_not_know_where_to_go_says_so(child, monkeypatch):
    monkeypatch.setattr(presses, "PATIENCE", 0.01)
    monkeypatch.setattr(presses, "A_MOMENT", 0.02)
    token = shown(child)
    say(child, token)
    Press.objects.update(location="")
    answer = say(child, token)

    assert answer.status_code == 409
    assert "was kept once" in answer.content.decode()


def test_two_changes_of_one_press_are_one_press():
    child_id = new_id()
    with presses.answering():
        presses.begin("a mark")
        with transaction.atomic():
            for _ in range(2):
                audit.record_write(acting(DAVINA), child_id, Part.PERSON, why="both")

    assert Press.objects.count() == 1
    assert AuditEntry.objects.filter(why="both").count() == 2


def keep_and_fail():
    with transaction.atomic():
        presses.keep_mark()
        raise RuntimeError


def test_what_is_undone_takes_its_mark_with_it():
    with presses.answering():
        presses.begin("a mark")
        with pytest.raises(RuntimeError):
            keep_and_fail()

    assert not Press.objects.exists()


def test_outside_a_press_nothing_is_kept():
    presses.begin("a mark")
    presses.keep_mark()
    with presses.answering():
        presses.keep_mark()

    assert not Press.objects.exists()


def test_a_mark_says_nothing_and_belongs_to_one_page_and_one_session(rf, child):
    token = shown(child)
    marks = set()
    for path in ("/people/", "/my/"):
        request = rf.post(path, {"csrfmiddlewaretoken": token, "words": "Thorn"})
        for session in ("one", "another"):
            request.session = type("Session", (), {"session_key": session})
            marks.add(presses.mark_of(request))

    assert len(marks) == 4
    assert all(re.fullmatch("[0-9a-f]{64}", mark) for mark in marks)


def test_a_file_belongs_to_what_was_sent(rf):
    marks = set()
    for name, content in (("a.png", b"1"), ("b.png", b"1"), ("a.png", b"12")):
        file = SimpleUploadedFile(name, content)
        request = rf.post("/people/", {"csrfmiddlewaretoken": "t", "file": file})
        request.session = type("Session", (), {"session_key": "one"})
        marks.add(presses.mark_of(request))

    assert len(marks) == 3


def test_what_has_no_token_is_no_press(rf):
    assert presses.mark_of(rf.post("/people/", {"words": "Thorn"})) == ""
    assert presses.mark_of(rf.get("/people/")) == ""


def test_marks_are_forgotten_after_thirty_days():
    Press.objects.create(mark="old")
    with time_machine.travel("2026-02-12 09:00", tick=False):
        assert presses.forget() == 0
    with time_machine.travel("2026-02-12 11:00", tick=False):
        Press.objects.create(mark="new")
        assert tasks.forget_presses.call() == 1
    assert Press.objects.get().mark == "new"
    assert str(Press.objects.get()) == "pressed at 11:00"
    assert timedelta(days=30) == presses.KEEP


def test_a_record_begun_twice_is_one_record(client):
    an_authority()
    rowans_family()
    account = account_of(DAVINA)
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
    )
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(account)
    browser.page = reverse("people:begin")
    said = {
        "csrfmiddlewaretoken": shown(browser),
        "forename": "Tern",
        "surname": "Inventson",
        "born_on-day": "3",
        "born_on-month": "4",
        "born_on-year": "2017",
    }
    answers = [browser.post(browser.page, said) for _ in range(3)]

    assert {answer.status_code for answer in answers} == {302}
    assert len({answer.url for answer in answers}) == 1
    assert Child.objects.filter(forename="Tern").count() == 1


@pytest.mark.real_time
@pytest.mark.slow
def test_twenty_presses_at_once_have_one_effect(tmp_path):
    store = a_demonstration(tmp_path)
    with store.serving(DEMONSTRATE) as served:
        child = Editor(served.address)
        page = f"{page_of_the_child(child)}voice/words/"
        token = TOKEN.search(child.get(page)).group(1)
        said = {"csrfmiddlewaretoken": token, "medium": "typed", "words": "Boats."}
        with ThreadPoolExecutor(20) as pool:
            sent = [
                pool.submit(child.send, page, list(said.items()), page)
                for _ in range(20)
            ]
        answers = {each.result() for each in sent}
    kept = "SELECT count(*) FROM people_voiceitem WHERE medium = 'typed'"

    assert answers == {302}
    assert store.rows(kept) == [(1,)]
