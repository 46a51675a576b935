"""What stops an Easy Read text from going out: each rule with a text that breaks it."""

import pytest

from waymark.guidance.publishing import CannotPublish
from waymark.routemaps.models import EasyReadIdea, EasyReadPage, RoutemapPage, StepPage
from waymark.routemaps.models.easy_checks import changed

pytestmark = pytest.mark.usefixtures("mereshire")


@pytest.fixture
def text():
    return EasyReadPage.objects.get(url_path__contains="/asking/")


def refused(page):
    """Why the text cannot be published as it is."""
    with pytest.raises(CannotPublish) as caught:
        page.save_revision().publish()
    return str(caught.value)


def with_idea(page, **changes):
    """The text with one idea changed, as the form would change it."""
    ideas = list(page.ideas.all())
    for field, value in changes.items():
        setattr(ideas[0], field, value)
    page.ideas = ideas
    return page


def test_a_good_text_goes_out(text):
    assert text.problems() == []
    text.save_revision().publish()


IDEAS = [
    ({"picture": "dragon"}, "Idea 1: “dragon” is not one of our pictures"),
    ({"picture": ""}, "Idea 1: “” is not one of our pictures. Each idea needs one."),
    ({"words": "<p> </p>"}, "Idea 1: it has a picture and no words"),
    ({"words": "<p>They have 6 weeks.</p>"}, "Idea 1: “6 weeks” is typed by hand"),
    ({"heading": "Within six weeks"}, "Idea 1: “six weeks” is typed by hand"),
    ({"words": "<p>[[Z99]]</p>"}, "Idea 1: [[Z99]] is not a rule of the law"),
    ({"words": "<p>[[A16 length]]</p>"}, "[[A16 length]] is not a rule of the law"),
    ({"words": '<p><a href="/no/">x</a></p>'}, "/no/ leads to no page"),
    ({"words": "<p><i>x</i></p>"}, "<i> is not allowed"),
    ({"words": f"<p>{'word ' * 16}</p>"}, "has more than 15 words"),
    ({"words": "<p>You can appeal.</p>"}, "Idea 1: “appeal” is hard"),
    ({"words": "<p>Ask the NHS.</p>"}, "Idea 1: “NHS” is hard"),
    ({"step": "nowhere"}, "Idea 1: there is no published step “nowhere”"),
    ({"helper": "nobody"}, "Idea 1: “nobody” is not one of the area's helpers"),
    ({"heading": ""}, "The first idea needs a heading"),
]


@pytest.mark.parametrize(("changes", "says"), IDEAS)
def test_an_idea_that_breaks_a_rule_stays_in(text, changes, says):
    assert says in refused(with_idea(text, **changes))


PAGES = [
    ({"summary": " "}, "“Summary” is still empty"),
    ({"written_by": " "}, "“Written by” is still empty"),
    ({"summary": "In 6 weeks."}, "“6 weeks” is typed by hand"),
    ({"tested_with": "a group"}, "Say both who tried it and on which day"),
    ({"tested_on": "2026-01-05"}, "Say both who tried it and on which day"),
    ({"full_words": {}}, "Please compare it with the full words"),
]


@pytest.mark.parametrize(("changes", "says"), PAGES)
def test_a_text_that_breaks_a_rule_stays_in(text, changes, says):
    for field, value in changes.items():
        setattr(text, field, value)
    assert says in refused(text)


def test_a_text_has_one_address(text):
    routemap = RoutemapPage.objects.get(slug="unhappy")
    other = EasyReadPage(title="Other", slug="simple", summary="x", written_by="x")
    routemap.add_child(instance=other)
    assert "ends in “easy-read”" in " ".join(p.says for p in other.problems())


def test_a_text_of_no_ideas_stays_in(text):
    text.ideas = []
    assert "Write at least one idea" in refused(text)


def test_a_text_of_more_than_24_pages_stays_in(text):
    text.ideas = [
        EasyReadIdea(sort_order=n, heading="x", picture="yes", words="<p>x</p>")
        for n in range(73)
    ]
    assert "at most 72: that is 24 pages" in refused(text)


def test_the_only_step_is_still_the_only_step_beside_an_easy_read_text():
    StepPage.objects.filter(slug="draft").update(live=False)
    only = StepPage.objects.get(slug="ask")
    says = " ".join(problem.says for problem in only.withdrawal_problems())
    assert "the only step of a published routemap" in says


def test_an_easy_read_text_alone_is_no_step():
    asking = RoutemapPage.objects.get(slug="asking")
    StepPage.objects.child_of(asking).update(live=False)
    says = " ".join(problem.says for problem in asking.problems())
    assert "at least one of its steps" in says


# ---- advice ---------------------------------------------------------------------------


def test_advice_is_given_and_stops_nothing(text):
    words = "<p>A <b>word</b> that stands here for a very long time indeed.</p>"
    with_idea(text, words=words + "<p>We provide it. A. B. C.</p>")
    said = " ".join(text.advice())
    assert "is long. Ten words read better." in said
    assert "“word” is bold, and nothing here says what it means" in said
    assert "there is a plainer word (provide: give)" in said
    assert "Idea 1: this may be more than one idea" in said
    assert "The step “draft” is not told here" in said
    assert "Nobody is named who checked it" in said
    assert "It is not yet tested with readers" in said
    assert text.problems() == []


def test_there_is_nothing_to_advise_where_all_is_well(text):
    text.checked_by, text.tested_with = "Efa", "a reading group"
    text.tested_on = "2026-01-05"
    ideas = list(text.ideas.all())
    ideas[1].heading, ideas[1].step = "Then", "draft"
    text.ideas = ideas
    assert text.advice() == []


@pytest.mark.parametrize(
    ("held", "now", "parts"),
    [
        ({"": "a", "ask": "b"}, {"": "a", "ask": "b"}, []),
        ({"": "a", "ask": "b"}, {"": "c", "ask": "b"}, [""]),
        ({"": "a"}, {"": "a", "new": "b"}, ["new"]),
        ({"": "a", "gone": "b"}, {"": "a"}, ["gone"]),
        ({}, {"": "a"}, []),
    ],
)
def test_what_changed_came_or_went_is_named(held, now, parts):
    assert changed(held, now) == parts
