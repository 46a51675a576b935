"""Every component stands in the gallery in every state, and draws without a database."""

from datetime import date

import pytest
from django.utils.safestring import SafeString

from tests.page import Page
from waymark.ui.component import Component
from waymark.ui.gallery.page import groups
from waymark.ui.helper_card import HelperCard
from waymark.ui.letter_box import LetterBox
from waymark.ui.navigation import Door, Doors
from waymark.ui.notices import EVERYWHERE, Notice, UrgentHelp, UrgentLine
from waymark.ui.tables import TableOf
from waymark.ui.words import WordExplained

SHOWN = [
    pytest.param(component, id=f"{type(component).__name__}: {example.about}")
    for group in groups()
    for example in group.examples
    for component in example.shown
]


@pytest.mark.parametrize("component", SHOWN)
def test_a_component_draws_itself_without_a_database(component):
    drawn = str(component)

    assert isinstance(drawn, SafeString)
    page = Page(drawn)
    assert (page.inline, page.outside) == ([], [])
    assert all(count == 1 for count in page.ids.values())


def test_every_component_stands_in_the_gallery():
    ours = {
        kind
        for kind in Component.__subclasses__()
        if kind.__module__.startswith("waymark")
    }
    shown = {type(case.values[0]) for case in SHOWN}

    assert not {kind.__name__ for kind in ours - shown}


def test_words_are_escaped_and_components_are_not():
    assert "&lt;script&gt;" in str(Notice("<script>"))
    table = TableOf("Caption", ("A", "B"), (("<i>", Notice("inside")),))
    assert "&lt;i&gt;" in str(table)
    assert '<div class="notice' in str(table)


def test_a_bare_notice_gets_a_paragraph_and_safe_html_does_not():
    assert "<p>Hello</p>" in str(Notice("Hello"))
    assert "<p><p>" not in str(Notice(SafeString("<p>Hello</p>")))


def test_a_letter_marks_its_blanks_and_keeps_every_other_sign():
    letter = LetterBox("k", "Title", 'Dear <team> & all\n[your name] "x"')

    assert "<mark>[your name]</mark>" in letter.marked
    assert "Dear &lt;team&gt; &amp; all\n" in letter.marked


def test_a_letter_opens_in_the_familys_own_mail_with_its_lines_kept():
    letter = LetterBox(
        "k", "Title", "One\nTwo & three", "A & B?", "send@council.example"
    )

    assert letter.mailto == (
        "mailto:send@council.example?subject=A%20%26%20B%3F&body=One%0D%0ATwo%20%26%20three"
    )


def test_a_telephone_rings_the_digits_and_not_the_remark():
    card = HelperCard(
        "A", "b", "c", date(2026, 1, 1), phone="01632 960 123 (older list)"
    )

    assert card.tel == "01632960123"
    assert 'href="tel:01632960123"' in str(card)


def test_what_is_not_known_of_a_helper_is_left_out():
    assert "Phone" not in str(HelperCard("A", "b", "c", date(2026, 1, 1)))


def test_an_area_without_urgent_lines_shows_those_that_serve_everywhere():
    assert UrgentHelp.of(None).lines == EVERYWHERE
    assert UrgentHelp.of({}).lines == EVERYWHERE


def test_an_areas_own_urgent_words_and_numbers_are_shown():
    number = {
        "when": "A child is not safe",
        "phone": "01632 960 555",
        "who": "Duty team",
    }

    urgent = UrgentHelp.of({"words": "Call 999 first.", "numbers": [number]})

    assert urgent.lines == (
        UrgentLine("A child is not safe", "01632 960 555", "Duty team"),
    )
    assert "Call 999 first." in str(urgent)
    assert 'href="tel:01632960555"' in str(urgent)


def test_the_door_that_holds_the_page_is_marked():
    doors = (Door(1, "/", "Home"), Door(2, "/routemaps/", "Routemaps"))

    inside = Doors("/routemaps/annual-review/", doors)

    assert [current for _, current in inside.marked] == ["", "true"]
    assert Doors("/routemaps/", doors).marked[1][1] == "page"


def test_a_word_opens_its_meaning_without_a_script():
    drawn = str(WordExplained("SENCO", "The teacher who leads.", "senco"))

    assert 'popovertarget="word-senco"' in drawn
    assert 'id="word-senco" popover' in drawn
