"""What must be so before a page of the Local Offer goes out, and who lets it out."""

import pytest
from django.core.exceptions import PermissionDenied

from waymark.guidance.loading import BadWords
from waymark.guidance.models import SecondPerson
from waymark.guidance.publishing import CannotPublish
from waymark.localoffer import services
from waymark.localoffer.models import EventPage, OfferGuidePage, PathwayPage


def says(page):
    return " ".join(problem.says for problem in page.problems())


@pytest.fixture
def talking(mereshire):
    return OfferGuidePage.objects.get(slug="talking")


def test_a_good_page_has_no_problem(talking):
    assert talking.problems() == []


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("summary", "", "“Summary” is still empty"),
        ("sources", "<p> </p>", "“Where this comes from” is still empty"),
        ("checked_on", None, "on which day this was last checked"),
        ("body", "<p>They answer in 6 weeks.</p>", "typed by hand"),
        ("body", "<p>They answer [[Z99]].</p>", "not a time limit of the law"),
        ("body", '<p><a href="/gone/">here</a></p>', "leads to no page"),
        ("headings", ["nothing"], "not one of our terms"),
        ("needs", ["nothing"], "not one of our terms"),
        ("helpers", ["nobody"], "not one of the area's helpers"),
    ],
)
def test_a_page_with_a_fault_says_what_is_wrong(talking, field, value, why):
    setattr(talking, field, value)
    assert why in says(talking)


def test_an_event_without_a_day_stays_a_draft(mereshire):
    event = EventPage.objects.get()
    event.days = []
    assert "at least one day" in says(event)


def test_a_pathway_names_only_services_that_people_can_see(mereshire):
    pathway = PathwayPage.objects.get()
    pathway.services = ["6a4b0f5e-0000-4000-8000-000000000000"]
    assert "no service that people can see" in says(pathway)


def test_nobody_publishes_what_they_wrote(talking, oona, priya):
    talking.title = "Talking, listening and play"
    revision = talking.save_revision(user=oona)
    with pytest.raises(CannotPublish, match="somebody else must approve it"):
        revision.publish(user=oona)
    revision.publish(user=priya)
    talking.refresh_from_db()
    assert talking.title == "Talking, listening and play"


def test_a_guide_waits_for_a_second_person(talking, oona):
    talking.save_revision(user=oona)
    state = talking.get_workflow().start(talking, oona)
    task = state.current_task_state
    assert isinstance(task.task.specific, SecondPerson)
    with pytest.raises(PermissionDenied):
        task.task.specific.on_action(task, oona, "approve")


def test_a_translation_grows_stale_when_the_english_changes(talking):
    parts = {original.name for original in talking.originals()}
    assert {"title", "summary", "body"} <= parts
    pathway = PathwayPage.objects.get()
    assert "waits_for" in {original.name for original in pathway.originals()}


BAD = {
    "summary = ''": "summary: is empty",
    "summary = 'x'\nbody = '<div>x</div>'": "<div> is not allowed",
    "summary = 'x'\nchecked_on = 'today'": "should be a day",
    "summary = 'x'\nneeds = ['nothing']": "'nothing' is not known",
}


@pytest.mark.parametrize(("held", "why"), BAD.items())
def test_a_bad_file_says_where_it_is_wrong_and_nothing_is_loaded(
    mereshire, tmp_path, held, why
):
    area = tmp_path / "bad"
    folder = area / "local_offer" / "guides"
    folder.mkdir(parents=True)
    (area / "area.toml").write_text("[names]\n")
    (folder / "bad.toml").write_text(f"slug = 'bad'\ntitle = 'Bad'\n{held}\n")
    with pytest.raises(BadWords, match=why):
        services.load_reading(area)
    assert not OfferGuidePage.objects.filter(slug="bad").exists()


def test_a_bad_time_or_service_or_link_is_named(mereshire, tmp_path):
    folder = tmp_path / "local_offer"
    good = "title = 'T'\nsummary = 's'\nsources = '<p>s</p>'\nchecked_on = 2026-01-01\n"
    for kind, held in {
        "events": "slug = 'e'\nbody = '<p>b</p>'\n[[days]]\non = 2026-01-01\n"
        "starts = 'soon'\n",
        "waiting": "slug = 'w'\nbody = '<p>b</p>'\nwaits_for = 'w'\n"
        "services = ['Nobody']\n",
    }.items():
        (folder / kind).mkdir(parents=True)
        (folder / kind / "one.toml").write_text(good + held)
    (tmp_path / "area.toml").write_text("[names]\n")
    with pytest.raises(BadWords) as fault:
        services.load_reading(tmp_path)
    assert "should be a time" in str(fault.value)
    assert "'Nobody' is not known" in str(fault.value)


def test_a_page_that_leads_nowhere_is_named_and_nothing_is_loaded(mereshire, tmp_path):
    folder = tmp_path / "local_offer" / "guides"
    folder.mkdir(parents=True)
    (tmp_path / "area.toml").write_text("[names]\n")
    (folder / "lost.toml").write_text(
        "slug = 'lost'\ntitle = 'T'\nsummary = 's'\nsources = '<p>s</p>'\n"
        "checked_on = 2026-01-01\nbody = '<p><a href=\"/gone/\">x</a></p>'\n"
    )
    with pytest.raises(BadWords, match="guides/lost"):
        services.load_reading(tmp_path)
    assert not OfferGuidePage.objects.filter(slug="lost").exists()
