"""The Easy Read texts that every area starts with: whole, short, and true to the law."""

import re

import pytest

from tests.house.area_words import OWN, easy_reads, helper_keys, read, routemaps
from waymark.guidance import easy_words, pictures
from waymark.guidance.limits import rules_named, with_limits

TEXTS = [pytest.param(text, id=text["slug"]) for text in easy_reads()]
every_text = pytest.mark.parametrize("text", TEXTS)
every_area = pytest.mark.parametrize("area", OWN)
#: The steps whose time limits a family must know, with the rules their Easy Read quotes.
QUOTED = {
    "ehc-needs-assessment": {
        "A03",
        "A05",
        "A06",
        "A07",
        "A10",
        "A13",
        "A14",
        "D01",
        "R01",
    },
    "support-in-school": {"N02", "A03"},
}


def ideas(text):
    return [idea for part in text["parts"] for idea in part["ideas"]]


def said(text):
    """What each idea says, with the heading above it."""
    return [
        with_limits(
            f"<p>{part['heading'] if number == 0 else ''}</p>"
            + paragraphs(idea["says"])
        )
        for part in text["parts"]
        for number, idea in enumerate(part["ideas"])
    ]


def paragraphs(says):
    return "".join(f"<p>{line}</p>" for line in says.strip().splitlines())


def names(area):
    """Names that stand for themselves: those of the helpers and of the area."""
    own = read(OWN[area] / "area.toml")["names"]
    return [*own.values(), "IPSEA"]


def filled(text, area):
    own = read(OWN[area] / "area.toml")["names"]
    return [re.sub(r"\{(\w+)\}", lambda b: own[b[1]], idea) for idea in said(text)]


def test_the_two_routes_that_families_meet_first_are_in_easy_read():
    slugs = {text["slug"] for text in easy_reads()}

    assert slugs == {"ehc-needs-assessment", "support-in-school"}


@every_text
def test_every_step_of_the_route_is_told_in_its_order(text):
    told = [part["step"] for part in text["parts"] if part["step"]]
    steps = [step["slug"] for step in routemaps()[text["slug"]]["steps"]]

    assert told == steps


@every_text
def test_every_idea_has_a_picture_that_its_neighbours_do_not_have(text):
    shown = [idea["picture"] for idea in ideas(text)]

    assert set(shown) <= pictures.PICTURES.keys()
    assert not [a for a, b in zip(shown, shown[1:], strict=False) if a == b]


@every_area
@every_text
def test_nothing_is_too_long_or_unexplained(text, area):
    told = filled(text, area)

    assert easy_words.too_long(told) == []
    assert easy_words.unexplained(told, names(area)) == []
    assert easy_words.bold_unexplained(told) == []
    assert easy_words.plainer(told) == []


@every_text
def test_most_sentences_have_ten_words_or_fewer(text):
    lengths = [
        len(s.split()) for idea in said(text) for s in easy_words.sentences(idea)
    ]
    short = sum(length <= easy_words.READS_WELL for length in lengths)

    assert short / len(lengths) > 0.9
    assert sum(lengths) / len(lengths) < 8


@every_text
def test_no_idea_says_too_much(text):
    says = [paragraphs(idea["says"]) for idea in ideas(text)]

    assert [ideas(text)[n - 1] for n in easy_words.too_many_sentences(says)] == []
    assert len(says) <= easy_words.MOST_IDEAS


@every_text
def test_the_time_limits_it_quotes_are_those_a_family_must_know(text):
    assert (
        set(rules_named(" ".join(i["says"] for i in ideas(text))))
        == QUOTED[text["slug"]]
    )


@every_area
@every_text
def test_it_leads_to_people_every_area_has_and_to_help_in_danger(text, area):
    asked = {idea["helper"] for idea in ideas(text) if idea.get("helper")}

    assert {"sendiass", "ipsea", "childline"} <= asked <= helper_keys(OWN[area])
    assert "999" in ideas(text)[-1]["says"]
