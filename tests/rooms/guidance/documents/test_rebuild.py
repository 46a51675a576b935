"""One command makes everything anew, tells how it goes, and names what failed."""

import pytest

from waymark.config import command
from waymark.formats.making import Kind
from waymark.guidance.documents import publications, rebuilding
from waymark.guidance.documents.publications import kinds_of

pytestmark = pytest.mark.usefixtures("mereshire")


@pytest.fixture
def waymark(monkeypatch, capsys, workshop):
    """The command on this store; its exit code and what it said."""
    monkeypatch.setattr(command, "open_store", lambda: None)

    def run(*words):
        code = command.main(["formats", "rebuild", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_every_format_of_every_document_is_made(waymark, workshop):
    code, said, faults = waymark()
    held = list(publications.every())

    assert (code, faults) == (0, "")
    assert len(workshop.made) == sum(
        len(kinds_of(each.address, each.part)) for each in held
    )
    assert said.splitlines()[0].startswith(f"1 of {len(held)}  {held[0].name}  ")
    assert said.splitlines()[-1].startswith(f"{len(held)} of {len(held)}  ")
    assert all(line.endswith(" s") for line in said.splitlines())


def test_it_makes_anew_what_is_kept(waymark, workshop):
    waymark("--kind", "pdf")
    waymark("--kind", "pdf")

    held = list(publications.every())
    assert workshop.kinds == [Kind.PDF] * 2 * len(held)


def test_only_the_formats_that_were_asked_for_are_made(waymark, workshop):
    waymark("--kind", "epub", "--kind=text")

    assert set(workshop.kinds) == {Kind.EPUB, Kind.TEXT}


def test_each_failure_is_named_and_holds_up_nothing(waymark, workshop):
    workshop.broken[Kind.PDF] = ValueError()
    code, said, faults = waymark("--kind", "pdf", "--kind", "text")

    assert code == 1
    held = list(publications.every())
    assert [line.split(":")[0] for line in faults.splitlines()] == [
        each.name for each in held
    ]
    assert "pdf could not be made" in faults
    assert workshop.kinds.count(Kind.TEXT) == sum(not each.part for each in held)


def test_what_somebody_else_is_making_is_named_too(waymark, monkeypatch):
    from waymark.formats.keeping import Busy

    def busy(*args, **kwargs):
        raise Busy

    monkeypatch.setattr(rebuilding.shelf, "made", busy)
    code, _said, faults = waymark("--kind", "pdf")

    assert code == 1
    assert "/about/: pdf is being made by somebody else" in faults


def test_a_format_that_there_is_not_is_refused_kindly(waymark):
    code, said, faults = waymark("--kind", "poster")

    assert (code, said) == (1, "")
    assert "poster is no format. Choose from: html, pdf, " in faults
