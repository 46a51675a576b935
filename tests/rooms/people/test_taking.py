"""A family takes the record away in every format; what is not theirs is in none."""

import io
import re

import pikepdf
import pytest
from django.urls import reverse

from tests.factories.accounts import account_of
from tests.factories.organisations import an_authority
from tests.factories.people import acting, rowans_family
from tests.people import LEILA, MARCUS, QUILL, ROWAN
from waymark.access.audit import who_looked
from waymark.formats import making
from waymark.formats.confined import ToolMissing
from waymark.formats.making import CannotMake, Kind
from waymark.people import services
from waymark.people.services import Saying
from waymark.people.telling import Put

pytestmark = pytest.mark.django_db


@pytest.fixture
def family():
    an_authority()
    held = rowans_family()
    actor = acting(LEILA)
    services.tell(
        actor=actor,
        child_id=held.child.pk,
        part="so-far",
        words="Born <early>.\n\nThen.",
    )
    services.keep_voice(
        actor=acting(ROWAN),
        child_id=held.child.pk,
        saying=Saying(medium="symbols", topic="school", puts={"noise": Put.HARD}),
    )
    services.keep_voice(
        actor=acting(ROWAN),
        child_id=held.child.pk,
        saying=Saying(medium="typed", words="Only mine.", is_kept=True),
    )
    return held


def address(family, *more) -> str:
    return reverse("people:take_away", args=[family.child.pk]) + "".join(
        f"{each}/" for each in more
    )


def taken(client, family, kind):
    client.force_login(account_of(LEILA))
    return client.get(address(family, kind))


def test_every_format_is_offered(client, family):
    client.force_login(account_of(LEILA))
    page = client.get(address(family)).content.decode()
    for kind in Kind:
        assert (address(family, kind) in page) == (kind is not Kind.ICS)


def test_the_words_are_those_that_a_parent_may_read(client, family):
    text = taken(client, family, "text").content.decode()
    said = re.sub(r"\s+", " ", text)
    for words in ("Rowan Quayside", "Oak School", "Born <early>.", "Noise", "Hard"):
        assert words in said
    for words in ("Only mine.", MARCUS.email, "9 Elsewhere Close"):
        assert words not in said


def test_a_copy_is_kept_by_nobody_and_no_name_is_in_its_file(client, family):
    answer = taken(client, family, "pdf")
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Disposition"] == 'attachment; filename="record.pdf"'
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "Rowan" not in str(pdf.docinfo.get("/Title", ""))


@pytest.mark.parametrize("kind", ["html", "large-print-24", "docx", "brf", "epub"])
def test_each_format_is_made(client, family, kind):
    answer = taken(client, family, kind)
    assert answer.status_code == 200
    assert len(answer.content) > 500


def test_that_a_copy_was_taken_is_written_down(client, family):
    taken(client, family, "text")
    whys = {line.why for line in who_looked(family.child.pk)}
    assert "Took a copy away" in whys


def test_somebody_else_takes_nothing(client, family):
    client.force_login(account_of(QUILL))
    assert client.get(address(family)).status_code == 404
    assert client.get(address(family, "text")).status_code == 404


@pytest.mark.parametrize("kind", ["ics", "no-such-kind"])
def test_a_format_that_there_is_not_is_not_here(client, family, kind):
    assert taken(client, family, kind).status_code == 404


def test_a_format_that_fails_names_itself_and_says_nothing_of_the_child(
    client, family, monkeypatch
):
    def fails(document, kind):
        raise CannotMake(kind, ToolMissing("lou_translate", "liblouis-bin"))

    monkeypatch.setattr(making, "make", fails)
    answer = taken(client, family, "brf")
    assert answer.status_code == 503
    assert "could not be made" in answer.content.decode()
