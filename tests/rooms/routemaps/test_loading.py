"""Routemaps of a folder are checked before anything is written, and come in once."""

import shutil

import pytest

from tests.rooms.published import MERESHIRE
from waymark.guidance import services as guidance
from waymark.guidance.loading import BadWords
from waymark.guidance.models import Question
from waymark.organisations import services as organisations
from waymark.routemaps import services
from waymark.routemaps.models import RoutemapPage, StepPage


@pytest.fixture
def area(tmp_path, db):
    """A copy of the small area that may be spoilt, with its words in place."""
    shutil.copytree(MERESHIRE.parent, tmp_path / "areas")
    folder = tmp_path / "areas" / "mereshire"
    organisations.begin_area(folder)
    guidance.prepare_editing()
    return folder


def test_routemaps_come_in_by_their_order_and_steps_by_theirs(mereshire):
    held = RoutemapPage.objects.live().order_by("path")
    assert [page.slug for page in held] == ["asking", "unhappy"]
    steps = StepPage.objects.live().child_of(held[0]).order_by("path")
    assert [step.slug for step in steps] == ["ask", "draft"]


def test_exits_lead_to_steps_of_this_routemap_and_of_others(mereshire):
    ask = StepPage.objects.get(slug="ask")
    assert ask.if_no_to == StepPage.objects.get(slug="talk").page_ptr
    assert ask.if_nothing_to is None
    assert ask.if_agreed_to == StepPage.objects.get(slug="draft").page_ptr


def test_an_exit_may_lead_to_a_whole_routemap(mereshire):
    draft = StepPage.objects.get(slug="draft")
    assert draft.if_no_to == RoutemapPage.objects.get(slug="unhappy").page_ptr


def test_the_areas_own_words_and_helpers_are_added(mereshire):
    ask = StepPage.objects.get(slug="ask")
    assert "In Mereshire you can also call" in ask.here
    assert ask.helpers == ["sendiass", "adviceline", "harbour"]


def test_questions_come_in_under_their_routemap(mereshire):
    assert Question.objects.get().topic == "asking"


def test_everything_that_comes_in_obeys_the_publishing_rules(mereshire):
    for page in (*RoutemapPage.objects.all(), *StepPage.objects.all()):
        assert page.problems() == []


def test_a_second_run_changes_nothing(mereshire):
    StepPage.objects.filter(slug="ask").update(title="What an editor wrote")
    services.load_routemaps(MERESHIRE)
    assert StepPage.objects.filter(title="What an editor wrote").exists()
    assert StepPage.objects.count() == 3


ASKING = "england/routemaps/asking.toml"
LOCAL = "mereshire/routemaps.toml"
FAULTS = [
    (ASKING, 'rules = ["A10"]', 'rules = ["Z99"]', "step draft, rules: 'Z99'"),
    (ASKING, '"request-received"', '"danced"', "step ask, kinds: 'danced'"),
    (ASKING, '"sendiass", ', '"nobody", ', "step ask, helpers: 'nobody'"),
    (ASKING, 'to = "draft"', 'to = "nowhere"', "step ask, if_agreed, to"),
    (ASKING, '"<p>Write again.</p>"', '""', "step ask, if_nothing, words"),
    (ASKING, "[[A03]]", "[[Z99]]", "what_you_should_receive: [[Z99]]"),
    (ASKING, "[[A03]]", "within 6 weeks", "'6 weeks' is typed by hand"),
    (ASKING, "/routemaps/unhappy/talk/", "/nowhere/", "/nowhere/ leads to no page"),
    (ASKING, 'joins = "then"', 'joins = "next"', "step ask, joins: 'next'"),
    (ASKING, '"<p>You do.</p>"', '"<div>You do.</div>"', "<div> is not allowed"),
    (ASKING, '"<p>You do.</p>"', '""', "step ask, who_does_it: is empty"),
    (ASKING, 'slug = "draft"', 'slug = "ask"', "two steps have the slug 'ask'"),
    (ASKING, '"ehc-needs-assessment"', '"dancing"', "the file, process: 'dancing'"),
    (ASKING, "2026-01-05", '"soon"', "the file, written_on"),
    (ASKING, "{council}", "{king}", "{king} is no name of this area"),
    (LOCAL, "[asking.steps.ask]", "[asking.steps.x]", "no step of this name"),
    (LOCAL, "[asking", "[dancing", "no routemap of this name"),
]


@pytest.mark.parametrize(("file", "good", "bad", "says"), FAULTS)
def test_a_fault_names_its_file_step_and_field(area, file, good, bad, says):
    path = area.parent / file
    assert good in path.read_text()
    path.write_text(path.read_text().replace(good, bad))

    with pytest.raises(BadWords) as caught:
        services.load_routemaps(area)

    assert says in str(caught.value)
    assert path.name in str(caught.value)
    assert not RoutemapPage.objects.exists()


def test_a_file_that_is_not_toml_says_so(area):
    (area.parent / ASKING).write_text("slug = ")
    with pytest.raises(organisations.BadAreaFolder, match="not good TOML"):
        services.load_routemaps(area)
