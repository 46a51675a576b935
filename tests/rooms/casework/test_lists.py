"""What must be done today, and what breaks next; found again, and proved."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.factories.accounts import account_of
from tests.factories.people import SEPTEMBER, a_child, acting, assigned, works_as
from tests.people import DAVINA, HESTER, IMRAN, JONAS, LEILA, QUILL, Persona
from tests.rooms.casework.asking import MONDAY, TUESDAY, ask, step, text_of
from waymark.access.models import AuditEntry
from waymark.access.roles import Role
from waymark.casework import queries, services
from waymark.casework.models import CaseLine, Episode, Happening, SavedList
from waymark.casework.queries import Wanted, When
from waymark.casework.services import Asked
from waymark.casework.services.lines import line_of
from waymark.config.command import main
from waymark.law.events import Kind
from waymark.law.rule import Party
from waymark.people.models import Attendance

pytestmark = pytest.mark.django_db
MILA = Persona("Mila", "mila@example.org")


def children_with_cases(family, number, *, received=MONDAY):
    """As many children of Davina's, each with a request, a day apart."""
    made = [
        a_child(forename=f"Child{at}", born_on=date(2014, 1, 1) + timedelta(at))
        for at in range(number)
    ]
    for child in made:
        assigned(child, DAVINA, Role.COORDINATOR, team=family.team)
        Attendance.objects.create(
            child=child, setting=family.school, began_on=SEPTEMBER
        )
    asked = [
        Asked(
            key=str(child.pk),
            child_id=child.pk,
            asked_by="parent",
            channel="post",
            steps=((Kind.REQUEST_RECEIVED, received - timedelta(at % 60)),),
        )
        for at, child in enumerate(made)
    ]
    services.take_in(asked, source="test")
    return made


def listed(persona, **wanted):
    return queries.cases(acting(persona), Wanted(**wanted))


# ---- the list --------------------------------------------------------------------


def test_the_most_urgent_comes_first_with_who_has_to_act(family):
    children_with_cases(family, 3)
    ask(family)
    rows = listed(DAVINA).rows

    due = [row.line.due_on for row in rows]
    assert due == sorted(due)
    assert {row.line.holder for row in rows} == {Party.LOCAL_AUTHORITY.value}
    assert {row.officer for row in rows} == {"Davina"}
    assert {row.setting for row in rows} == {"Oak School"}


def test_each_case_is_counted_once_by_how_soon_it_is(family):
    children_with_cases(family, 60)
    counts = listed(DAVINA).counts

    assert counts.open == 60
    assert sum(counts.by.values()) == 60
    assert counts.by[When.LATE] > 0


@pytest.mark.parametrize("when", list(When), ids=str)
def test_a_pile_holds_as_many_cases_as_it_says(family, when):
    children_with_cases(family, 60)
    whole = listed(DAVINA)
    pile = listed(DAVINA, when=when)

    assert pile.found == whole.counts.by[when]
    assert len(pile.rows) == min(50, pile.found)


def test_pages_hold_every_case_once(family):
    children_with_cases(family, 60)
    first, second = listed(DAVINA), listed(DAVINA, number=2)
    seen = [row.episode.pk for row in (*first.rows, *second.rows)]

    assert len(seen) == len(set(seen)) == 60
    assert first.of == 2
    assert listed(DAVINA, number=9).rows == second.rows


def test_a_case_that_has_ended_is_shown_on_demand(family):
    episode = ask(family)
    step(family, episode, Kind.DECIDED_NOT_TO_ASSESS, TUESDAY)

    assert listed(DAVINA).rows == ()
    assert [row.episode.pk for row in listed(DAVINA, ended=True).rows] == [episode.pk]


