"""The whole cast tries every page of a record in every way: the data decides, alone."""

import logging

import pytest
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import account_of
from tests.factories.organisations import an_authority
from tests.house.test_routes import routes
from tests.matrix.canaries import Marked, marked_record
from tests.matrix.cast import CAST, WITHOUT_A_WAY, Actor, Stands, tie
from tests.programs import ON_POSTGRESQL
from waymark.access.emergencies import MAY_BREAK_THE_GLASS
from waymark.access.guard import OfRecord
from waymark.access.record import Ability, Part, Reach
from waymark.access.rights import RIGHTS
from waymark.access.roles import Role
from waymark.messages.models import Message
from waymark.people.lines import IN_PART, Detail
from waymark.people.policies import BEGIN_RECORDS, END_RECORDS
from waymark.people.telling import READER_OF

METHODS = ("get", "post", "put", "delete")
#: What no page takes is tried as those who have the most rights; the answer is given
#: before anybody asks whose record it is.
TAKEN = ("get", "post")
ALLOWED = {200, 302, 405, 409, 422}
#: A page that takes no such method says so to everybody, whatever child is asked for.
REFUSED = {403, 404, 405}
THEMSELVES = {Role.CHILD, Role.YOUNG_PERSON}
TELLERS = THEMSELVES | {Role.PARENT}

ROUTES = {
    pattern.name: pattern.callback.access
    for _route, pattern in routes()
    if isinstance(getattr(pattern.callback, "access", None), OfRecord)
}


def reach_of(role: Role, part: Part, ability: Ability) -> Reach | None:
    cell = RIGHTS[role].get(part)
    reach = cell.reach(ability) if cell else None
    return None if reach is Reach.DEIDENTIFIED else reach


def by_data(role: Role, asked: OfRecord) -> bool:
    """Whether the table of rights lets a role do what a view says that it does."""
    reach = reach_of(role, asked.part, asked.ability)
    return reach is not None and (asked.reach is None or reach is asked.reach)


def has_whole(role: Role) -> bool:
    return reach_of(role, Part.PERSON, Ability.WRITE) is Reach.WHOLE


def may_open_the_file(role: Role) -> bool:
    """What nobody keeps back: whole, a parent, the child, or whom it was let to."""
    reach = reach_of(role, Part.STORY, Ability.READ)
    let = role in READER_OF or role in TELLERS or reach is Reach.WHOLE
    return reach is not None and let


def writes_letters(role: Role) -> bool:
    """What was served on one parent alone: beside them, who writes or looks into it."""
    reach = reach_of(role, Part.MESSAGES, Ability.READ)
    return reach is Reach.WHOLE and role in {
        Role.COORDINATOR,
        Role.MANAGER,
        Role.COMPLAINTS,
    }


#: Where a view says more than the table can: to whom it is open.
MORE = {
    "who_looked": lambda role: role in TELLERS | {Role.DATA_PROTECTION},
    "supporters": lambda role: role in {Role.PARENT, Role.YOUNG_PERSON},
    "let_go_supporter": lambda role: role in {Role.PARENT, Role.YOUNG_PERSON},
    "parents_view": lambda role: role is Role.YOUNG_PERSON,
    "tell": lambda role: role in TELLERS,
    "take_back": lambda role: role in THEMSELVES,
    "correct_contact": has_whole,
    "move_adult": has_whole,
    "download": may_open_the_file,
    "letter": writes_letters,
    "letter_taken": writes_letters,
}
#: Pages of no child in particular: to whom they are open.
OF_NO_CHILD = {
    "mine": lambda role: True,
    "list": lambda role: True,
    "case_list": lambda role: True,
    "find_case": lambda role: True,
    "save_list": lambda role: True,
    "forget_list": lambda role: True,
    "begin": lambda role: role in BEGIN_RECORDS,
    "emergency": lambda role: role in MAY_BREAK_THE_GLASS,
    "records_due": lambda role: role in END_RECORDS,
    # Of records that were kept long enough; these were not, so nobody finds them.
    "record_due": lambda role: False,
    "propose_ending": lambda role: False,
    "end_record": lambda role: False,
}


def is_open(actor: Actor, name: str) -> bool:
    """What the data says of one cell."""
    if name in OF_NO_CHILD:
        return OF_NO_CHILD[name](actor.role)
    if actor.stands is not Stands.TIED or actor.role in WITHOUT_A_WAY:
        return False
    if name in MORE:
        return MORE[name](actor.role)
    return by_data(actor.role, ROUTES[name])


