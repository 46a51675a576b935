"""Providers are asked whether their entries are right, by a link that works once."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from tests.factories.accounts import account_of, actor_of
from tests.factories.keeping import an_entry, keeps, two_clubs
from tests.factories.organisations import an_authority
from tests.people import EFA, OONA, SEFTON, TAMSIN
from waymark.localoffer import queries as offer
from waymark.localoffer.assurance import queries, services
from waymark.localoffer.assurance.rules import Standing
from waymark.localoffer.assurance.tasks import check_links, keep_true
from waymark.localoffer.changes import published_changed
from waymark.localoffer.models import Confirmation, Provider, Reminder, Service
from waymark.messages import services as messages
from waymark.messages.models import Message, State
from waymark.today import today

pytestmark = pytest.mark.django_db
QUARTER = timedelta(days=91)


@pytest.fixture
def clubs():
    an_authority()
    return two_clubs()


@pytest.fixture
def later(an_ordinary_tuesday_in_term):
    return an_ordinary_tuesday_in_term


def link_in(letter) -> str:
    return re.search(r"localhost:8000(/still-right/[^/]+/)", letter.body)[1]


@pytest.fixture
def asked(clubs, later, mailoutbox):
    """Sefton's link, three months on."""
    later.shift(QUARTER)
    keep_true.call()
    [letter] = [each for each in mailoutbox if each.to == ["sefton@example.org"]]
    return link_in(letter)


def assured_on(key):
    return Service.objects.get(pk=key).assured_on


# ---- two years ------------------------------------------------------------------------


def test_two_years_in_the_life_of_an_entry_that_nobody_confirms(
    clubs, later, mailoutbox
):
    swimming, _ = clubs
    sent, stood = [], []
    for _day in range(2 * 365):
        keep_true.call()
        day = today()
        for letter in mailoutbox:
            if letter.to == ["sefton@example.org"]:
                sent.append(day)
        mailoutbox.clear()
        so = queries.assured(offer.service(swimming)).standing
        if not stood or stood[-1][1] != so:
            stood.append((day, so))
        listed = offer.listed_services().filter(pk=swimming).exists()
        assert listed == (so != Standing.ARCHIVED)
        later.shift(timedelta(days=1))

    assert sent == [date(2026, 4, 13), date(2026, 7, 13), date(2026, 10, 13)]
    assert stood == [
        (date(2026, 1, 13), Standing.CURRENT),
        (date(2026, 7, 13), Standing.SINKING),
        (date(2027, 1, 13), Standing.OUT_OF_SEARCH),
        (date(2027, 7, 13), Standing.ARCHIVED),
    ]
    services.confirm(actor=actor_of(SEFTON), service_ids=[swimming])
    assert queries.assured(offer.service(swimming)).standing == Standing.CURRENT
    assert offer.listed_services().filter(pk=swimming).exists()


# ---- the link -------------------------------------------------------------------------


def test_opening_the_link_changes_nothing_and_one_press_confirms(client, clubs, asked):
    swimming, drumming = clubs
    # Not the client that checks pages for HEAD: its answer has no body.
    for look in (client.get, Client().head, client.get):
        look(asked)
    assert assured_on(swimming) is None
    page = client.get(asked).content.decode()
    assert "Otter Swimmers" in page
    assert "Tern" not in page
    answer = client.post(asked, {"services": str(swimming)})

    assert "Thank you" in answer.content.decode()
    assert assured_on(swimming) == date(2026, 4, 14)
    assert assured_on(drumming) is None
    [said] = Confirmation.objects.all()
    assert (said.how, said.by) == (Confirmation.How.LINK, account_of(SEFTON).pk)


def test_it_works_without_a_cookie_and_is_kept_by_nobody(client, asked):
    answer = client.get(asked)

    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    token = asked.split("/")[2]
    assert token not in answer.content.decode()


def test_the_link_works_once(client, clubs, asked):
    swimming, _ = clubs
    client.post(asked, {"services": str(swimming)})

    assert client.get(asked).status_code == 410
    assert client.post(asked, {"services": str(swimming)}).status_code == 410
    assert Confirmation.objects.count() == 1


