"""The screens of a child's record: who opens which, and what they do."""

import re
from datetime import date

import pytest
from django.urls import reverse

from tests.factories.accounts import account_of
from tests.factories.organisations import a_setting, an_organisation
from tests.factories.people import (
    a_child,
    acting,
    assigned,
    works_as,
)
from tests.people import (
    DAVINA,
    HESTER,
    IMRAN,
    JONAS,
    KEZIA,
    LEILA,
    MARCUS,
    QUILL,
    ROWAN,
    WREN,
)
from waymark.access.audit import who_looked
from waymark.access.models import Act, EmergencyAccess
from waymark.access.roles import Role
from waymark.ids import new_id
from waymark.organisations.models import Organisation
from waymark.people import queries, sealed
from waymark.people.models import (
    AddressKept,
    Adult,
    Assignment,
    Attendance,
    CapacityRecord,
    Child,
    CourtOrder,
    KeptFrom,
    LegalStatus,
    NameBefore,
    Relationship,
    SupporterInvitation,
)

pytestmark = pytest.mark.django_db
DAY = {"day": "1", "month": "9", "year": "2025"}


def at(family, page="one", **more) -> str:
    return reverse(f"people:{page}", kwargs={"child_id": family.child.pk, **more})


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def day(name, on=DAY) -> dict[str, str]:
    return {f"{name}-{part}": value for part, value in on.items()}


# ---- reading -------------------------------------------------------------------------


def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, family):
    for address in ("/my/", "/people/", at(family), at(family, "who_looked")):
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/account/login/")


def test_a_parent_finds_the_child_and_reads_the_record(sign_in, family):
    leila = sign_in(LEILA)
    assert "Rowan Quayside" in text_of(leila.get("/my/"))
    page = text_of(leila.get(at(family)))
    assert "5 October 2015" in page
    assert "1 Invented Row" in page
    assert "Oak School" in page
    assert "Davina" in page
    assert "See who looked" in page


def test_a_parent_reads_of_the_other_parent_the_name_and_no_way_to_reach_them(
    sign_in, family
):
    page = text_of(sign_in(LEILA).get(at(family)))
    assert "Marcus Quayside" in page
    assert MARCUS.email not in page
    assert "Elsewhere" not in page


def test_an_address_that_is_kept_back_opens_to_its_owner_and_its_keepers_alone(
    sign_in, family
):
    seen = {
        persona.name: "9 Elsewhere Close" in text_of(sign_in(persona).get(at(family)))
        for persona in (MARCUS, DAVINA, HESTER, LEILA, IMRAN, JONAS, KEZIA, ROWAN)
    }
    assert {name for name, has in seen.items() if has} == {"Marcus", "Davina", "Hester"}


def test_a_teacher_reads_who_the_child_is_and_no_family(sign_in, family):
    page = text_of(sign_in(JONAS).get(at(family)))
    assert "Rowan Quayside" in page
    assert "Leila" not in page
    assert "Invented Row" not in page


def test_a_child_reads_a_simple_page_with_nothing_to_reach_adults(sign_in, family):
    page = text_of(sign_in(ROWAN).get(at(family)))
    assert "Rowan Quayside" in page
    assert "Leila" not in page
    assert "01632" not in page


@pytest.mark.parametrize("persona", [QUILL, WREN], ids=lambda p: p.name)
def test_somebody_else_learns_not_even_that_there_is_a_record(sign_in, family, persona):
    other = sign_in(persona)
    assert other.get(at(family)).status_code == 404
    assert other.get(at(family, "who_looked")).status_code == 404
    assert "Rowan" not in text_of(other.get("/people/"))
    assert "No record is open to you yet" in text_of(other.get("/my/"))


def test_a_record_that_is_not_there_is_answered_like_one_that_is_not_open(
    sign_in, family
):
    answer = sign_in(QUILL).get(reverse("people:one", args=[new_id()]))
    assert answer.status_code == 404


def test_whoever_works_here_shows_twice_who_they_are(client, family):
    client.force_login(account_of(DAVINA))
    assert client.get(at(family))["Location"] == "/account/2fa/"
    client.force_login(account_of(LEILA))
    assert client.get(at(family)).status_code == 200


