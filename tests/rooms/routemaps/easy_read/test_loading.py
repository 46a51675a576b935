"""Easy Read texts of a folder are checked before anything is written, and come in once."""

import shutil

import pytest

from tests.rooms.published import MERESHIRE
from waymark.guidance import services as guidance
from waymark.guidance.loading import BadWords
from waymark.organisations import services as organisations
from waymark.routemaps import services
from waymark.routemaps.models import EasyReadIdea, EasyReadPage, RoutemapPage


@pytest.fixture
def area(tmp_path, db):
    """A copy of the small area that may be spoilt, with its routemaps in place."""
    shutil.copytree(MERESHIRE.parent, tmp_path / "areas")
    folder = tmp_path / "areas" / "mereshire"
    organisations.begin_area(folder)
    guidance.prepare_editing()
    services.load_routemaps(folder)
    return folder


def test_a_text_comes_in_under_its_routemap_with_its_ideas_in_order(mereshire):
    page = EasyReadPage.objects.get()
    assert page.get_parent().specific == RoutemapPage.objects.get(slug="asking")
    assert page.live
    assert [i.picture for i in page.ideas.all()] == ["write", "plan", "helper"]
    assert [i.heading for i in page.ideas.all()] == [
        "Ask the council",
        "",
        "Who can help you",
    ]


def test_the_areas_names_are_filled_in_and_links_are_kept_as_pages(mereshire):
    first, second, third = EasyReadIdea.objects.all()
    assert "Mereshire Council" in first.words
    assert 'linktype="page"' in second.words
    assert third.helper == "sendiass"


def test_a_text_is_tied_to_the_full_words_of_that_moment(mereshire):
    assert EasyReadPage.objects.get().full_words.keys() == {"", "ask", "draft"}


def test_a_second_run_changes_nothing(mereshire):
    EasyReadPage.objects.update(summary="What an editor wrote")
    services.load_easy_read(MERESHIRE)
    assert EasyReadPage.objects.get().summary == "What an editor wrote"
    assert EasyReadIdea.objects.count() == 3


FAULTS = [
    ('slug = "asking"', 'slug = "nowhere"', "there is no routemap 'nowhere'"),
    ('step = "ask"', 'step = "dance"', "part 1, step: there is no step 'dance'"),
    ('picture = "plan"', 'picture = "dragon"', "part 1, idea 2, picture: 'dragon'"),
    ('picture = "plan"', 'picture = ""', "part 1, idea 2, picture: is empty"),
    ('helper = "sendiass"', 'helper = "x"', "part 2, idea 1, helper: 'x' is not known"),
    ("[[A03]]", "[[Z99]]", "part 1, idea 1, says: [[Z99]] is no rule"),
    ("[[A03]]", "in 6 weeks", "'6 weeks' is typed by hand"),
    ("{council}", "{king}", "{king} is no name of this area"),
    ("<strong>EHC plan</strong>", "<i>EHC plan</i>", "<i> is not allowed"),
    ("Ask the council", "", "part 1, heading: is empty"),
    ("EHC means education", "It means education", "“EHC” is hard"),
    ("/routemaps/unhappy/", "/nowhere/", "/nowhere/ leads to no page"),
    ("[[parts", "[[others", "there are no ideas"),
]


@pytest.mark.parametrize(("good", "bad", "says"), FAULTS)
def test_a_fault_names_its_file_part_and_idea(area, good, bad, says):
    path = area.parent / "england" / "easy-read" / "asking.toml"
    assert good in path.read_text()
    path.write_text(path.read_text().replace(good, bad))

    with pytest.raises(BadWords) as caught:
        services.load_easy_read(area)

    assert says in str(caught.value)
    assert "easy-read" in str(caught.value)
    assert not EasyReadPage.objects.exists()
