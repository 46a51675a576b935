"""Semantic HTML becomes one document, or every fault with its line."""

import base64
import socket

import pytest
from hypothesis import given

from tests.rooms.formats.documents import DOT, DRAWING, documents, easy_read_documents
from waymark.formats.document import (
    Callout,
    Figure,
    Foreign,
    Heading,
    InLanguage,
    ItemList,
    Link,
    Paragraph,
    Words,
    every_block,
    plain,
)
from waymark.formats.reading import Pictures, Unreadable, read
from waymark.formats.semantic import html


@given(documents())
def test_what_is_written_as_html_is_read_as_the_same_document(document):
    assert read(html(document)) == document


@given(easy_read_documents())
def test_an_easy_read_text_is_read_as_the_same_ideas(document):
    assert read(html(document)) == document


def page(body, head='<meta name="address" content="https://waymark.example/a/b/">'):
    return f'<!doctype html>\n<html lang="en-GB"><head><title>A page</title>{head}</head>\n<body>\n<h1>A page</h1>\n{body}\n</body></html>'


def blocks_of(body, pictures=None):
    document = read(page(body), pictures or Pictures())
    return document.blocks[1:]


def faults_of(html_text, pictures=None):
    with pytest.raises(Unreadable) as caught:
        read(html_text, pictures or Pictures())
    return [str(fault) for fault in caught.value.faults]


class TestFaults:
    @pytest.mark.parametrize(
        ("body", "says"),
        [
            ("<div><p>words", "line 5: <div> is opened here and not closed. Close it with </div>."),
            ("<p>a <strong>b</p>", "line 5: <strong> is opened here and not closed. Close it with </strong>."),
            ("<p>a <b><i>b</b></i></p>", "line 5: <i> is opened here and not closed. Close it with </i>."),
            ("<ul><li>a", "line 5: <ul> is opened here and not closed. Close it with </ul>."),
            ("<h3>Too deep</h3>", "line 5: The heading <h3> skips a level. Write <h2>."),
            ("<h1>Again</h1>", "line 5: There is a second <h1>. A document has one main heading."),
            ("\n<table><tr><td>a</td></tr></table>", "line 6: The table has no headers. Write the first row or column as <th>."),
            ('<img src="data:,x">', 'line 5: The picture has no text. Say in alt what it shows, or write alt="" if it is decoration.'),
            ('<p class="dated" data-on="13/1/2026">x</p>', "line 5: The day of this entry is not a day. Write 2026-01-13."),
            ('<ol class="time-line"><li></li></ol>', 'line 5: A stop has no title. Write it in <p class="stop">.'),
            ('<section class="idea"><p>No picture</p></section>', "line 5: An idea has one picture with text. Put one, and only one."),
            ("<svg><path d=''/></svg>", 'line 5: The drawing stands in the page itself. Put it into an <img> with its text in alt, or write aria-hidden="true" if it is decoration.'),
            ("a < b and <b", "line 5: A tag begins here and never ends. End it with >, or write &lt; if the sign itself is meant."),
            ("<!-- never", "line 5: A comment begins here and never ends. End it with -->."),
        ],
    )  # fmt: skip
    def test_each_is_named_with_its_line_and_what_to_do(self, body, says):
        assert faults_of(page(body)) == [says]

    def test_every_fault_of_a_page_is_told_at_once(self):
        assert faults_of("<p>x<em>y") == [
            "line 1: <em> is opened here and not closed. Close it with </em>.",
            'line 1: The document has no language. Write <html lang="en-GB">.',
            "line 1: The document has no title. Write <title> in its <head>.",
            "line 1: There is no main heading. Write one <h1>.",
        ]

    @pytest.mark.parametrize(
        "body",
        ["<p>a<p>b", "<ul><li>a<li>b</ul>", "<dl><dt>a<dd>b<dt>c<dd>d</dl>",
         "<table><tr><th>a<tr><td>b</table>", "<table><thead><tr><th>a<tbody><tr><td>b</table>"],
    )  # fmt: skip
    def test_an_end_tag_that_html_does_not_require_may_be_left_out(self, body):
        assert blocks_of(body)