def test_no_page_of_a_record_is_kept_by_anybody(sign_in, family):
    for address in ("/my/", at(family)):
        answer = sign_in(LEILA).get(address)
        assert answer["Cache-Control"] == "no-store"
        assert answer["X-Robots-Tag"] == "noindex"


# ---- who looked ----------------------------------------------------------------------


def test_a_family_reads_who_looked_in_plain_words(sign_in, family):
    sign_in(DAVINA).get(at(family))
    page = text_of(sign_in(LEILA).get(at(family, "who_looked")))
    assert "Davina, EHC coordinator" in page
    assert "Looked at who your child is" in page


def test_whoever_was_turned_away_is_in_it(sign_in, family):
    sign_in(QUILL).get(at(family))
    assert any(line.act is Act.REFUSED for line in who_looked(family.child.pk))
    assert "Was turned away" in text_of(sign_in(LEILA).get(at(family, "who_looked")))


def test_a_teacher_does_not_read_who_looked(sign_in, family):
    assert sign_in(JONAS).get(at(family, "who_looked")).status_code == 403


def test_seeing_a_name_in_a_list_is_written_down(sign_in, family):
    sign_in(DAVINA).get("/people/")
    whys = {line.why for line in who_looked(family.child.pk)}
    assert whys == {"Saw the name in a list"}


# ---- finding -------------------------------------------------------------------------


def test_a_name_is_looked_for_by_post_so_that_no_address_holds_it(sign_in, family):
    davina = sign_in(DAVINA)
    found = davina.post("/people/", {"words": "row quay"})
    assert "Rowan Quayside" in text_of(found)
    assert "row" not in found.request["QUERY_STRING"]
    assert "Nobody you work with" in text_of(davina.post("/people/", {"words": "Zed"}))


def test_a_child_is_found_by_a_number_and_only_by_those_who_may_see_it(sign_in, family):
    sign_in(DAVINA).post(
        at(family, "number"), {"kind": "nhs", "value": "999 000 0018", "said_by": ""}
    )
    page = text_of(sign_in(DAVINA).post("/people/", {"words": "9990000018"}))
    assert "Rowan Quayside" in page
    page = text_of(sign_in(QUILL).post("/people/", {"words": "9990000018"}))
    assert "Rowan" not in page


def test_many_children_are_read_a_page_at_a_time(sign_in, family):
    for _each in range(60):
        child = a_child()
        Attendance.objects.create(
            child=child, setting=family.school, began_on=date(2025, 9, 1)
        )
    imran = sign_in(IMRAN)
    assert "page 1 of 2" in text_of(imran.get("/people/"))
    second = text_of(imran.post("/people/", {"words": "", "page": "2"}))
    assert "page 2 of 2" in second
    assert "The page before" in second


@pytest.mark.parametrize("more", [0, 20])
def test_the_list_costs_the_same_however_long_it_is(
    sign_in, family, more, django_assert_max_num_queries
):
    for _each in range(more):
        Attendance.objects.create(
            child=a_child(), setting=family.school, began_on=date(2025, 9, 1)
        )
    imran = sign_in(IMRAN)
    imran.get("/people/")
    with django_assert_max_num_queries(16):
        imran.get("/people/")


def test_the_record_costs_no_more_than_this(
    sign_in, family, django_assert_max_num_queries
):
    davina = sign_in(DAVINA)
    davina.get(at(family))
    with django_assert_max_num_queries(28):
        davina.get(at(family))


# ---- beginning and putting right -----------------------------------------------------

ROBIN = {
    "forename": "Robin",
    "surname": "Sandpiper",
    **day("born_on", {"day": "3", "month": "4", "year": "2016"}),
}


def test_an_officer_begins_a_record_and_goes_on_with_it(sign_in, family):
    answer = sign_in(DAVINA).post("/people/begin/", {**ROBIN, "nhs": "9990000018"})
    robin = Child.objects.get(surname="Sandpiper")
    assert answer["Location"] == reverse("people:one", args=[robin.pk])
    page = text_of(sign_in(DAVINA).get(answer["Location"]))
    assert "999 000 0018" in page
    assert sign_in(HESTER).get(answer["Location"]).status_code == 200
    assert sign_in(LEILA).get(answer["Location"]).status_code == 404


