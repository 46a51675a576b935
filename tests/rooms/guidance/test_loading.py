"""An area's words are checked before anything is written, and come in once."""

import shutil

import pytest

from tests.rooms.published import MERESHIRE, publish
from waymark.guidance import services
from waymark.guidance.loading import BadWords
from waymark.guidance.models import (
    Door,
    GuidePage,
    HomePage,
    Letter,
    Loaded,
    Question,
    Word,
)
from waymark.organisations import services as organisations


@pytest.fixture
def area(tmp_path):
    """A copy of the small area that may be spoilt."""
    shutil.copytree(MERESHIRE.parent, tmp_path / "areas")
    return tmp_path / "areas" / "mereshire"


def test_words_of_england_and_of_the_area_come_in(mereshire):
    assert set(Word.objects.values_list("word", flat=True)) == {
        "EHC plan",
        "SENCO",
        "statement",
        "The Harbour",
    }


def test_the_areas_names_are_filled_in(mereshire):
    assert Word.objects.get(word="The Harbour").meaning.endswith("in Mereshire.")


def test_the_blanks_of_a_letter_stay_for_the_family(mereshire):
    letter = Letter.objects.get()
    assert "To Mereshire Council" in letter.body
    assert "{request-received}" in letter.body


def test_what_comes_in_is_published_with_a_first_version(mereshire):
    for words in (
        *Word.objects.all(),
        *GuidePage.objects.all(),
        HomePage.objects.get(),
    ):
        assert words.live
        assert words.revisions.exists()
        assert not words.has_unpublished_changes


def test_a_guide_may_lead_to_a_routemap_that_comes_in_after_it(mereshire):
    assert 'linktype="page"' in GuidePage.objects.get(slug="about").body


def test_a_question_of_the_home_page_is_kept_as_a_link_to_its_page(mereshire):
    asked, limits = Door.objects.all()
    assert asked.page.slug == "ask"
    assert (limits.page, limits.address) == (None, "/time-limits/")


def test_a_second_run_changes_nothing(mereshire):
    word = Word.objects.get(word="SENCO")
    Word.objects.filter(pk=word.pk).update(meaning="What an editor wrote.")
    Question.objects.all().delete()
    before = Loaded.objects.count()

    services.load_words(MERESHIRE)

    word.refresh_from_db()
    assert word.meaning == "What an editor wrote."
    assert Loaded.objects.count() == before


def test_what_an_editor_deleted_does_not_come_back(mereshire):
    GuidePage.objects.get(slug="about").delete()
    services.load_words(MERESHIRE)
    assert not GuidePage.objects.filter(slug="about").exists()


FAULTS = [
    ("glossary.toml", 'meaning = "The teacher', 'meening = "The teacher', "meaning"),
    ("glossary.toml", "also = []", 'also = "x"', "also"),
    ("letters.toml", 'when = "late"', 'when = "soon"', "when"),
    ("letters.toml", "{your_name}", "{your_dog}", "{your_dog}"),
    ("pages/about.toml", "<h2>", "<h1>", "<h1> is not allowed"),
    ("pages/about.toml", '"adviceline"', '"nobody"', "'nobody' is not known"),
    ("pages/about.toml", 'summary = "Who wrote it."', "", "summary"),
    ("home.toml", 'question = "How long', 'kwestion = "How long', "question"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("file", "good", "bad", "says"), FAULTS)
def test_a_fault_names_its_file_and_field(area, file, good, bad, says):
    path = area.parent / "england" / file
    path.write_text(path.read_text().replace(good, bad))
    organisations.begin_area(area)

    with pytest.raises(BadWords) as caught:
        services.load_words(area)

    assert path.name in str(caught.value)
    assert says in str(caught.value)
    assert not Word.objects.exists()


@pytest.mark.django_db
def test_every_fault_is_named_at_once(area):
    for file, good, bad, _says in FAULTS[:3]:
        path = area.parent / "england" / file
        path.write_text(path.read_text().replace(good, bad))
    organisations.begin_area(area)

    with pytest.raises(BadWords) as caught:
        services.load_words(area)

    assert len(str(caught.value).splitlines()) == 3


@pytest.mark.django_db
def test_a_guide_that_leads_nowhere_stops_the_start(area):
    path = area.parent / "england" / "pages" / "about.toml"
    path.write_text(path.read_text().replace("/routemaps/asking/", "/nowhere/"))

    with pytest.raises(BadWords, match="page about: The link to /nowhere/"):
        publish(area)


@pytest.mark.django_db
def test_a_question_of_the_home_page_that_leads_nowhere_stops_the_start(area):
    path = area.parent / "england" / "home.toml"
    path.write_text(path.read_text().replace("asking/ask", "asking/nothing"))

    with pytest.raises(BadWords, match="page home: The question"):
        publish(area)