def test_a_list_is_narrowed_by_officer_holder_and_last_step(family):
    ask(family)
    davina = account_of(DAVINA).pk
    nobody = account_of(QUILL).pk

    assert listed(HESTER, officer=davina).found == 1
    assert listed(HESTER, officer=nobody).found == 0
    assert listed(HESTER, holder=Party.LOCAL_AUTHORITY).found == 1
    assert listed(HESTER, holder=Party.SETTING).found == 0
    assert listed(HESTER, latest=Kind.REQUEST_RECEIVED.value).found == 1
    assert listed(HESTER, latest=Kind.ADVICE_ASKED.value).found == 0


@pytest.mark.parametrize(
    ("persona", "sees"),
    [(DAVINA, 1), (HESTER, 1), (IMRAN, 1), (LEILA, 1), (JONAS, 0), (QUILL, 0)],
    ids=lambda value: getattr(value, "name", value),
)
def test_a_list_holds_the_cases_of_those_somebody_may_see(family, persona, sees):
    ask(family)

    assert listed(persona).found == sees


def test_what_is_late_is_late_by_itself(family):
    ask(family)
    with time_machine.travel("2026-02-17 09:00", tick=False):
        assert listed(DAVINA).counts.by[When.LATE] == 1


def test_that_a_case_was_seen_in_a_list_is_written_down(family):
    ask(family)
    listed(DAVINA)

    assert AuditEntry.objects.filter(
        why="Saw the case in a list", child_id=family.child.pk
    ).exists()


@pytest.mark.parametrize("number", [5, 120])
def test_a_list_costs_the_same_however_long_it_is(
    family, number, django_assert_num_queries
):
    """Four say what the actor may see, one that they saw it, and five are the list."""
    children_with_cases(family, number)
    actor = acting(DAVINA)
    with django_assert_num_queries(4 + 1 + 5):
        queries.cases(actor, Wanted())


# ---- what makes it fast ----------------------------------------------------------


def test_lines_are_made_anew_by_one_command(family, capsys):
    children_with_cases(family, 4)
    kept = list(CaseLine.objects.values())
    CaseLine.objects.filter(pk=kept[0]["episode_id"]).delete()
    CaseLine.objects.filter(pk=kept[1]["episode_id"]).update(due_on=MONDAY)

    assert main(["cases", "rebuild"]) == 0
    assert list(CaseLine.objects.values()) == kept
    assert "4 lines were made anew; 2 were not as they should be." in (
        capsys.readouterr().out
    )


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                Kind.PARENT_CONSULTED,
                Kind.DECIDED_TO_ASSESS,
                Kind.DECIDED_NOT_TO_ASSESS,
                Kind.ADVICE_ASKED,
                Kind.ADVICE_RECEIVED,
                Kind.DRAFT_PLAN_SERVED,
                Kind.FINAL_PLAN_SENT,
                Kind.REQUEST_WITHDRAWN,
            ]
        ),
        st.integers(0, 200),
    ),
    max_size=6,
)


class TestLines(TestCase):
    @given(steps=STEPS, later=st.integers(0, 400))
    def test_a_line_says_the_same_on_any_later_day(self, steps, later):
        """So nothing has to be done at midnight for a list to be right."""
        child = a_child()
        episode = Episode.objects.create(
            child=child,
            process=services.ASSESSMENT,
            asked_by="parent",
            channel="post",
        )
        first = date(2025, 1, 6)
        events = [(Kind.REQUEST_RECEIVED, first)]
        events += [(kind, first + timedelta(days)) for kind, days in steps]
        happenings = [
            Happening(episode=episode, kind=kind.value, on=on) for kind, on in events
        ]
        last = max(on for _, on in events)
        made = []
        for moment in (last, last + timedelta(later)):
            with time_machine.travel(f"{moment} 12:00", tick=False):
                made.append(line_of(episode, happenings))
        fields = [field.attname for field in CaseLine._meta.concrete_fields]
        assert [getattr(made[0], f) for f in fields] == [
            getattr(made[1], f) for f in fields
        ]