def test_a_senco_begins_a_record_and_the_child_is_on_the_roll_there(sign_in, family):
    answer = sign_in(IMRAN).post("/people/begin/", ROBIN)
    page = text_of(sign_in(IMRAN).get(answer["Location"]))
    assert "Robin Sandpiper" in page
    assert "Oak School" in page


def test_a_wrong_number_is_said_at_its_field_and_nothing_is_begun(sign_in, family):
    answer = sign_in(DAVINA).post("/people/begin/", {**ROBIN, "nhs": "9990000019"})
    page = text_of(answer)
    assert answer.status_code == 422
    assert "does not" in page
    assert "Sandpiper" in page
    assert not Child.objects.filter(surname="Sandpiper").exists()


@pytest.mark.parametrize(
    ("year", "says"), [("2099", "has not come yet"), ("1990", "26 or more")]
)
def test_a_birth_that_cannot_be_is_refused(sign_in, family, year, says):
    wrong = {**ROBIN, **day("born_on", {"day": "3", "month": "4", "year": year})}
    answer = sign_in(DAVINA).post("/people/begin/", wrong)
    assert answer.status_code == 422
    assert says in text_of(answer)


def test_nobody_else_begins_a_record(sign_in, family):
    for persona in (LEILA, JONAS, KEZIA, QUILL):
        assert sign_in(persona).get("/people/begin/").status_code == 403


def person_of(child) -> dict[str, str]:
    born = child.born_on
    on = {"day": str(born.day), "month": str(born.month), "year": str(born.year)}
    return {
        "forename": child.forename,
        "surname": child.surname,
        "version": str(child.version),
        **day("born_on", on),
    }


def test_a_name_that_changes_stays_as_a_name_before(sign_in, family):
    said = {**person_of(family.child), "surname": "Harbour", "known_as": "Ro"}
    davina = sign_in(DAVINA)
    assert davina.post(at(family, "correct"), said).status_code == 302
    assert "Ro Harbour" in text_of(davina.get(at(family)))
    before = NameBefore.objects.get()
    assert sealed.read(before, "sealed_name") == "Rowan Quayside"


def test_two_people_who_save_one_thing_are_both_told_and_nothing_is_lost(
    sign_in, family
):
    davina = sign_in(DAVINA)
    first = person_of(family.child)
    davina.post(at(family, "correct"), {**first, "religion": "Quaker"})
    answer = davina.post(at(family, "correct"), {**first, "religion": "None"})
    page = text_of(answer)
    assert answer.status_code == 422
    assert "They left: Quaker" in page
    assert 'value="None"' in page
    again = {**first, "religion": "None", "version": "2"}
    assert davina.post(at(family, "correct"), again).status_code == 302
    family.child.refresh_from_db()
    assert family.child.religion == "None"


def test_saving_the_same_twice_is_one_effect(sign_in, family):
    davina = sign_in(DAVINA)
    said = {**person_of(family.child), "religion": "Quaker"}
    for _press in range(2):
        assert davina.post(at(family, "correct"), said).status_code == 302
    family.child.refresh_from_db()
    assert family.child.version == 2


def test_a_parent_changes_how_to_reach_them_and_nobody_elses(sign_in, family):
    leila = sign_in(LEILA)
    said = {
        "name": "Leila Quayside",
        "channel": "text",
        "phone": "01632 960999",
        "version": "1",
    }
    own = at(family, "correct_contact", relationship_id=family.mother.pk)
    other = at(family, "correct_contact", relationship_id=family.father.pk)
    assert leila.post(own, said).status_code == 302
    assert "01632 960999" in text_of(leila.get(at(family)))
    assert leila.post(other, said).status_code == 403
    assert Adult.objects.get(pk=family.father.adult_id).name == "Marcus Quayside"


