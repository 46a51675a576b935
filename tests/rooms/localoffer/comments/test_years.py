"""Every year is published whole: by two people, in time, and so that nobody is known."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from tests.factories.accounts import actor_of
from tests.people import EFA, OONA, PRIYA, QUILL
from tests.rooms.localoffer.comments.conftest import KEEPING_OUT
from waymark.guidance.slots import addresses
from waymark.localoffer.comments import policies, queries, services
from waymark.localoffer.comments.answer import KeepingOut
from waymark.localoffer.comments.presenters import year_shown
from waymark.localoffer.comments.queries import Due, Standing
from waymark.localoffer.models import Comment, Service, YearOfAnswers
from waymark.localoffer.models.comment import Action, KeptOut, Theme
from waymark.today import today

YEAR = 2026
PAGE = f"/local-offer/you-said-we-did/{YEAR}/"
WRITING = f"/editing/you-said-we-did/{YEAR}/"
WORDS = {"introduction": "We heard about numbers.", "how_asked": "At two meetings."}


@pytest.fixture
def written(oona):
    def write(year=YEAR, send=True):
        services.save_year(oona, year, send=send, **WORDS)

    return write


@pytest.fixture
def published(written, priya):
    def publish(year=YEAR):
        written(year)
        services.publish_year(priya, year)

    return publish


# ---- who may, and when -----------------------------------------------------------


@pytest.mark.parametrize("persona", [EFA, QUILL])
def test_nobody_else_writes_or_publishes_a_year(written, persona, as_):
    written()
    actor, held = actor_of(persona), queries.year(YEAR)
    client = as_(persona)

    assert not policies.may_write_year(actor, None)
    assert not policies.may_settle_year(actor, held)
    assert queries.years_written(actor) == []
    assert client.get("/editing/you-said-we-did/").status_code in {302, 403}
    assert client.get(WRITING).status_code in {302, 403}
    assert client.post(f"{WRITING}settle/").status_code in {302, 403}
    with pytest.raises(PermissionDenied):
        services.save_year(actor, YEAR, send=True, **WORDS)


def test_a_second_person_publishes_it(written, oona, priya):
    written(send=False)
    with pytest.raises(PermissionDenied, match="Nobody has sent it"):
        services.publish_year(priya, YEAR)
    written()
    with pytest.raises(PermissionDenied, match="Only approvers"):
        services.publish_year(oona, YEAR)
    with pytest.raises(PermissionDenied, match="is reading it"):
        written()
    services.publish_year(priya, YEAR)

    assert queries.year(YEAR).published_on == today()


def test_nobody_publishes_their_own_words(priya):
    services.save_year(priya, YEAR, send=True, **WORDS)

    with pytest.raises(PermissionDenied, match="second person"):
        services.publish_year(priya, YEAR)


def test_a_year_waits_until_every_comment_is_settled(said, settled, written, priya):
    """Regulation 56(3): every comment has an answer and an action, or a reason."""
    first, second = said(), said("No map.")
    settled(first)
    written()
    with pytest.raises(PermissionDenied, match="not settled"):
        services.publish_year(priya, YEAR)
    settled(second, KEEPING_OUT)
    services.publish_year(priya, YEAR)

    for comment in Comment.objects.filter(received_on__year=YEAR):
        answered = comment.response and comment.action and comment.words
        assert answered or (comment.kept_out and comment.kept_out_because)


def test_a_published_year_stays_while_it_is_written_again(published, oona, client):
    published()
    services.save_year(oona, YEAR, send=True, introduction="New.", how_asked="New.")

    page = client.get(PAGE).content.decode()
    assert WORDS["introduction"] in page
    assert "New." not in page


# ---- in time ---------------------------------------------------------------------


def test_before_the_first_comment_nothing_is_due(db):
    assert queries.due(today()) == Due(None, Standing.NOTHING_YET)


def test_a_year_after_the_first_comment_something_must_be_published(said):
    said()

    assert queries.due(today()).by == date(2027, 1, 13)


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(2026, 11, 13), Standing.IN_TIME),
        (date(2026, 11, 14), Standing.SOON),
        (date(2027, 1, 13), Standing.SOON),
        (date(2027, 1, 14), Standing.OVERDUE),
    ],
)
def test_it_is_said_sixty_days_before_and_ever_after(published, on, standing):
    published()

    assert queries.due(on) == Due(date(2027, 1, 13), standing)


def test_a_year_after_a_leap_day_is_the_28th(published, written):
    published()
    YearOfAnswers.objects.update(published_on=date(2028, 2, 29))

    assert queries.due(today()).by == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (10, "must be published by 13 January 2027"),
        (330, "is due soon"),
        (400, "The yearly publication is overdue"),
    ],
)
def test_editors_are_told(as_, published, an_ordinary_tuesday_in_term, days, says):
    published()
    an_ordinary_tuesday_in_term.shift(timedelta(days=days))

    assert says in as_(OONA).get("/editing/comments/").content.decode()


def test_the_editors_first_screen_warns_when_it_is_overdue(
    as_, published, an_ordinary_tuesday_in_term
):
    published()
    client = as_(OONA)
    assert b"must be published by 13 January 2027" in client.get("/editing/").content
    an_ordinary_tuesday_in_term.shift(timedelta(days=400))

    assert b"is overdue" in as_(OONA).get("/editing/").content


# ---- what readers see ------------------------------------------------------------


def test_the_page_says_what_was_said_what_we_say_and_what_we_do(
    said, settled, published, client
):
    settled(said(speaker="parent", reply_to="amina@example.org"))
    published()
    page = client.get(PAGE).content.decode()

    for words in (
        "There is no phone number.",
        "You are right, and we are sorry.",
        "Done on 13 January 2026",
        "The number stands at the top of the page.",
        "Something is missing",
        "was published on 13 January 2026",
    ):
        assert words in page
    assert "amina" not in page
    assert "parent or carer" not in page


@pytest.mark.parametrize(
    ("action", "on", "says"),
    [
        (Action.PLANNED, date(2026, 3, 1), "We will do this by 1 March 2026"),
        (Action.NOT_POSSIBLE, None, "We cannot do this"),
        (Action.NOTHING_ASKED, None, "Nothing was asked for"),
    ],
)
def test_every_action_is_said_plainly(settled, answer, client, action, on, says):
    settled(given=answer(action=action, action_on=on))

    assert says in client.get(PAGE).content.decode()


def test_an_answer_is_there_as_soon_as_it_is_approved(settled, client):
    settled()
    page = client.get("/local-offer/you-said-we-did/").content.decode()

    assert "Answers of 2026 so far." in page
    assert "There is no phone number." in page
    assert "take-away" not in page


def test_before_anything_is_published_the_page_says_so(client, said):
    said()
    page = client.get("/local-offer/you-said-we-did/").content.decode()

    assert "Nothing has been published here yet." in page
    assert client.get(PAGE).status_code == 404


def test_years_lead_to_each_other(settled, published, client, said):
    settled()
    published(2025)
    newest = client.get("/local-offer/you-said-we-did/").content.decode()
    older = client.get(f"{PAGE[:-5]}2025/").content.decode()

    assert f'href="{PAGE[:-5]}2025/"' in newest
    assert f'href="{PAGE}"' in older


def test_hostile_words_are_only_words(settled, answer, client):
    settled(given=answer(words="<script>alert(1)</script> **x**"))

    assert b"<script>alert" not in client.get(PAGE).content


# ---- small numbers ---------------------------------------------------------------


def facts():
    return " ".join(year_shown(YEAR).facts)


def test_few_people_are_not_counted_by_who_they_are(said, settled):
    for speaker in ["parent"] * 6 + ["young-person"] * 2:
        settled(said(f"x{Comment.objects.count()}", speaker=speaker))

    assert "parent" not in facts()
    assert "young person" not in facts()


def test_a_few_among_many_hide_the_next_smallest_number_too(said, settled):
    for speaker in ["parent"] * 9 + ["practitioner"] * 6 + ["young-person"] * 2:
        settled(said(f"x{Comment.objects.count()}", speaker=speaker))

    assert "A parent or carer: 9" in facts()
    assert "Somebody who works with families: too few to show" in facts()
    assert "A child or young person: too few to show" in facts()


def test_many_people_are(said, settled):
    for speaker in ["parent"] * 6 + ["young-person"] * 5:
        settled(said(f"x{Comment.objects.count()}", speaker=speaker))

    assert "A parent or carer: 6" in facts()
    assert "A child or young person: 5" in facts()


def test_few_comments_kept_out_are_not_numbered(settled):
    settled()
    settled(given=KEEPING_OUT)

    assert "Fewer than 5 were kept out" in facts()
    assert "settled this year" not in facts()


def test_many_comments_kept_out_are_told_by_reason(said, settled):
    for _ in range(6):
        settled(said(), KEEPING_OUT)
    assert "6 were kept out" in facts()
    assert "It is about what one person gets: 6" in facts()
    assert "6 comments were settled this year." in facts()


def test_a_reason_given_once_hides_itself_and_the_next(said, settled):
    for _ in range(6):
        settled(said(), KEEPING_OUT)
    settled(said(), KeepingOut(KeptOut.VEXATIOUS, "It insults somebody."))

    assert "one person gets: too few to show" in facts()
    assert "vexatious: too few to show" in facts()


def places_shown():
    return {
        answered.place.title
        for theme in year_shown(YEAR).themes
        for answered in theme.comments
        if answered.place
    }


@pytest.mark.usefixtures("marram")
@pytest.mark.parametrize(("number", "named"), [(4, False), (5, True)])
def test_a_service_is_named_only_when_five_people_speak_of_it(
    said, settled, number, named
):
    service = Service.objects.exclude(published_at=None).first()
    page = f"{queries.SERVICES}{service.pk}/"
    for at in range(number):
        settled(said(f"x{at}", page=page))

    assert places_shown() == ({service.name} if named else set())


def test_an_address_that_somebody_made_up_is_never_shown(said, settled, client):
    settled(said(page="/jayden-is-bad/"))
    settled(said(page=f"{queries.SERVICES}jayden/"))

    assert places_shown() == set()
    assert b"jayden" not in client.get(PAGE).content


@pytest.mark.usefixtures("mereshire")
def test_a_page_that_everybody_reads_is_named(said, settled):
    settled(said(page="/guides/reading-a-plan/"))

    assert len(places_shown()) == 1


def test_themes_come_in_their_order_and_only_where_something_was_said(
    said, settled, answer
):
    settled(said(), answer(theme=Theme.MAKING))
    settled(said("x"), answer(theme=Theme.WRONG))

    assert [theme.key for theme in year_shown(YEAR).themes] == ["wrong", "making"]


# ---- the screens -----------------------------------------------------------------


def test_an_editor_writes_a_year_and_a_second_person_publishes_it(as_, client):
    oona = as_(OONA)
    kept = oona.post(WRITING, WORDS)
    assert b"What you wrote is kept." in oona.get(kept.url).content
    assert oona.post(WRITING, {**WORDS, "send": "1"}).status_code == 302
    assert b"second person is reading it" in oona.get(WRITING).content or (
        b"Only approvers" in oona.get(WRITING).content
    )
    assert client.get(PAGE).status_code == 404

    priya = as_(PRIYA)
    assert b"Publish it" in priya.get(WRITING).content
    assert priya.post(f"{WRITING}settle/").status_code == 302
    assert client.get(PAGE).status_code == 200
    assert (
        b"Published on 13 January 2026"
        in priya.get("/editing/you-said-we-did/").content
    )


def test_a_year_is_returned_with_a_reason(as_, written):
    written()
    priya = as_(PRIYA)
    silent = priya.post(f"{WRITING}settle/", {"return": "1"})
    assert silent.status_code == 422
    assert b"Say what is to be changed." in silent.content
    said_why = {"return": "1", "because": "Name the meetings."}
    assert priya.post(f"{WRITING}settle/", said_why).status_code == 302

    assert b"Name the meetings." in as_(OONA).get(WRITING).content


def test_what_must_be_done_first_is_said_and_nothing_is_published(as_, said, written):
    said()
    written()
    answer = as_(PRIYA).post(f"{WRITING}settle/")

    assert answer.status_code == 409
    assert b"It is not published yet" in answer.content
    assert queries.year(YEAR).published_on is None


def test_an_editor_who_presses_publish_is_refused(as_, written):
    written()

    assert as_(OONA).post(f"{WRITING}settle/").status_code in {302, 403}
    assert queries.year(YEAR).published_on is None


def test_missing_words_are_asked_for_and_the_others_kept(as_):
    answer = as_(OONA).post(WRITING, {"introduction": "", "how_asked": "At school."})

    assert answer.status_code == 422
    assert b"Say what you heard and what changed." in answer.content
    assert b"At school." in answer.content


@pytest.mark.parametrize("year", [1999, 2099])
def test_a_year_without_comments_is_not_written(as_, year):
    address = f"/editing/you-said-we-did/{year}/"
    assert as_(OONA).get(address).status_code == 404
    assert as_(PRIYA).post(f"{address}settle/").status_code == 404


def test_a_page_of_many_comments_takes_no_more_queries(
    said, settled, published, client, django_assert_max_num_queries
):
    for at in range(12):
        settled(said(f"x{at}", page=f"{queries.SERVICES}{at}/"))
    published()

    with django_assert_max_num_queries(20):
        client.get(PAGE)


def test_the_pages_are_named_to_search_engines_and_on_the_first_page(
    marram, settled, published, client
):
    settled()
    published()

    assert PAGE in [address for address, _changed in addresses()]
    assert 'href="/local-offer/you-said-we-did/"' in (
        client.get("/local-offer/").content.decode()
    )