class TestWords:
    def test_white_space_is_folded_across_elements(self):
        (block,) = blocks_of("<p>\n one <strong> two </strong> three<br> \n four </p>")

        assert plain(block.inside) == "one two three four"

    def test_a_relative_link_leads_from_the_address_of_the_page(self):
        (block,) = blocks_of('<p><a href="../c/#d">c</a></p>')

        assert block.inside == (Link("https://waymark.example/a/c/#d", (Words("c"),)),)

    @pytest.mark.parametrize(
        "address",
        ["javascript:alert(1)", " java\nscript:x", "data:text/html,x", "file:///etc/passwd",
         "vbscript:x", "//[::1", "#", ""],
    )  # fmt: skip
    def test_a_link_that_may_lead_nowhere_keeps_only_its_words(self, address):
        (block,) = blocks_of(f'<p><a href="{address}">words</a></p>')

        assert block.inside == (Words("words"),)

    def test_what_runs_fetches_or_asks_is_left_out_with_all_inside(self):
        blocks = blocks_of(
            "<p onclick='x()'>kept<script>alert('<a ')</script>"
            "<style>p{background:url(http://127.0.0.1/)}</style></p>"
            "<iframe src='http://127.0.0.1/'></iframe><object data='file:///etc/passwd'>"
            "</object><form><button>Press</button><input value='x'></form>"
            "<link rel=attachment href='file:///etc/passwd'>"
            "<base href='http://127.0.0.1/'><meta http-equiv=refresh content='0;url=/'>"
        )

        assert blocks == (Paragraph((Words("kept"),)),)

    def test_a_part_in_another_language_keeps_it_with_its_direction(self):
        block, words = blocks_of(
            '<div lang="ar"><p>كلمة</p></div><p>a <span lang="pl">plan</span></p>'
        )

        assert isinstance(block, InLanguage)
        assert (block.language.tag, block.language.direction) == ("ar", "rtl")
        assert isinstance(words.inside[1], Foreign)
        assert words.inside[1].language.direction == "ltr"

    def test_a_fold_becomes_a_heading_with_what_it_holds(self):
        blocks = blocks_of("<h2>A</h2><details><summary>More</summary>x</details><p>y")

        assert [type(b) for b in blocks] == [Heading, Heading, Paragraph, Paragraph]
        assert blocks[1].level == 3

    def test_a_callout_keeps_its_tone(self):
        (block,) = blocks_of(
            '<aside class="callout callout--help"><p>Ring.</p></aside>'
        )

        assert isinstance(block, Callout)
        assert block.tone == "help"

    def test_a_dated_item_is_also_a_day_for_the_calendar(self):
        document = read(
            page(
                '<ul><li class="dated" data-on="2026-02-16" data-uid="a">Due</li></ul>'
            )
        )

        (day,) = document.dates
        assert (day.uid, day.on.isoformat(), day.says) == ("a", "2026-02-16", "Due")
        assert isinstance(document.blocks[1], ItemList)


def data(content, media_type="image/png"):
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