def test_a_parent_moves_and_the_other_parent_never_moves_them(sign_in, family):
    new = {"lines": "2 Invented Row", "postcode": "zz1 1zz"}
    leila = sign_in(LEILA)
    own = at(family, "move_adult", relationship_id=family.mother.pk)
    other = at(family, "move_adult", relationship_id=family.father.pk)
    assert leila.post(own, new).status_code == 302
    assert "2 Invented Row, ZZ1 1ZZ" in text_of(leila.get(at(family)))
    assert leila.post(other, new).status_code == 403
    assert leila.post(at(family, "move"), new).status_code == 403


def test_an_officer_writes_down_an_adult_and_invites_them(sign_in, family, mailoutbox):
    davina = sign_in(DAVINA)
    said = {
        "kind": "grandparent",
        "name": "Nell Quayside",
        "email": "nell@example.org",
        "channel": "email",
        "responsibility": "no",
        "is_carer": "on",
    }
    assert davina.post(at(family, "add_adult"), said).status_code == 302
    held = Relationship.objects.get(kind="grandparent")
    invite = at(family, "invite_adult", relationship_id=held.pk)
    assert davina.get(invite).status_code == 200
    assert davina.post(invite).status_code == 302
    from waymark.messages.models import Message

    assert Message.objects.count() == 1


def test_an_adult_without_a_name_is_refused_at_the_field(sign_in, family):
    answer = sign_in(DAVINA).post(at(family, "add_adult"), {"kind": "mother"})
    assert answer.status_code == 422
    assert "Enter their name" in text_of(answer)


def test_an_order_that_narrows_takes_the_other_parents_view_at_once(sign_in, family):
    page = at(family, "record_order", relationship_id=family.father.pk)
    said = {
        "kind": "prohibited-steps",
        "narrows": "on",
        "words": "May not come to the school.",
        **day("began_on"),
    }
    assert sign_in(DAVINA).post(page, said).status_code == 302
    assert CourtOrder.objects.get().narrows
    seen = text_of(sign_in(MARCUS).get(at(family)))
    assert "Invented Row" not in seen
    assert sign_in(MARCUS).get(at(family, "who_looked")).status_code == 403


def test_a_relationship_is_ended_once(sign_in, family):
    page = at(family, "end_relationship", relationship_id=family.father.pk)
    davina = sign_in(DAVINA)
    assert davina.post(page, {}).status_code == 302
    assert davina.post(page, {}).status_code == 404
    assert sign_in(MARCUS).get(at(family)).status_code == 404


# ---- settings and legal status -------------------------------------------------------


def test_a_child_changes_school_and_the_old_one_sees_no_more(sign_in, family):
    elm = a_setting("Elm School")
    on = {"day": "13", "month": "1", "year": "2026"}
    said = {
        "setting_id": str(elm.organisation_id),
        "is_main": "on",
        **day("began_on", on),
    }
    davina = sign_in(DAVINA)
    assert davina.post(at(family, "begin_at_setting"), said).status_code == 302
    assert "Elm School" in text_of(davina.get(at(family)))
    assert sign_in(IMRAN).get(at(family)).status_code == 404


def test_a_setting_elsewhere_is_named_by_its_number(sign_in, family):
    far = a_setting("Far School", la_code="998")
    davina = sign_in(DAVINA)
    page = at(family, "begin_at_setting")
    assert davina.post(page, {"urn": far.urn, **day("began_on")}).status_code == 302
    assert "Far School" in text_of(davina.get(at(family)))
    answer = davina.post(page, {"urn": "111111", **day("began_on")})
    assert "knows no setting" in text_of(answer)
    answer = davina.post(page, day("began_on"))
    assert "Choose the setting" in text_of(answer)


def test_leaving_a_setting_is_refused_before_it_began(sign_in, family):
    page = at(family, "leave_setting", attendance_id=family.attendance.pk)
    davina = sign_in(DAVINA)
    early = day("ended_on", {"day": "1", "month": "1", "year": "2020"})
    assert "before it began" in text_of(davina.post(page, early))
    assert davina.post(page, {}).status_code == 302
    assert "already" in text_of(davina.post(page, {}))


