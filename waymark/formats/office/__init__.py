"""Office files, books and Markdown."""

from waymark.formats.office.book import epub
from waymark.formats.office.markdown import markdown
from waymark.formats.office.open_document import odt
from waymark.formats.office.word import docx

__all__ = ["docx", "epub", "markdown", "odt"]
