"""The little HTML that words may hold, and what is read from it."""

import pytest

from waymark.guidance.simple_html import (
    Read,
    first_sentence,
    is_empty,
    plain,
    tokens,
    typed_limits,
    with_tokens,
)


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<p><img src=x></p>", "<img> is not allowed"),
        ("<script>x</script>", "<script> is not allowed"),
        ("<p>open", "<p> is not closed"),
        ("<p>x</b></p>", "</b> closes nothing"),
        ('<a href="javascript:x">x</a>', "'javascript:x' does not lead anywhere"),
        ('<a href="//elsewhere.example">x</a>', "does not lead anywhere"),
        ("<a>x</a>", "does not lead anywhere"),
    ],
)
def test_what_is_wrong_is_named(html, fault):
    assert any(fault in said for said in Read(html).faults)


def test_good_words_have_no_fault():
    html = '<h3>A</h3><p>b<br>c <a href="/d/">e</a></p><ul><li><b>f</b></li></ul>'
    assert Read(html).faults == []


def test_links_are_read_as_addresses_or_page_numbers():
    read = Read('<a href="/x/">x</a> <a id="3" linktype="page">y</a>')
    assert (read.addresses, read.page_ids) == (["/x/"], [3])


def test_tags_alone_say_nothing():
    assert is_empty("<p> <br> </p>")
    assert not is_empty("<p>.</p>")


def test_blocks_do_not_run_together():
    assert plain("<p>One.</p><ul><li>Two &amp; three</li></ul>") == "One. Two & three"


def test_the_first_sentence_stands_for_the_whole():
    assert first_sentence("<p>Ask. Then wait.</p>") == "Ask."


def test_a_long_first_sentence_ends_at_a_word():
    said = first_sentence(f"<p>{'word ' * 60}</p>", at_most=30)
    assert said == "word word word word word word…"


@pytest.mark.parametrize(
    "typed",
    ["6 weeks", "20-week", "fifteen working days", "2 months", "15 days", "six weeks"],
)
def test_a_time_limit_typed_by_hand_is_seen(typed):
    assert typed_limits(f"<p>You get {typed} to answer.</p>") == [typed]


@pytest.mark.parametrize("words", ["16 years", "Year 9", "two days a week", "week 6"])
def test_ages_and_the_like_are_no_time_limits(words):
    assert typed_limits(f"<p>From {words} on.</p>") == []


def test_a_key_of_law_turns_into_words():
    text = "<p>Decide [[A03]] of that, or [[Z99]].</p>"
    assert tokens(text) == ["A03", "Z99"]
    assert with_tokens(text, {"A03": "within 6 weeks"}) == (
        "<p>Decide within 6 weeks of that, or [[Z99]].</p>"
    )