def test_being_looked_after_names_the_authority_and_can_end(sign_in, family):
    council = an_organisation(name="Far", kind=Organisation.Kind.OTHER_AUTHORITY)
    davina = sign_in(DAVINA)
    page = at(family, "begin_status")
    said = {"kind": "looked-after", **day("began_on")}
    assert "Choose the authority" in text_of(davina.post(page, said))
    said["authority_id"] = str(council.pk)
    assert davina.post(page, said).status_code == 302
    assert "already" in text_of(davina.post(page, said))
    status = LegalStatus.objects.get()
    end = at(family, "end_status", status_id=status.pk)
    assert davina.get(end).status_code == 200
    assert davina.post(end, {}).status_code == 302


# ---- the team, supporters, what is kept ----------------------------------------------


def test_somebody_is_asked_to_work_with_the_child_and_let_go_again(sign_in, family):
    works_as(QUILL, Role.CLINICIAN, an_organisation(name="Therapies"))
    davina = sign_in(DAVINA)
    said = {"account_id": str(account_of(QUILL).pk), "role": "clinician"}
    assert davina.post(at(family, "assign"), said).status_code == 302
    assert "already" in text_of(davina.post(at(family, "assign"), said))
    assert sign_in(QUILL).get(at(family)).status_code == 200
    held = Assignment.objects.get(role="clinician")
    end = at(family, "end_assignment", assignment_id=held.pk)
    davina = sign_in(DAVINA)
    assert davina.get(end).status_code == 200
    assert davina.post(end).status_code == 302
    assert davina.post(end).status_code == 404
    assert sign_in(QUILL).get(at(family)).status_code == 404


def test_a_family_lets_a_supporter_in_and_ends_it_at_once(sign_in, family):
    leila = sign_in(LEILA)
    page = at(family, "supporters")
    assert leila.post(page, {"email": "no", "days": "30"}).status_code == 422
    assert leila.post(page, {"email": WREN.email, "days": "30"}).status_code == 302
    invitation = SupporterInvitation.objects.get()
    assert sign_in(WREN).get(at(family)).status_code == 404
    from waymark.people.services import SUPPORTS, begin_supporting

    for _twice in range(2):
        begin_supporting(account_of(WREN).pk, f"{SUPPORTS}{invitation.pk}")
    assert sign_in(WREN).get(at(family)).status_code == 200
    assert "Rowan" in text_of(sign_in(WREN).get("/my/"))
    end = at(family, "let_go_supporter", invitation_id=invitation.pk)
    leila = sign_in(LEILA)
    assert WREN.email in text_of(leila.get(page))
    assert leila.get(end).status_code == 200
    assert leila.post(end).status_code == 302
    assert sign_in(WREN).get(at(family)).status_code == 404
    assert (
        sign_in(LEILA)
        .post(at(family, "let_go_supporter", invitation_id=new_id()))
        .status_code
        == 404
    )


def test_an_officer_lets_no_supporter_in(sign_in, family):
    davina = sign_in(DAVINA)
    said = {"email": WREN.email, "days": "30"}
    assert davina.post(at(family, "supporters"), said).status_code == 403


def test_something_is_kept_from_somebody_and_they_never_read_why(sign_in, family):
    said = {"account_id": str(account_of(LEILA).pk), "reason": "A secret reason"}
    davina = sign_in(DAVINA)
    assert (
        davina.post(at(family, "keep_from"), {**said, "reason": " "}).status_code == 422
    )
    assert davina.post(at(family, "keep_from"), said).status_code == 302
    kept = KeptFrom.objects.get()
    assert sealed.read(kept, "sealed_reason") == "A secret reason"
    assert "A secret" not in kept.sealed_reason
    answer = sign_in(LEILA).get(at(family))
    assert answer.status_code == 404
    assert "secret" not in text_of(answer)


