"""Links kept as page numbers become addresses, and addresses page numbers."""

from waymark.guidance.linking import numbers, with_addresses, with_numbers

KEPT = '<p>See <a id="7" linktype="page">the <b>list</b></a>.</p>'
READ = '<p>See <a href="/list/">the <b>list</b></a>.</p>'


def test_a_page_number_becomes_its_address():
    assert with_addresses(KEPT, {7: "/list/"}) == READ


def test_a_link_to_a_page_that_has_gone_keeps_its_words():
    assert with_addresses(KEPT, {}) == "<p>See the <b>list</b>.</p>"


def test_an_address_of_ours_is_kept_as_a_page_number():
    assert with_numbers(READ, {"/list/": 7}.get) == KEPT


def test_an_address_that_is_no_page_of_ours_stays():
    text = '<p><a href="https://example.org/">x</a> <a href="/time-limits/">y</a></p>'
    assert with_numbers(text, {"/list/": 7}.get) == text


def test_the_pages_of_several_texts_are_asked_for_at_once():
    assert numbers([KEPT, READ, KEPT.replace("7", "9")]) == {7, 9}
