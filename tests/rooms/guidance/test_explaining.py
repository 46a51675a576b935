"""Words explained in place: where they are marked and where they are left alone."""

from waymark.guidance.explaining import Meaning, explain

PLAN = Meaning("EHC plan", "a legal document", also=("EHCP", "EHC plans"))
NEEDS = Meaning("EHC needs assessment", "a careful look")
EHC = Meaning("EHC", "education, health and care")
IT = Meaning("IT", "computers")
GLOSSARY = (PLAN, NEEDS, EHC, IT)


def marked(*texts: str) -> list[str]:
    return explain(texts, GLOSSARY, lambda said, meaning: f"[{said}={meaning.word}]")


def test_a_word_is_marked_where_it_first_stands():
    assert marked("<p>An EHC plan. The EHC plan.</p>") == [
        "<p>An [EHC plan=EHC plan]. The EHC plan.</p>"
    ]


def test_a_word_is_marked_once_on_a_page_of_several_texts():
    assert marked("<p>An EHC plan.</p>", "<p>Your EHC plan.</p>")[1] == (
        "<p>Your EHC plan.</p>"
    )


def test_another_name_for_it_counts_as_the_same_word():
    assert marked("<p>An EHCP is an EHC plan.</p>") == [
        "<p>An [EHCP=EHC plan] is an EHC plan.</p>"
    ]


def test_the_longest_words_win():
    assert marked("<p>EHC needs assessment and EHC</p>") == [
        "<p>[EHC needs assessment=EHC needs assessment] and [EHC=EHC]</p>"
    ]


def test_a_plural_is_the_same_word():
    assert marked("<p>two EHCPs</p>") == ["<p>two [EHCPs=EHC plan]</p>"]


def test_part_of_a_longer_word_is_left_alone():
    assert marked("<p>ITEM and pre-EHC</p>") == ["<p>ITEM and pre-EHC</p>"]


def test_a_name_in_capitals_is_not_a_small_word():
    assert marked("<p>it is late, and IT is slow</p>") == [
        "<p>it is late, and [IT=IT] is slow</p>"
    ]


def test_links_are_left_alone():
    text = '<p><a href="/x/">An <strong>EHC plan</strong> here</a></p>'
    assert marked(text) == [text]


def test_headings_are_left_alone_but_not_what_follows():
    assert marked("<h2>EHC plan</h2><p>EHC plan</p>") == [
        "<h2>EHC plan</h2><p>[EHC plan=EHC plan]</p>"
    ]


def test_an_address_is_never_changed():
    text = '<p><a href="/EHCP/">here</a></p>'
    assert marked(text) == [text]


def test_without_a_glossary_nothing_changes():
    assert explain(["<p>EHC plan</p>"], (), lambda said, meaning: "x") == [
        "<p>EHC plan</p>"
    ]
