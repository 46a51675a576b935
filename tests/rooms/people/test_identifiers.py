"""A number is taken only when its check character fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.people.identifiers import (
    UPN_LETTERS,
    Kind,
    NotAnIdentifier,
    checked,
    is_temporary_upn,
    nhs_digit,
    uln_digit,
    upn_letter,
)

DIGITS = st.text("0123456789", min_size=9, max_size=9)


@pytest.mark.parametrize(
    "upn",
    ["K882200115007", "Z882400020123", "X201280001001", "P88270012301A"],
)
def test_a_upn_with_the_right_letter_is_kept_as_it_is(upn):
    assert checked(Kind.UPN, upn) == upn


@pytest.mark.parametrize("uln", ["1000000043", "1234567899", "5550000015"])
def test_a_learner_number_with_the_right_digit_is_kept(uln):
    assert checked(Kind.ULN, uln) == uln


@pytest.mark.parametrize("number", ["9434765919", "9990000018"])
def test_a_health_number_with_the_right_digit_is_kept(number):
    assert checked(Kind.NHS, number) == number


def test_spaces_dashes_and_small_letters_are_put_right():
    assert checked(Kind.NHS, "999 000-0018") == "9990000018"
    assert checked(Kind.UPN, " k882200115007 ") == "K882200115007"


@pytest.mark.parametrize(
    ("kind", "typed", "says"),
    [
        (Kind.UPN, "K88220011500", "one letter and then 12 digits"),
        (Kind.UPN, "S882200115007", "one letter and then 12 digits"),
        (Kind.UPN, "A882200115007", "does not fit"),
        (Kind.ULN, "123", "ten digits"),
        (Kind.ULN, "1000000044", "does not"),
        (Kind.ULN, "9999999999", "no ULN yet"),
        (Kind.NHS, "943476591X", "ten digits"),
        (Kind.NHS, "9434765910", "does not"),
        (Kind.NHS, "9990000000", "does not"),
        (Kind.LOCAL, "A" * 21, "at most 20"),
        (Kind.SOCIAL_CARE, "12;34", "letters, digits and strokes"),
        (Kind.NHS, " - ", "Enter the number"),
    ],
)
def test_what_cannot_be_right_says_what_to_look_at(kind, typed, says):
    with pytest.raises(NotAnIdentifier, match=says):
        checked(kind, typed)


@pytest.mark.parametrize("kind", [Kind.LOCAL, Kind.SOCIAL_CARE])
def test_an_authoritys_own_number_has_no_check_and_is_kept_in_capitals(kind):
    assert checked(kind, "sc/123a") == "SC/123A"


def test_a_temporary_upn_is_known_by_its_last_letter():
    assert is_temporary_upn("P88270012301A")
    assert not is_temporary_upn("K882200115007")


@given(DIGITS, st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_never_passes_for_a_health_number(nine, place, by):
    last = nhs_digit(nine)
    if last is None:
        return
    other = str((int(nine[place]) + by) % 10)
    slipped = nine[:place] + other + nine[place + 1 :]
    assert nhs_digit(slipped) != last


@given(DIGITS)
def test_a_learner_number_made_with_its_digit_is_always_taken(nine):
    last = uln_digit(nine)
    if last is not None and nine + last != "9999999999":
        assert checked(Kind.ULN, nine + last) == nine + last


@given(st.text("0123456789", min_size=12, max_size=12), st.sampled_from(UPN_LETTERS))
def test_only_one_letter_ever_fits_a_upn(rest, letter):
    if letter == upn_letter(rest):
        assert checked(Kind.UPN, letter + rest) == letter + rest
    else:
        with pytest.raises(NotAnIdentifier):
            checked(Kind.UPN, letter + rest)
