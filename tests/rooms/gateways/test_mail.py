"""Plain e-mail: one recipient, no header that was typed, no address in a refusal."""

import smtplib

import pytest
from django.core.mail import EmailMessage

from waymark.gateways.carrying import Channel, Parcel, TryLater, Undeliverable
from waymark.gateways.mail import Mail

PARCEL = Parcel("r-1", Channel.EMAIL, "sefton@example.org", "A subject", "Some words.")


def test_a_letter_has_one_recipient_and_a_number_that_stays_the_same(mailoutbox):
    Mail().carry(PARCEL, again=False)
    Mail().carry(PARCEL, again=True)
    first, second = mailoutbox

    assert first.recipients() == ["sefton@example.org"]
    assert first.message()["Message-ID"] == "<r-1@localhost>"
    assert first.message()["Message-ID"] == second.message()["Message-ID"]
    assert first.message()["Auto-Submitted"] == "auto-generated"
    assert first.body == "Some words."


def test_a_letter_is_plain_words_without_anything_to_fetch(mailoutbox):
    Mail().carry(PARCEL, again=False)

    assert mailoutbox[0].message().get_content_type() == "text/plain"


@pytest.mark.parametrize(
    "faulty",
    [
        Parcel("r-1", Channel.EMAIL, "a@example.org", "A\nBcc: b@example.org", "x"),
        Parcel("r-1\nBcc: b", Channel.EMAIL, "a@example.org", "A", "x"),
        Parcel("r-1", Channel.EMAIL, "a@example.org\nBcc: b@example.org", "A", "x"),
    ],
    ids=["subject", "reference", "recipient"],
)
def test_a_line_break_never_becomes_a_header(mailoutbox, faulty):
    with pytest.raises(ValueError, match="newlines"):
        Mail().carry(faulty, again=False)

    assert not mailoutbox


@pytest.mark.parametrize(
    ("fault", "raised", "why"),
    [
        (
            smtplib.SMTPRecipientsRefused({"sefton@example.org": (550, b"no such")}),
            Undeliverable,
            "refused-by-their-server",
        ),
        (
            smtplib.SMTPRecipientsRefused({"sefton@example.org": (451, b"later")}),
            TryLater,
            "their-server-is-busy",
        ),
        (smtplib.SMTPDataError(554, b"spam"), Undeliverable, "refused-by-their-server"),
        (smtplib.SMTPServerDisconnected("gone"), TryLater, "mail-server-away"),
        (
            smtplib.SMTPAuthenticationError(535, b"who"),
            TryLater,
            "mail-server-away",
        ),
        (ConnectionRefusedError("no"), TryLater, "mail-server-away"),
    ],
)
def test_a_fault_is_for_ever_or_for_now_and_holds_no_address(
    monkeypatch, fault, raised, why
):
    def fail(letter):
        raise fault

    monkeypatch.setattr(EmailMessage, "send", fail)
    with pytest.raises(raised) as refused:
        Mail().carry(PARCEL, again=False)

    assert refused.value.why == why
    assert refused.value.__context__ is None