def test_two_presses_at_once_confirm_once(clubs, asked, monkeypatch):
    swimming, _ = clubs
    token = asked.split("/")[2]
    stale = services.open_link(token)
    services.confirm_by_link(token, [swimming])
    monkeypatch.setattr(
        "waymark.localoffer.assurance.services.confirming.open_link",
        lambda token: stale,
    )
    with pytest.raises(services.NotAReminder):
        services.confirm_by_link(token, [swimming])


def test_two_presses_at_once_are_answered_kindly(client, clubs, asked, monkeypatch):
    def used_meanwhile(token, chosen):
        raise services.NotAReminder

    monkeypatch.setattr(services, "confirm_by_link", used_meanwhile)

    assert client.post(asked, {"services": str(clubs[0])}).status_code == 410


def test_the_link_ends_after_thirty_days(client, clubs, asked, later):
    later.shift(timedelta(days=29, hours=23))
    assert client.get(asked).status_code == 200
    later.shift(timedelta(hours=2))

    assert client.get(asked).status_code == 410


def test_the_token_is_kept_as_a_fingerprint_alone(asked):
    token = asked.split("/")[2]
    [reminder] = Reminder.objects.filter(account=account_of(SEFTON))

    assert token not in str(Reminder.objects.values())
    assert len(reminder.digest) == 64
    assert "Otter" not in asked


def test_a_link_confirms_nothing_that_it_did_not_ask_about(client, clubs, asked):
    swimming, drumming = clubs
    answer = client.post(asked, {"services": [str(swimming), str(drumming)]})

    assert answer.status_code == 422
    token = asked.split("/")[2]
    assert services.confirm_by_link(token, [swimming, drumming]) == 1
    assert assured_on(drumming) is None


def test_whoever_keeps_it_no_longer_confirms_nothing(client, clubs, asked):
    Provider.objects.filter(account=account_of(SEFTON)).update(
        ended_at="2026-04-14T00:00Z"
    )

    assert client.get(asked).status_code == 410


def test_an_unknown_link_says_so_kindly(client, clubs):
    answer = client.get("/still-right/nothing-of-the-kind/")

    assert answer.status_code == 410
    assert "This link no longer works" in answer.content.decode()


def test_a_link_whose_message_came_back_opens_nothing(client, asked):
    for message in Message.objects.filter(kind="entry-reminder"):
        messages.settle(message.pk, State.BOUNCED, why="said-bounced")

    assert client.get(asked).status_code == 410


def test_the_message_has_a_neutral_subject_and_says_what_and_by_when(
    clubs, asked, mailoutbox
):
    letter = next(each for each in mailoutbox if each.to == ["sefton@example.org"])

    assert "Otter" not in letter.subject
    assert "- Otter Swimmers" in letter.body
    assert "until 13 May 2026" in letter.body


def test_several_entries_make_one_message_and_some_may_be_confirmed(
    client, clubs, later, mailoutbox
):
    pups = an_entry("Otter Pups", "Otters")
    later.shift(QUARTER)
    keep_true.call()
    letters = [each for each in mailoutbox if each.to == ["sefton@example.org"]]
    link = link_in(letters[0])
    assert len(letters) == 1
    assert client.post(link, {}).status_code == 422
    page = client.post(link, {"services": str(pups)}).content.decode()

    assert "Not confirmed:" in page
    assert assured_on(pups)
    assert assured_on(clubs[0]) is None


def test_very_many_entries_are_not_all_named(clubs, later, mailoutbox):
    for number in range(12):
        an_entry(f"Otter Group {number}", "Otters")
    later.shift(QUARTER)
    keep_true.call()
    letter = next(each for each in mailoutbox if each.to == ["sefton@example.org"])

    assert letter.body.count("- Otter") == 10
    assert "- +3" in letter.body


