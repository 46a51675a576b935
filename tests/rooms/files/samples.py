"""Files made when a test runs: good ones of each kind, and others that are not."""

import io
import struct
import zipfile

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

CONTENT_TYPES = b"<Types/>"
DOCUMENT = b"<w:document><w:t>Invented words</w:t></w:document>"


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def picture(kind="JPEG", size=(40, 30), **options) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", size, "teal").save(held, kind, **options)
    return held.getvalue()


def picture_with_a_place() -> bytes:
    """A picture as a phone makes it: with where it was taken, lying on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Invented Phones"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 32.0, 0.0)
    return picture(exif=exif)


def pdf(change=lambda made: None, **options) -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    change(made)
    held = io.BytesIO()
    made.save(held, **options)
    return held.getvalue()


def runs_a_script(made) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    made.Root.OpenAction = made.make_indirect(action)


def launches(made) -> None:
    made.pages[0].AA = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.Launch))


def holds_a_file(made) -> None:
    made.attachments["more.txt"] = b"more"


def word(*parts: tuple[str, bytes], stored=zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", stored) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("word/document.xml", DOCUMENT)
        for name, content in parts:
            archive.writestr(name, content)
    return held.getvalue()


def open_document() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<office:document-content/>")
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest/>")
    return held.getvalue()


def sound() -> bytes:
    return b"RIFF" + struct.pack("<I", 36) + b"WAVEfmt " + b"\0" * 24


def film(brand=b"isom") -> bytes:
    return struct.pack(">I", 24) + b"ftyp" + brand + b"\0" * 40


GOOD = {
    "pdf": ("a.pdf", pdf()),
    "docx": ("a.docx", word()),
    "odt": ("a.odt", open_document()),
    "text": ("a.txt", "Grüße, all through.\n".encode()),
    "jpeg": ("a.JPG", picture()),
    "png": ("a.png", picture("PNG")),
    "wav": ("a.wav", sound()),
    "mp3": ("a.mp3", b"ID3\x04\0\0" + b"\0" * 40),
    "ogg": ("a.opus", b"OggS" + b"\0" * 40),
    "m4a": ("a.m4a", film(b"M4A ")),
    "mp4": ("a.mp4", film()),
    "mov": ("a.mov", film(b"qt  ")),
    "webm": ("a.webm", b"\x1a\x45\xdf\xa3\x01\x42\x82\x84webm" + b"\0" * 40),
}
RELATION = (
    b'<Relationships><Relationship Id="1" Type="http://x/attachedTemplate" '
    b'Target="https://example.org/a.dotm" TargetMode="External"/></Relationships>'
)
LINK = (
    b'<Relationships><Relationship Id="1" Type="http://x/hyperlink" '
    b'Target="https://example.org/" TargetMode="External"/></Relationships>'
)
BAD = {
    "empty": ("a.txt", b"", "empty"),
    "a web page": ("a.html", b"<html><script>1</script></html>", "not taken"),
    "a drawing that runs": ("a.svg", b"<svg onload='1'/>", "not taken"),
    "a program": ("a.exe", b"MZ\x90\0\x03", "not taken"),
    "an archive": ("a.zip", b"PK\x03\x04" + b"\0" * 40, "not taken"),
    "a picture called PDF": ("a.pdf", picture(), "JPEG, but its name ends in .pdf"),
    "a PDF with a web page before it": ("a.pdf", b"<html>" + pdf(), "not taken"),
    "a PDF that runs a script": ("a.pdf", pdf(runs_a_script), "runs something"),
    "a PDF that launches": ("a.pdf", pdf(launches), "runs something"),
    "a PDF that holds a file": ("a.pdf", pdf(holds_a_file), "holds another file"),
    "a PDF with a password": (
        "a.pdf",
        pdf(encryption=pikepdf.Encryption(owner="o", user="u")),
        "password",
    ),
    "a PDF that forbids": (
        "a.pdf",
        pdf(encryption=pikepdf.Encryption(owner="o", user="")),
        "password",
    ),
    "a broken PDF": ("a.pdf", b"%PDF-1.7 nothing", "broken"),
    "a Word file with a program": (
        "a.docx",
        word(("word/vbaProject.bin", b"x")),
        "macro",
    ),
    "a Word file with another in it": (
        "a.docx",
        word(("word/embeddings/oleObject1.bin", b"x")),
        "macro",
    ),
    "a Word file that fetches": (
        "a.docx",
        word(("word/_rels/settings.xml.rels", RELATION)),
        "fetches something",
    ),
    "a Word file that starts another program": (
        "a.docx",
        word(("word/footer1.xml", b"<w:instrText>DDEAUTO c:\\x</w:instrText>")),
        "fetches something",
    ),
    "a Word file that climbs": ("a.docx", word(("../x", b"x")), "not made as"),
    "a bomb": ("a.docx", word(("word/media/a.xml", b"\0" * 20_000_000)), "unpacks to"),
    "a bomb of many parts": (
        "a.docx",
        word(*((f"word/{n}", b"") for n in range(1_001))),
        "unpacks to",
    ),
    "a Word file with something behind it": (
        "a.docx",
        word() + b"<script>",
        "hides in this",
    ),
    "a broken picture": ("a.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 40, "broken"),
    "a picture of too many dots": ("a.png", picture("PNG", (7000, 6000)), "million"),
    "text in another alphabet": ("a.txt", b"Gr\xfc\xdfe, all through.", "UTF-8"),
    "text that turns into something else": (
        "a.txt",
        b"a" * 70_000 + b"\0",
        "UTF-8",
    ),
}
