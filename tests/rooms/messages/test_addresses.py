"""One recipient, in a shape that its channel understands, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.gateways.carrying import Channel
from waymark.messages.addresses import BadRecipient, tidied


@pytest.mark.parametrize(
    ("channel", "typed", "kept"),
    [
        (Channel.EMAIL, "Sefton@Example.org", "sefton@example.org"),
        (Channel.TEXT, "07700 900123", "+447700900123"),
        (Channel.TEXT, "+44 7700 900-123", "+447700900123"),
        (Channel.TEXT, "0044 (7700) 900123", "+447700900123"),
        (Channel.TEXT, "+353 1 234 5678", "+35312345678"),
        (
            Channel.LETTER,
            " 1 Marram Street \n\nMarram\nma1 1aa ",
            "1 Marram Street\nMarram\nMA1 1AA",
        ),
    ],
)
def test_an_address_is_kept_in_one_way(channel, typed, kept):
    assert tidied(channel, typed) == kept


@pytest.mark.parametrize(
    ("channel", "typed"),
    [
        (Channel.EMAIL, ""),
        (Channel.EMAIL, "sefton"),
        (Channel.EMAIL, "sefton@example.org, tamsin@example.org"),
        (Channel.EMAIL, "sefton@example.org\nBcc: tamsin@example.org"),
        (Channel.EMAIL, "sefton@example.org\r\n"),
        (Channel.EMAIL, "Sefton <sefton@example.org>"),
        (Channel.TEXT, "01702 215000"),
        (Channel.TEXT, "07700 90012"),
        (Channel.TEXT, "07700900123\n07700900124"),
        (Channel.TEXT, "seven"),
        (Channel.LETTER, "Marram\nMA1 1AA"),
        (Channel.LETTER, "1 Marram Street\nMarram\nEngland"),
        (Channel.LETTER, "\n".join(["line"] * 7 + ["MA1 1AA"])),
        (Channel.LETTER, "1 Marram\x07 Street\nMarram\nMA1 1AA"),
        (Channel.LETTER, f"{'x' * 101}\nMarram\nMA1 1AA"),
    ],
)
def test_what_is_no_single_address_is_refused_without_repeating_it(channel, typed):
    with pytest.raises(BadRecipient) as refused:
        tidied(channel, typed)

    assert str(refused.value).endswith(".")
    assert "sefton" not in str(refused.value).lower()


@given(st.sampled_from(Channel), st.text(max_size=60))
def test_whatever_is_typed_is_one_address_or_refused(channel, typed):
    try:
        kept = tidied(channel, typed)
    except BadRecipient:
        return
    assert tidied(channel, kept) == kept
    if channel != Channel.LETTER:
        assert "\n" not in kept
        assert "\r" not in kept


@given(st.from_regex(r"\A[a-z]{1,8}@[a-z]{1,8}\.org[\r\n,; ]+.{0,20}\Z"))
def test_nothing_may_stand_after_an_email_address(typed):
    with pytest.raises(BadRecipient):
        tidied(Channel.EMAIL, typed)