class TestPictures:
    def test_a_picture_inside_the_page_is_what_its_bytes_are(self):
        (block,) = blocks_of(f'<img alt="A dot" src="{data(DOT, "image/svg+xml")}">')

        assert isinstance(block, Figure)
        assert block.picture.media_type == "image/png"

    def test_decoration_is_left_out(self):
        assert blocks_of('<p>a<img alt="" src="http://127.0.0.1/x.png"></p>') == (
            Paragraph((Words("a"),)),
        )

    def test_a_picture_in_the_given_folder_is_read(self, tmp_path):
        (tmp_path / "dot.png").write_bytes(DOT)

        (block,) = blocks_of('<img alt="A dot" src="dot.png">', Pictures(tmp_path))

        assert block.picture.content == DOT

    @pytest.mark.parametrize(
        "address",
        ["../secret.png", "%2e%2e/secret.png", "link.png", "/etc/passwd", "sub/../../secret.png",
         "missing.png", "", ".", "a\x00b.png"],
    )  # fmt: skip
    def test_nothing_outside_the_given_folder_is_read(self, tmp_path, address):
        (tmp_path / "secret.png").write_bytes(DOT)
        folder = tmp_path / "pictures"
        folder.mkdir()
        (folder / "link.png").symlink_to(tmp_path / "secret.png")

        (fault,) = faults_of(page(f'<img alt="x" src="{address}">'), Pictures(folder))

        assert "no such picture in the folder" in fault

    def test_nothing_is_fetched_from_anywhere(self):
        with socket.create_server(("127.0.0.1", 0)) as heard:
            heard.settimeout(0.2)
            address = f"http://127.0.0.1:{heard.getsockname()[1]}/x.png"
            (fault,) = faults_of(page(f'<img alt="x" src="{address}">'))
            with pytest.raises(TimeoutError):
                heard.accept()

        assert "nothing is fetched" in fault

    @pytest.mark.parametrize(
        "address", ["file:///etc/passwd", "//example.org/x", "C:\\x.png"]
    )
    def test_an_address_outside_the_page_is_refused(self, address):
        assert (
            "outside this document"
            in faults_of(page(f'<img alt="x" src="{address}">'))[0]
        )

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (b"MZ not a picture", "no PNG, JPEG or SVG"),
            (b"\x89PNG\r\n\x1a\n", "damaged"),
            (b"\xff\xd8\xff\xe0\x00\x04ab", "damaged"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\xff\xff\xff" * 2, "40 million dots"),
            (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "entities"),
            (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "no PNG, JPEG or SVG"),
        ],
    )  # fmt: skip
    def test_what_is_no_whole_picture_is_named(self, content, says):
        assert says in faults_of(page(f'<img alt="x" src="{data(content)}">'))[0]

    def test_a_drawing_loses_everything_that_runs_or_fetches(self):
        hostile = DRAWING.replace(
            b"<circle",
            b"<script>alert(1)</script><foreignObject><p/></foreignObject>"
            b'<image href="file:///etc/passwd"/><style>@import url(http://127.0.0.1/)</style>'
            b'<a href="javascript:x"><path d="M0 0"/></a><use href="http://127.0.0.1/#a"/>'
            b'<rect onload="x()" style="fill:url(http://127.0.0.1/)" '
            b'fill="url(http://127.0.0.1/#b)"/><circle',
        )

        (block,) = blocks_of(f'<img alt="x" src="{data(hostile)}">')

        kept = block.picture.content
        for sign in (
            b"script",
            b"foreign",
            b"passwd",
            b"127.0.0.1",
            b"onload",
            b"style",
        ):
            assert sign not in kept
        assert b"<circle" in kept


@pytest.mark.parametrize(
    "hostile",
    ["<div>" * 200_000, "<a " * 200_000, '<a href="' * 200_000, "<!--" * 200_000, "</" * 200_000,
     "<b>" * 50 + "</i>" * 100_000, "<" * 200_000, "&" * 500_000, "<![CDATA[" * 100_000],
)  # fmt: skip
def test_a_page_made_to_take_for_ever_is_refused_or_read_at_once(hostile):
    # A quadratic reading of these takes minutes, and the suite would not end.
    assert outcome(page(hostile)) in {"read", "refused"}


def outcome(text):
    try:
        read(text)
    except Unreadable:
        return "refused"
    return "read"


def test_a_page_without_bounds_is_told_to_be_divided():
    assert "Divide it" in faults_of("x" * 30_000_001)[0]
    assert "200,000 elements" in faults_of(page("<br>" * 200_001))[0]


def test_the_tree_can_be_walked_whole():
    document = read(page("<ul><li>a<ul><li>b</ul></ul><blockquote><p>c</blockquote>"))

    said = [
        plain(b.inside)
        for b in every_block(document.blocks)
        if isinstance(b, Paragraph)
    ]
    assert said == ["a", "b", "c"]