def address_of(name: str, record: Marked) -> str:
    if name == "download":
        return f"/files/{record.ids['file open']}/"
    given = {**record.ids, "child_id": record.child.pk}
    given |= {"version_id": record.ids["version likes"], "kind": "text"}
    if name in {"write_letter", "send_letter"}:
        given["letter_id"] = record.ids["waiting letter"]
    pattern = next(p for _r, p in routes() if p.name == name and is_of_record(p))
    wanted = {each: given[each] for each in pattern.pattern.converters}
    room = pattern.callback.__module__.split(".")[1]
    return reverse(f"{room}:{name}", kwargs=wanted)


def is_of_record(pattern) -> bool:
    return isinstance(getattr(pattern.callback, "access", None), OfRecord)


# ---- what may be read where ----------------------------------------------------------

#: Nobody reads these on any page: they are for those who keep the record, elsewhere.
NOWHERE = {
    "name before",
    "one parent's evidence",
    "other parent's evidence",
    "reason",
    "order",
    "capacity's information",
    "capacity's support",
    # Kept for the officer who saved it alone.
    "saved list",
}
#: Which kind of detail a canary is, for those who see in part.
DETAIL = {
    "religion": Detail.BACKGROUND,
    "home language": Detail.BACKGROUND,
    "communicates by": Detail.BACKGROUND,
    "interpreter": Detail.BACKGROUND,
    "number": Detail.NUMBERS,
    "address of the child": Detail.HOME,
    "one parent's name": Detail.ADULTS,
    "other parent's name": Detail.ADULTS,
    "one parent's email": Detail.CONTACTS,
    "one parent's phone": Detail.CONTACTS,
    "other parent's email": Detail.CONTACTS,
    "other parent's phone": Detail.CONTACTS,
    "one parent's address": Detail.CONTACTS,
    "school": Detail.SETTINGS,
    "basis": Detail.LEGAL_STATUS,
}
WITH_THE_WHOLE = {
    "other parent's address",
    *(
        f"{who}'s {what}"
        for who in ("one parent", "other parent")
        for what in ("language", "interpreter", "adjustments")
    ),
}
#: About answering whoever asks for a copy: for those who keep the whole record.
KEEPERS = {
    "why it is kept longer",
    "why it takes longer",
    "what a decision needs",
    "who decided",
}
THE_CHILDS_ALONE = {
    "story hopes",
    "helper of hopes",
    "voice kept",
    "kept question",
    "kept helper",
}
OF_A_CASE = (
    "why a day",
    "decision's",
    "waiting claim's",
    "agreed claim's",
    "letter",
)
ONE_PARENTS = {"story worries", "helper of worries"}
LET_TO_NOBODY = {"story matters", "helper of matters", "story tried", "helper of tried"}
LET_TO_ALL = {
    "story likes",
    "helper of likes",
    "story so-far",
    "helper of so-far",
    "voice open",
    "open question",
    "open helper",
}


def may_read_word(role: Role, where: str) -> bool:
    """Whether a role, tied to the child, may ever see the word in one place."""
    if where in NOWHERE:
        return False
    if where == "supporter":
        return role in {Role.PARENT, Role.YOUNG_PERSON}
    if where in KEEPERS:
        return reach_of(role, Part.PERSON, Ability.WRITE) is Reach.WHOLE
    if where.startswith(OF_A_CASE):
        return may_read_of_case(role, where)
    person = reach_of(role, Part.PERSON, Ability.READ)
    story = reach_of(role, Part.STORY, Ability.READ)
    if where in {"forename", "surname", "known as"}:
        return person is not None or story is not None
    if where in {*DETAIL, *WITH_THE_WHOLE}:
        in_part = DETAIL.get(where) in IN_PART[role]
        return person is Reach.WHOLE or (person is not None and in_part)
    return may_read_telling(role, story, where)


def may_read_of_case(role: Role, where: str) -> bool:
    """What waits is for those who work on it or answer it; what was agreed, for all."""
    if where == "why a day was corrected":
        return reach_of(role, Part.REQUEST, Ability.READ) is not None
    if where.startswith("letter"):
        return writes_letters(role)
    told = where == "agreed claim's reasons"
    if told and reach_of(role, Part.DECISION, Ability.READ):
        return True
    answers = reach_of(role, Part.DECISION, Ability.APPROVE)
    return bool(answers or reach_of(role, Part.CASEWORK, Ability.READ))


