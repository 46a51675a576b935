"""How accounts and the people around a child find each other."""

import re

import pytest
from allauth.mfa.models import Authenticator

from tests.factories.accounts import account_of
from tests.factories.organisations import an_authority
from tests.factories.people import a_child, acting, rowans_family
from tests.people import DAVINA, EFA, LEILA, QUILL, SAMIRA, WREN
from waymark.access.roles import FAMILY, Role
from waymark.accounts import queries, services, slots
from waymark.accounts.landing import first_page
from waymark.accounts.models import Account, Invitation
from waymark.people import services as people
from waymark.people.models import Adult, Child, SupporterInvitation
from waymark.people.queries import standing_of

pytestmark = pytest.mark.django_db
#: No row has it.
NOBODY_IS = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def family():
    an_authority()
    return rowans_family()


@pytest.fixture
def efa(client):
    account = account_of(EFA)
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
    )
    client.force_login(account)
    return client


def accepted(role, reference, email="nell@example.org") -> Account:
    """The account of somebody who got an invitation into a role and accepted it."""
    link = services.invite(
        actor=acting(EFA), email=email, role=role, reference=reference
    )
    token = link.rstrip("/").rsplit("/", 1)[1]
    return services.accept_invitation(
        token=token, name="Nell", password="four plain words here"
    )


def test_a_parent_who_accepts_sees_the_child_and_no_longer_once_the_account_ends(
    family,
):
    held = people.know_adult(
        actor=acting(DAVINA),
        child_id=family.child.pk,
        contact=people.Contact(name="Nell", email="nell@example.org"),
        bond=people.Bond(kind="step-parent", is_carer=True),
    )
    people.invite_adult(actor=acting(DAVINA), relationship_id=held.pk)
    assert Invitation.objects.get().role == Role.PARENT
    account = accepted(Role.PARENT, f"{people.ADULT}{held.adult_id}")
    assert standing_of(queries.actor_of(account), family.child.pk).knows_child
    services.end_account(actor=acting(EFA), account_id=account.pk)
    assert Adult.objects.get(pk=held.adult_id).account_id is None


def test_an_adult_who_signs_in_already_is_not_invited_again(family):
    with pytest.raises(people.Refused, match="already"):
        people.invite_adult(actor=acting(DAVINA), relationship_id=family.mother.pk)


def test_an_adult_without_an_address_is_not_invited(family):
    held = people.know_adult(
        actor=acting(DAVINA),
        child_id=family.child.pk,
        contact=people.Contact(name="Nell"),
        bond=people.Bond(kind="step-parent"),
    )
    with pytest.raises(people.Refused, match="e-mail address first"):
        people.invite_adult(actor=acting(DAVINA), relationship_id=held.pk)


def test_a_young_person_who_accepts_is_known_by_their_account(family):
    child = a_child()
    account = accepted(Role.YOUNG_PERSON, f"{people.CHILD}{child.pk}")
    assert Child.objects.get(pk=child.pk).account_id == account.pk
    services.end_account(actor=acting(EFA), account_id=account.pk)
    assert Child.objects.get(pk=child.pk).account_id is None


def test_a_supporter_who_accepts_sees_the_record_until_the_account_ends(family):
    people.invite_supporter(
        actor=acting(LEILA), child_id=family.child.pk, email=WREN.email, days=30
    )
    row = SupporterInvitation.objects.get()
    account = accepted(Role.ADVOCATE, f"{people.SUPPORTS}{row.pk}", "wren@example.com")
    assert standing_of(queries.actor_of(account), family.child.pk).knows_child
    services.end_account(actor=acting(EFA), account_id=account.pk)
    assert not standing_of(queries.actor_of(account), family.child.pk).knows_child


def test_a_supporter_whom_the_family_let_go_first_begins_nothing(family):
    people.invite_supporter(
        actor=acting(LEILA), child_id=family.child.pk, email=WREN.email, days=30
    )
    row = SupporterInvitation.objects.get()
    people.let_go_supporter(
        actor=acting(LEILA), child_id=family.child.pk, invitation_id=row.pk
    )
    people.begin_supporting(account_of(WREN).pk, f"{people.SUPPORTS}{row.pk}")
    assert not standing_of(acting(WREN), family.child.pk).knows_child


@pytest.mark.parametrize(
    ("role", "reference"),
    [
        (Role.PARENT, "adult:nonsense"),
        (Role.PARENT, f"adult:{NOBODY_IS}"),
        (Role.CHILD, f"child:{NOBODY_IS}"),
        (Role.YOUNG_PERSON, "child:nonsense"),
        (Role.ADVOCATE, f"supports:{NOBODY_IS}"),
        (Role.ADVOCATE, "supports:nonsense"),
        (Role.ADVOCATE, "another:thing"),
    ],
)
def test_an_invitation_for_nothing_that_is_there_is_not_sent(family, role, reference):
    with pytest.raises(slots.NothingTied):
        services.invite_below(acting(DAVINA), "nell@example.org", role, reference)
    assert slots.words_for(role, reference) == ""


def test_what_an_invitation_is_for_names_nobody(family):
    reference = f"{people.ADULT}{family.mother.adult_id}"
    assert slots.words_for(Role.PARENT, reference) == "for a child's record"


def test_an_adult_known_by_one_account_is_not_taken_over_by_another(family):
    reference = f"{people.ADULT}{family.mother.adult_id}"
    people.begin_as_adult(account_of(SAMIRA).pk, reference)
    assert (
        Adult.objects.get(pk=family.mother.adult_id).account_id == account_of(LEILA).pk
    )


# ---- the administrator's list, and where somebody starts -----------------------------


def test_the_administrator_sees_families_and_those_who_hold_posts(efa, family):
    account_of(QUILL)
    page = re.sub(r"\s+", " ", efa.get("/managing/accounts/").content.decode())
    assert "Holds a post, and sees what it opens." in page
    assert "No role: this person can sign in and sees nothing." in page
    assert "<p>Parent" in page


def test_the_administrator_sees_what_waits_for_a_family(efa, family):
    people.invite_supporter(
        actor=acting(LEILA), child_id=family.child.pk, email=WREN.email, days=30
    )
    page = efa.get("/managing/accounts/").content.decode()
    assert "Adviser or supporter" in page


def test_everybody_starts_where_their_work_is(family):
    assert first_page(acting(LEILA)) == "/my/"
    assert first_page(acting(DAVINA)) == "/people/"
    assert first_page(acting(QUILL)) == "/"
    assert first_page(acting(EFA)) == "/managing/accounts/"
    assert Role.PARENT in FAMILY
