"""Every kind of event has one name and one plain meaning."""

import re

from waymark.law.events import MEANINGS, Kind


def test_every_kind_has_a_meaning() -> None:
    assert set(MEANINGS) == set(Kind)


def test_a_kind_is_its_own_name_in_kebab_case() -> None:
    for kind in Kind:
        assert kind.value == kind.name.lower().replace("_", "-")
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kind.value)


def test_no_two_kinds_mean_the_same() -> None:
    assert len(set(MEANINGS.values())) == len(MEANINGS)


def test_a_meaning_is_one_sentence() -> None:
    for meaning in MEANINGS.values():
        assert meaning[0].isupper()
        assert meaning.endswith(".")
        assert len(meaning) < 160