def may_read_telling(role: Role, story: Reach | None, where: str) -> bool:
    if where in THE_CHILDS_ALONE:
        return role in THEMSELVES
    if where in ONE_PARENTS:
        return story is Reach.WHOLE
    if where in LET_TO_NOBODY:
        return story is Reach.WHOLE or role is Role.PARENT
    assert where in LET_TO_ALL, where
    return may_open_the_file(role)


# ---- the walk ------------------------------------------------------------------------


@pytest.fixture
def records(db):
    an_authority()
    return marked_record("A"), marked_record("B")


def signed_in(actor: Actor) -> Client:
    account = account_of(actor.persona)
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
    )
    client = Client()
    client.force_login(account)
    return client


def methods_of(actor: Actor) -> tuple[str, ...]:
    return METHODS if actor.stands is Stands.TIED else TAKEN


def asked(client: Client, method: str, address: str):
    """What is answered, with everything that it changed undone."""
    with transaction.atomic():
        answer = getattr(client, method)(address)
        transaction.set_rollback(True)
    return answer


def cell(client, actor, name, method, address) -> tuple[str, str]:
    """What is wrong with one cell, perhaps nothing; and the text of the answer."""
    answer = asked(client, method, address)
    text = answer.content.decode() if not answer.streaming else ""
    if answer.status_code not in (ALLOWED if is_open(actor, name) else REFUSED):
        return f"{name} {method} {answer.status_code}", text
    knows = name in OF_NO_CHILD or actor.stands is Stands.TIED
    if not knows and answer.status_code not in {404, 405}:
        return f"{name} {method} tells of the child", text
    return "", text


#: That there is such a school, a list of settings says to whoever chooses from it.
PUBLIC = {"school"}


def leaks(actor: Actor, record: Marked, text: str, *, is_tied: bool) -> list[str]:
    return [
        where
        for where, word in record.canaries.items()
        if word in text
        and where not in PUBLIC
        and not (is_tied and may_read_word(actor.role, where))
    ]


#: Rights are the same on both databases; the other standings are tried on one.
TRIED = [a for a in CAST if not ON_POSTGRESQL or a.stands is Stands.TIED]


@pytest.mark.parametrize("actor", TRIED, ids=str)
def test_every_cell_is_as_the_data_says_and_no_word_leaks(actor, records, caplog):
    caplog.set_level(logging.DEBUG)
    asked_for, another = records
    tie(actor, asked_for.child, another.child)
    client = signed_in(actor)
    is_tied = actor.stands is Stands.TIED and actor.role not in WITHOUT_A_WAY
    wrong, leaked = [], []
    for name in ROUTES:
        address = address_of(name, asked_for)
        for method in methods_of(actor):
            fault, text = cell(client, actor, name, method, address)
            wrong += [fault] if fault else []
            leaked += [
                f"{name}: {each}"
                for each in leaks(actor, asked_for, text, is_tied=is_tied)
            ]
            seen = actor.stands is Stands.TO_ANOTHER and name in OF_NO_CHILD
            leaked += [
                f"{name}: {each} of another child"
                for each in leaks(actor, another, text, is_tied=seen)
            ]
    assert wrong == []
    assert leaked == []
    said = caplog.text + "".join(map(str, Message.objects.values_list("key", "kind")))
    for record in records:
        assert [w for w in record.canaries.values() if w in said] == []


def test_there_are_cells_enough_and_the_one_who_sees_nothing_is_among_them():
    assert sum(len(methods_of(a)) for a in CAST) * len(ROUTES) >= 12_000
    assert any(actor.role in WITHOUT_A_WAY for actor in CAST)
    assert set(MORE) | set(OF_NO_CHILD) <= set(ROUTES)
    said = {name for name, access in ROUTES.items() if access.when}
    assert said <= set(MORE) | set(OF_NO_CHILD)


def test_whoever_is_not_signed_in_is_sent_to_sign_in_from_every_page(records):
    client = Client()
    for name in ROUTES:
        for method in METHODS:
            answer = asked(client, method, address_of(name, records[0]))
            assert answer.status_code == 302, name
            assert answer["Location"].startswith("/account/login/"), name


def test_every_place_of_a_record_has_its_word_and_its_rule(records):
    for where in records[0].canaries:
        for role in Role:
            may_read_word(role, where)
