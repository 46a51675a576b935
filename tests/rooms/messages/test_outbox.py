"""The administrator's page: what was sent, and whom to ring instead."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from tests.factories.accounts import account_of, actor_of
from tests.factories.organisations import an_authority
from tests.people import EFA, OONA, PRIYA, QUILL, SEFTON
from tests.rooms.messages.saying import said
from waymark.gateways.carrying import Channel, Undeliverable
from waymark.ids import new_id
from waymark.messages import carriers, policies, presenters, queries, services
from waymark.messages.models import Message, State

pytestmark = pytest.mark.django_db
OTHERS = [OONA, PRIYA, QUILL, SEFTON]


@pytest.fixture
def efa(client):
    account = account_of(EFA)
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
    )
    client.force_login(account)
    return client


def page(client) -> str:
    text = client.get("/managing/messages/").content.decode()
    return re.sub(r"\s+", " ", text)


def test_an_administrator_may_manage_messages():
    assert policies.may_manage_messages(actor_of(EFA))


@pytest.mark.parametrize("somebody", OTHERS, ids=lambda p: p.name)
def test_nobody_else_sees_what_is_sent(client, somebody):
    actor = actor_of(somebody)
    assert not policies.may_manage_messages(actor)
    assert not policies.may_read_words(actor, stayed_here=True)
    for read in (queries.newest, queries.to_ring, queries.numbers):
        with pytest.raises(PermissionDenied):
            read(actor)
    with pytest.raises(PermissionDenied):
        services.mark_rung(actor=actor, message_id=new_id())

    an_authority()
    client.force_login(account_of(somebody))
    assert client.get("/managing/messages/").status_code in {302, 403}


def test_a_visitor_does_not_see_it(client):
    an_authority()
    assert client.get("/managing/messages/").status_code == 403


@pytest.mark.parametrize(("stayed_here", "may"), [(True, True), (False, False)])
def test_words_are_read_only_where_everybody_is_invented(stayed_here, may):
    decision = policies.may_read_words(actor_of(EFA), stayed_here=stayed_here)

    assert bool(decision) is may


def test_in_a_demonstration_the_page_shows_what_would_have_been_sent(efa, mailoutbox):
    an_authority(is_demonstration=True)
    said()
    shown = page(efa)

    assert not mailoutbox
    assert Message.objects.get().state == State.SHOWN
    assert "Nothing leaves this machine" in shown
    assert "sefton@example.org" in shown
    assert "It leaves the Local Offer on 1 March 2026." in shown


@pytest.mark.parametrize("channel", [Channel.TEXT, Channel.LETTER])
def test_a_demonstration_keeps_every_channel_here(channel):
    an_authority(is_demonstration=True)

    assert isinstance(carriers.carrier_of(channel), carriers.Capture)


def test_outside_a_demonstration_neither_words_nor_recipient_are_shown(efa, mailoutbox):
    an_authority()
    said()
    shown = page(efa)

    assert len(mailoutbox) == 1
    assert "Please confirm your entry" in shown
    assert "sefton@example.org" not in shown
    assert "leaves the Local Offer" not in shown
    assert "No mail server is set up" in shown


def test_where_no_way_is_set_up_a_text_becomes_a_call(efa):
    an_authority()
    said(channel=Channel.TEXT, to="07700 900123")
    shown = page(efa)

    assert "No way to send this is set up here." in shown
    assert "+447700900123" in shown


def test_whoever_was_rung_leaves_the_list_and_stays_in_the_record(efa, postman):
    an_authority()
    postman.failures = [Undeliverable("refused-by-their-server")]
    message = said()
    assert "sefton@example.org" in page(efa)

    address = reverse("messages:mark_rung", args=[message.pk])
    assert efa.post(address).url == "/managing/messages/"
    efa.post(address)
    rung = Message.objects.get()

    assert "Nobody has to be rung." in page(efa)
    assert rung.rung_by == account_of(EFA).pk
    assert rung.rung_at == message.written_at


def test_a_message_that_nobody_has_to_ring_about_is_not_there(efa, postman):
    an_authority()
    message = said()
    for missing in (message.pk, new_id()):
        address = reverse("messages:mark_rung", args=[missing])
        assert efa.post(address).status_code == 404


def test_a_recipient_that_cannot_be_opened_is_left_out(postman):
    postman.failures = [Undeliverable("refused-by-their-server")]
    message = said()
    Message.objects.update(to=message.words)

    assert queries.to_ring(actor_of(EFA))[0].to == ""


def test_an_empty_outbox_says_so(efa):
    an_authority()

    assert "Nothing yet." in page(efa)


def test_the_page_takes_the_same_queries_for_one_message_and_for_thirty(
    efa, django_assert_num_queries, postman
):
    an_authority()
    said()
    page(efa)
    with django_assert_num_queries(10):
        page(efa)
    for number in range(30):
        said(key=f"reminder:more-{number}")
    with django_assert_num_queries(10):
        page(efa)


def test_every_state_channel_and_reason_has_words():
    assert set(presenters.STATES) == set(State)
    assert set(presenters.CHANNELS) == set(Channel)