def test_an_address_is_kept_from_one_person_and_from_nobody_else(sign_in, family):
    home = family.child.addresses.get()
    said = {"address_id": str(home.pk), "account_id": str(account_of(IMRAN).pk)}
    davina = sign_in(DAVINA)
    works_as(IMRAN, Role.PSYCHOLOGIST, an_organisation(name="Advice"))
    assigned(family.child, IMRAN, Role.PSYCHOLOGIST)
    assert "1 Invented Row" in text_of(sign_in(IMRAN).get(at(family)))
    davina = sign_in(DAVINA)
    assert davina.get(at(family, "keep_address")).status_code == 200
    assert davina.post(at(family, "keep_address"), {}).status_code == 422
    for _twice in range(2):
        assert davina.post(at(family, "keep_address"), said).status_code == 302
    assert AddressKept.objects.count() == 1
    imran = text_of(sign_in(IMRAN).get(at(family)))
    # Leila lives there as well, and her own address stays as it was.
    assert imran.count("1 Invented Row") == 1
    assert text_of(sign_in(KEZIA).get(at(family))).count("1 Invented Row") == 2


# ---- young people --------------------------------------------------------------------


def test_capacity_is_written_down_for_one_decision_from_sixteen_on(sign_in, family):
    said = {
        "decision": "plan",
        "information": "The draft, with symbols.",
        "support": "An advocate and three meetings.",
        **dict.fromkeys(("understands", "retains", "weighs"), "yes"),
        "communicates": "no",
        **day("assessed_on"),
    }
    davina = sign_in(DAVINA)
    page = at(family, "capacity")
    assert "Before 16" in text_of(davina.post(page, said))
    Child.objects.filter(pk=family.child.pk).update(born_on=date(2009, 3, 1))
    assert davina.post(page, said).status_code == 302
    assert not CapacityRecord.objects.get().has_capacity


def test_a_young_person_stops_and_lets_a_parent_see(sign_in, family):
    Child.objects.filter(pk=family.child.pk).update(born_on=date(2009, 3, 1))
    stop = at(family, "parents_view", relationship_id=family.mother.pk, opened=0)
    let = at(family, "parents_view", relationship_id=family.mother.pk, opened=1)
    assert "Stop Leila Quayside" in text_of(sign_in(ROWAN).get(at(family)))
    assert sign_in(ROWAN).get(stop).status_code == 200
    assert sign_in(ROWAN).post(stop).status_code == 302
    assert sign_in(LEILA).get(at(family)).status_code == 404
    assert sign_in(DAVINA).post(let).status_code == 403


# ---- emergencies ---------------------------------------------------------------------


ALONE = {
    "surname": "quayside",
    "reason": "The neighbour called: the child is alone and ill.",
    **day("born_on", {"day": "5", "month": "10", "year": "2015"}),
}


def test_a_record_is_opened_in_an_emergency_and_the_family_sees_it(sign_in, family):
    works_as(QUILL, Role.SOCIAL_WORKER, an_organisation(name="Out of hours"))
    quill = sign_in(QUILL)
    page = "/people/emergency/"
    assert quill.get(at(family)).status_code == 404
    assert "in a sentence" in text_of(quill.post(page, {**ALONE, "reason": "short"}))
    assert "no record" in text_of(quill.post(page, {**ALONE, "surname": "Zed"}))
    assert quill.post(page, ALONE)["Location"] == at(family)
    seen = text_of(quill.get(at(family)))
    assert "9 Elsewhere Close" in seen
    assert "in an emergency" in seen
    assert EmergencyAccess.objects.count() == 1
    page = text_of(sign_in(LEILA).get(at(family, "who_looked")))
    assert "Opened in an emergency" in page


def test_twins_are_told_apart_by_the_forename(sign_in, family):
    a_child(forename="Robin")
    works_as(QUILL, Role.SOCIAL_WORKER, an_organisation(name="Out of hours"))
    quill = sign_in(QUILL)
    assert "There are two" in text_of(quill.post("/people/emergency/", ALONE))
    answer = quill.post("/people/emergency/", {**ALONE, "forename": "rowan"})
    assert answer["Location"] == at(family)


def test_nobody_else_opens_a_record_in_an_emergency(sign_in, family):
    for persona in (LEILA, IMRAN):
        assert sign_in(persona).get("/people/emergency/").status_code == 403
        assert sign_in(persona).post("/people/emergency/", ALONE).status_code == 403


def test_nothing_of_a_child_is_in_any_address(family):
    assert family.child.forename not in str(family.child)
    assert queries.standing_of(acting(LEILA), family.child.pk).knows_child