def test_nobody_is_asked_twice_for_the_same(clubs, later, mailoutbox):
    later.shift(QUARTER)
    for _turn in range(3):
        keep_true.call()

    assert len(mailoutbox) == 2


def test_after_a_confirmation_the_months_are_counted_anew(
    client, clubs, asked, later, mailoutbox
):
    swimming, _ = clubs
    client.post(asked, {"services": str(swimming)})
    mailoutbox.clear()
    later.shift(timedelta(days=60))
    keep_true.call()
    assert "sefton@example.org" not in {each.to[0] for each in mailoutbox}
    later.shift(timedelta(days=35))
    keep_true.call()

    assert "sefton@example.org" in {each.to[0] for each in mailoutbox}


def test_what_has_ended_is_not_asked_about(clubs, later, mailoutbox):
    Service.objects.update(status="defunct")
    later.shift(QUARTER)
    keep_true.call()

    assert not mailoutbox


# ---- the team -------------------------------------------------------------------------


def test_the_team_confirms_several_at_once_with_few_questions(
    clubs, django_assert_max_num_queries
):
    keys = [an_entry(f"Otter Group {number}", "Otters") for number in range(20)]
    oona = actor_of(OONA)
    with django_assert_max_num_queries(50):
        assert services.confirm(actor=oona, service_ids=keys) == 20

    assert Confirmation.objects.filter(how=Confirmation.How.TEAM).count() == 20
    assert offer.service(keys[0]).organisation.name == "Otters"


def test_one_that_is_not_theirs_refuses_all_of_them(clubs):
    with pytest.raises(PermissionDenied):
        services.confirm(actor=actor_of(SEFTON), service_ids=list(clubs))

    assert not Confirmation.objects.exists()


def test_the_record_says_by_whom(clubs):
    swimming, drumming = clubs
    services.confirm(actor=actor_of(OONA), service_ids=[swimming])
    services.confirm(actor=actor_of(TAMSIN), service_ids=[drumming])

    assert queries.assured(offer.service(swimming)).how == "team"
    assert queries.assured(offer.service(drumming)).how == "provider"
    assert [each.how for each in queries.confirmations(swimming)] == ["team"]


def test_a_feed_that_names_who_confirmed_is_taken_at_its_word(clubs):
    key = an_entry(
        "Gull Choir", assured_date="2026-01-02", assurer_email="ada@example.org"
    )
    said = queries.assured(offer.service(key))

    assert (said.how, said.by, said.on) == ("", "ada@example.org", date(2026, 1, 2))


def test_a_confirmation_is_never_changed(clubs):
    services.confirm(actor=actor_of(OONA), service_ids=[clubs[0]])
    with pytest.raises(TypeError, match="never changed"):
        Confirmation.objects.get().save()


def test_every_service_stands_in_one_way_at_every_age(clubs, later):
    keeps(SEFTON, "Terns")
    for _month in range(20):
        standing = {each: queries.standing_so(each).count() for each in Standing}
        assert sum(standing.values()) == 2
        one = queries.assured(offer.service(clubs[0])).standing
        assert standing[one] == 2
        later.shift(timedelta(days=31))


def test_whoever_is_not_of_the_team_sees_none_of_it(clubs):
    for read in (queries.numbers, queries.faults, queries.nobody_to_ask):
        with pytest.raises(PermissionDenied):
            read(actor_of(EFA))


def test_whoever_keeps_a_copy_is_told_when_a_day_lets_a_service_sink(
    clubs, later, django_capture_on_commit_callbacks
):
    told = []

    def listen(ids, **_more):
        told.extend(ids)

    published_changed.connect(listen)
    try:
        later.shift(timedelta(days=120))
        with django_capture_on_commit_callbacks(execute=True):
            keep_true.call()
        assert not told
        later.shift(timedelta(days=61))
        with django_capture_on_commit_callbacks(execute=True):
            keep_true.call()
    finally:
        published_changed.disconnect(listen)

    assert set(told) == set(clubs)


def test_a_demonstration_asks_no_address():
    an_authority(is_demonstration=True)

    assert check_links.call() == 0