def test_every_change_keeps_its_line(family):
    episode = ask(family)
    step(family, episode, Kind.DECIDED_TO_ASSESS, TUESDAY)
    line = CaseLine.objects.get()

    assert line.latest == Kind.DECIDED_TO_ASSESS.value
    assert services.rebuild() == (1, 0)


# ---- finding ---------------------------------------------------------------------


def found(persona, words="", born_on=None):
    return queries.find_cases(acting(persona), words=words, born_on=born_on)


def test_a_case_is_found_by_name_birthday_and_reference(family):
    episode = ask(family)
    typed = episode.reference.replace("-", " ").lower()

    assert found(DAVINA, "rowan")[0].episode.pk == episode.pk
    assert found(DAVINA, born_on=family.child.born_on)[0].episode.pk == episode.pk
    assert found(DAVINA, typed)[0].episode.pk == episode.pk
    assert found(DAVINA, "nobody") == ()
    assert found(DAVINA, "AAAA-AAAA") == ()


def test_a_case_of_others_is_not_found(family):
    episode = ask(family)
    works_as(MILA, Role.COORDINATOR, family.school)

    assert found(MILA, episode.reference) == ()
    assert found(MILA, "rowan") == ()


def test_who_searched_is_written_down_and_never_the_words(family):
    ask(family)
    found(DAVINA, "rowan")
    entry = AuditEntry.objects.get(why="Searched for a case")

    assert entry.child_id == family.child.pk
    assert "rowan" not in f"{entry.why} {entry.what}".lower()


# ---- the screens -----------------------------------------------------------------


def test_whoever_works_here_finds_the_list_on_their_own_page(family, sign_in):
    way = reverse("casework:case_list")

    assert f'href="{way}"' in text_of(sign_in(DAVINA).get("/my/"))
    assert f'href="{way}"' not in text_of(sign_in(LEILA).get("/my/"))


def test_an_officer_opens_the_list_and_goes_to_the_case(family, sign_in):
    episode = ask(family)
    page = text_of(sign_in(DAVINA).get(reverse("casework:case_list")))

    assert "In the next 28 days" not in page or episode.reference in page
    assert reverse("casework:case", args=[family.child.pk, episode.pk]) in page
    assert "Due by" in page


def test_a_list_is_kept_under_a_name_and_forgotten(family, sign_in):
    officer = sign_in(DAVINA)
    kept = {"name": "Late", "chosen": "when=late"}
    answer = officer.post(reverse("casework:save_list"), kept)
    assert answer.url.endswith("/cases/?when=late")
    assert "?when=late" in text_of(officer.get(reverse("casework:case_list")))
    row = SavedList.objects.get()
    sign_in(HESTER).post(reverse("casework:forget_list", args=[row.pk]))
    assert SavedList.objects.exists()
    sign_in(DAVINA).post(reverse("casework:forget_list", args=[row.pk]))

    assert not SavedList.objects.exists()


def test_a_list_without_a_name_is_asked_for_one(family, sign_in):
    answer = sign_in(DAVINA).post(reverse("casework:save_list"), {"chosen": "x=1"})

    assert answer.status_code == 422
    assert "Enter a name for the list" in text_of(answer)


@pytest.mark.parametrize(
    "query", ["when=never", "officer=x", "page=0", "page=many", "holder=moon"]
)
def test_an_address_that_makes_no_sense_shows_the_whole_list(family, sign_in, query):
    episode = ask(family)
    answer = sign_in(DAVINA).get(f"{reverse('casework:case_list')}?{query}")

    assert answer.status_code == 200
    assert episode.reference in text_of(answer)


def test_a_search_is_sent_by_post_and_says_when_nothing_is_found(family, sign_in):
    episode = ask(family)
    officer, way = sign_in(DAVINA), reverse("casework:find_case")
    assert episode.reference in text_of(officer.post(way, {"words": "rowan"}))
    assert "no such case" in text_of(officer.post(way, {"words": "nobody"}))
    empty = officer.post(way, {})

    assert empty.status_code == 422
    assert "Enter a name, a number or a birthday" in text_of(empty)
