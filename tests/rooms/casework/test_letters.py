"""Letters: whole or not at all, frozen as sent, and each recipient's own day."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
import time_machine

from tests.factories.accounts import account_of
from tests.factories.people import a_relationship, acting, an_adult, assigned
from tests.people import DAVINA, HESTER, IMRAN, LEILA, MARCUS, Persona
from tests.rooms.casework.asking import (
    HELPERS,
    ask,
    at,
    case,
    clock,
    day,
    decided,
    easy_to_reach,
    of,
    refusal,
    send,
    text_of,
)
from waymark.access.audit import TurnedAway
from waymark.access.record import Part
from waymark.access.roles import Role
from waymark.casework import queries, services
from waymark.casework.letters import KINDS, Contact, Ground, pieces
from waymark.casework.letters.kinds import BEGUN_BY_HAND
from waymark.casework.letters.standing import _STANDING
from waymark.casework.models import Episode, Letter, Served
from waymark.formats import making
from waymark.gateways.carrying import Channel
from waymark.ids import new_id
from waymark.law import RULES
from waymark.law.events import Kind
from waymark.law.rule import Party
from waymark.law.service import ServedBy
from waymark.messages import queries as messages
from waymark.messages.models import Message, State
from waymark.organisations.models import Helper
from waymark.people import sealed
from waymark.people.models import Adult, KeptFrom
from waymark.people.services import ChangedMeanwhile

pytestmark = pytest.mark.django_db

REACHED = Contact("Somebody", phone="01632 960100")


def begin(family, episode, kind="considering", persona=DAVINA, **more):
    said = of(family, episode, persona)
    return services.begin_letter(**said, kind=kind, **more)


def write(family, letter, words, version=None):
    said = of(family, letter.episode, DAVINA)
    version = letter.version if version is None else version
    return services.write_letter(
        **said, letter_id=letter.pk, version=version, words=words
    )


def read(family, letter, persona):
    return queries.letter_of(
        acting(persona), family.child.pk, letter.episode_id, letter.pk
    )


def document(letter):
    letter.refresh_from_db()
    return sealed.read(letter, "sealed_document")


@pytest.fixture
def refused(family):
    """A refusal that was decided on and sent on the frozen Tuesday."""
    easy_to_reach()
    return send(family, decided(family, ask(family)))


# ---- what the law asks for -----------------------------------------------------------


@pytest.mark.parametrize("key", KINDS)
def test_a_letter_holds_every_part_that_its_rule_asks_for(key):
    kind = KINDS[key]
    held = {each for block in kind.blocks if block.needed for each in block.contents}

    assert kind.asked_by_law <= held


@pytest.mark.parametrize("key", KINDS)
def test_a_letter_tells_everybody_whom_its_rule_names(key):
    kind = KINDS[key]
    told = set(RULES[kind.rule].tell) - {Party.PARENT} if kind.rule else set()

    assert told <= set(kind.tells)


def test_every_block_is_written_by_somebody_or_stands_by_itself():
    used = {block.key for kind in KINDS.values() for block in kind.blocks}
    written = {block.key for kind in KINDS.values() for block in kind.written}

    assert used - written == set(_STANDING)
    assert all(
        block.written.value == block.key for k in KINDS.values() for block in k.written
    )


def test_what_makes_a_letter_happen_is_a_step_that_its_rule_is_met_by():
    for kind in KINDS.values():
        if kind.rule and kind.happening:
            assert kind.happening in RULES[kind.rule].met_by


EMPTY = Ground(
    name="Rowan",
    council="",
    officer="",
    received_on=None,
    decide_by=None,
    plan_by=None,
)
WHOLE = Ground(
    name="Rowan",
    council="Marram Council",
    officer="Davina",
    received_on=date(2026, 1, 5),
    decide_by=date(2026, 2, 16),
    plan_by=date(2026, 5, 25),
    adviser_by=date(2026, 3, 13),
    appeal_by=date(2026, 3, 13),
    safe_by=date(2026, 3, 12),
    team=REACHED,
    advice=REACHED,
    mediation=REACHED,
    tribunal=REACHED,
    ombudsman=REACHED,
    duty="The council must send you the final EHC plan.",
    duty_by=date(2026, 5, 25),
    why_lifted="Something exceptional.",
)


@pytest.mark.parametrize("key", KINDS)
def test_a_letter_without_its_ground_is_missing_what_rests_on_it(key):
    kind = KINDS[key]
    missing = {p.block.key for p in pieces(kind, EMPTY, {}) if p.is_missing}
    always = {"views", "assessing", "refusing", "formats"}

    assert missing == {block.key for block in kind.blocks} - always


@pytest.mark.parametrize("key", KINDS)
def test_a_letter_with_its_ground_and_its_words_is_whole(key):
    kind = KINDS[key]
    words = {block.key: "Words.\r\n\r\nMore words." for block in kind.written}
    made = pieces(kind, WHOLE, words)

    assert not any(piece.is_missing for piece in made)
    assert all(len(p.paragraphs) == 2 for p in made if p.block.written)


def test_blank_lines_are_no_words():
    kind = KINDS["refusal"]
    made = {p.block.key: p for p in pieces(kind, WHOLE, {"reasons": " \n\n  \n"})}

    assert made["reasons"].is_missing


def test_somebody_who_cannot_be_reached_fills_no_block():
    assert Contact("Somebody").line == ""
    assert Contact("", phone="1").line == ""
    assert Contact("S", phone="1", email="a@example.org").line == "S: 1, a@example.org"


def test_a_complaint_goes_to_the_council_where_no_ombudsman_is_known():
    made = pieces(KINDS["considering"], replace(WHOLE, ombudsman=None), {})
    said = next(p for p in made if p.block.key == "complaint")

    assert len(said.paragraphs) == 1


# ---- begun and written ---------------------------------------------------------------


def test_a_letter_that_a_decision_begins_is_not_begun_by_hand(family):
    episode = ask(family)
    for kind in set(KINDS) - BEGUN_BY_HAND:
        assert refusal(begin, family, episode, kind)[0] == "kind"


def test_the_same_letter_is_not_begun_twice(family):
    episode = ask(family)
    begin(family, episode)

    assert "begun already" in refusal(begin, family, episode)[1]


def test_two_steps_can_be_late_at_once(family):
    episode = ask(family)
    begin(family, episode, "late", rule="A03")

    assert begin(family, episode, "late", rule="A14").rule == "A14"


def test_what_is_written_is_kept_and_whoever_saves_second_is_told(family):
    letter = begin(family, ask(family), "late", rule="A03")
    write(family, letter, {"reasons": "Two officers are ill."})

    with pytest.raises(ChangedMeanwhile) as problem:
        write(family, letter, {"reasons": "One officer is ill."}, version=1)
    assert problem.value.theirs == {"reasons": "Two officers are ill."}


@pytest.mark.parametrize("persona", [LEILA, IMRAN])
def test_neither_a_family_nor_a_school_begins_a_letter(family, persona):
    with pytest.raises(TurnedAway):
        begin(family, ask(family), persona=persona)


# ---- sent ----------------------------------------------------------------------------


def test_a_letter_with_an_empty_block_does_not_go_out_and_says_which(family):
    letter = decided(family, ask(family))
    _field, says = refusal(send, family, letter)

    assert "Your right to appeal" in says
    assert "Why" not in says.split(": ")[1].split("; ")
    assert not Served.objects.exists()
    assert not Message.objects.exists()


@pytest.mark.parametrize("key", sorted({"sendiass", "mediation", "sentribunal"}))
def test_each_body_that_a_refusal_names_must_be_reachable(family, key):
    easy_to_reach()
    Helper.objects.filter(key=key).delete()
    letter = decided(family, ask(family))

    assert "Still empty" in refusal(send, family, letter)[1]


def test_a_refusal_names_the_days_of_the_appeal_and_every_body(refused):
    said = document(refused)

    assert "13 March 2026" in said
    for key in set(HELPERS) - {"council"}:
        assert f"{key}@example.org" in said
    assert "The school meets them." in said
    assert "SEND Regulations 2014" in said or "Children and Families Act" in said


def test_a_refusal_opens_the_process_of_the_appeal_with_the_same_day(family, refused):
    opened = Episode.objects.get(process="mediation-and-appeal")
    view = case(family, opened)

    assert view.happenings[0].on == date(2026, 1, 13)
    assert clock(view, "D01").due == date(2026, 3, 13)


def test_each_parent_is_served_in_their_own_way_with_their_own_day(family):
    easy_to_reach()
    mother = Adult.objects.filter(pk=family.mother.adult.pk)
    mother.update(channel=Adult.Channel.PORTAL)
    letter = decided(family, ask(family))
    with time_machine.travel("2026-01-16 09:00", tick=False):
        send(family, letter)
    served = {
        each.adult.name.split()[0]: each for each in letter.served.exclude(adult=None)
    }

    assert served["Leila"].by == ServedBy.EMAIL
    assert served["Leila"].served_on == date(2026, 1, 16)
    assert served["Marcus"].by == ServedBy.POST
    assert served["Marcus"].sent_on == date(2026, 1, 16)
    assert served["Marcus"].served_on == date(2026, 1, 19)


def test_the_school_health_and_social_care_are_told_beside_the_family(family):
    worker = Persona("Nerys", "nerys@example.org")
    easy_to_reach()
    assigned(family.child, worker, Role.SOCIAL_WORKER)
    letter = send(family, decided(family, ask(family)))
    told = {each.party: each.account_id for each in letter.served.filter(adult=None)}

    assert told[Party.HEAD.value] == account_of(IMRAN).pk
    assert told[Party.SOCIAL_CARE.value] == account_of(worker).pk


def test_what_a_message_says_holds_no_name(refused):
    for message in Message.objects.all():
        assert "Rowan" not in message.key
        assert "Rowan" not in message.kind
        if message.channel != Channel.LETTER:
            assert "Rowan" not in str(messages.words_of(message))


def test_a_letter_by_post_is_the_whole_letter(refused):
    posted = Message.objects.filter(channel=Channel.LETTER).first()

    assert "The school meets them." in messages.words_of(posted).body


def lose(letter, adult):
    key = letter.served.get(adult=adult).message_key
    Message.objects.filter(key=key).update(state=State.BOUNCED)


def arrive():
    Message.objects.update(state=State.DELIVERED)


def test_a_copy_that_did_not_arrive_is_seen_on_the_case_and_the_letter(
    family, refused, sign_in
):
    arrive()
    lose(refused, family.mother.adult)
    more = {"episode_id": refused.episode_id}
    browser = sign_in(DAVINA)

    assert "of which 1 did not arrive" in text_of(
        browser.get(at(family, "case", **more))
    )
    shown = text_of(browser.get(at(family, "letter", letter_id=refused.pk, **more)))
    assert shown.count("It did not arrive.") == 1
    assert "did not arrive" not in text_of(
        sign_in(LEILA).get(at(family, "case", **more))
    )


def test_an_officer_writes_down_how_else_it_went_and_the_day_follows(
    family, refused, sign_in
):
    arrive()
    lose(refused, family.mother.adult)
    copy = refused.served.get(adult=family.mother.adult)
    more = {"episode_id": refused.episode_id, "letter_id": refused.pk}
    address = at(family, "serve_in_another_way", served_id=copy.pk, **more)
    with time_machine.travel("2026-01-16 09:00", tick=False):
        browser = sign_in(DAVINA)
        assert "print it" in text_of(browser.get(address))
        said = {"by": "first-class-post", **day("on", date(2026, 1, 16))}
        assert browser.post(address, said).status_code == 302
        shown = text_of(browser.get(at(family, "letter", **more)))
    copy.refresh_from_db()

    assert copy.served_on == date(2026, 1, 19)
    assert "It did not arrive." not in shown
    assert refused.sent_on == date(2026, 1, 13)


@pytest.mark.parametrize("on", [date(2026, 1, 12), date(2026, 1, 14)])
def test_a_copy_goes_neither_before_its_letter_nor_on_a_day_to_come(
    family, refused, on
):
    copy = refused.served.get(adult=family.mother.adult)
    said = of(family, refused.episode, DAVINA, letter_id=refused.pk)
    field, _says = refusal(
        services.serve_in_another_way,
        **said,
        served_id=copy.pk,
        by=ServedBy.HAND,
        on=on,
    )

    assert field == "on"


def test_a_copy_of_another_letter_is_not_found(family, refused, sign_in):
    more = {"episode_id": refused.episode_id, "letter_id": refused.pk}
    address = at(family, "serve_in_another_way", served_id=new_id(), **more)

    assert sign_in(DAVINA).get(address).status_code == 404


def test_those_who_must_be_told_and_are_not_known_are_named(family, refused, sign_in):
    more = {"episode_id": refused.episode_id, "letter_id": refused.pk}
    shown = text_of(sign_in(DAVINA).get(at(family, "letter", **more)))

    assert "Nobody is known here for these" in shown
    assert read(family, refused, DAVINA).untold == (
        Party.COMMISSIONER,
        Party.SOCIAL_CARE,
    )


def test_whoever_is_kept_from_letters_gets_none_of_them(family):
    easy_to_reach()
    KeptFrom.objects.create(
        child=family.child,
        account_id=account_of(MARCUS).pk,
        parts=Part.MESSAGES.value,
        began_on=date(2025, 9, 1),
    )
    letter = send(family, decided(family, ask(family)))

    assert not letter.served.filter(adult=family.father.adult).exists()
    assert letter.served.filter(adult=family.mother.adult).exists()


def test_somebody_who_cannot_be_reached_stops_the_letter_and_is_named(family):
    easy_to_reach()
    a_relationship(family.child, an_adult(name="Robyn Quayside"))
    letter = decided(family, ask(family))
    _field, says = refusal(send, family, letter)

    assert "Robyn Quayside" in says
    assert not Message.objects.exists()
    letter.refresh_from_db()
    assert letter.sent_on is None


def test_where_nobody_is_to_have_letters_none_goes_out(family):
    easy_to_reach()
    for each in (family.mother, family.father):
        each.gets_letters = False
        each.save()

    assert (
        "Nobody of the family" in refusal(send, family, decided(family, ask(family)))[1]
    )


def test_a_letter_is_kept_as_it_went_out_with_its_digest(family, refused):
    said = document(refused)
    family.child.forename = "Rowena"
    family.child.save()

    assert document(refused) == said
    assert refused.digest == hashlib.sha256(said.encode()).hexdigest()
    assert read(family, refused, DAVINA).pieces == ()


def test_a_letter_is_sent_once(family, refused):
    assert "was sent" in refusal(send, family, refused)[1]
    assert "was sent" in refusal(write, family, refused, {"reasons": "Other."})[1]


def test_telling_the_family_meets_the_duty_to_tell(family):
    easy_to_reach()
    letter = begin(family, ask(family))
    send(family, letter)
    view = case(family, letter.episode)

    assert clock(view, "A02").met_on == date(2026, 1, 13)
    assert "16 February 2026" in document(letter)


def test_a_letter_that_we_shall_be_late_changes_nothing_in_law(family):
    easy_to_reach()
    letter = begin(family, ask(family), "late", rule="A03")
    words = {block.key: "Words." for block in KINDS["late"].written}
    before = letter.episode.happenings.count()
    send(family, write(family, letter, words))

    assert letter.episode.happenings.count() == before
    assert "This is due by 16 February 2026." in document(letter)


def test_a_letter_that_will_assess_names_the_day_of_the_plan(family):
    easy_to_reach()
    letter = decided(family, ask(family), may_need_plan=True)
    write(family, letter, {"taking_part": "Evenings, with an interpreter."})
    send(family, letter)

    assert "25 May 2026" in document(letter)
    assert Kind.DECIDED_TO_ASSESS in {
        each.kind for each in case(family, letter.episode).state.done
    }


def test_a_day_that_was_corrected_stands_in_the_letter(family):
    easy_to_reach()
    episode = ask(family)
    services.correct_step(
        **of(family, episode, DAVINA),
        happening_id=episode.happenings.get().pk,
        on=date(2026, 1, 6),
        why="The stamp.",
    )
    letter = begin(family, episode)
    send(family, letter)

    assert "6 January 2026" in document(letter)
    assert "5 January 2026" not in document(letter)


# ---- read ----------------------------------------------------------------------------


def test_a_parent_reads_the_copy_served_on_them_and_its_opening_is_kept(
    family, refused, sign_in
):
    address = at(family, "letter", episode_id=refused.episode_id, letter_id=refused.pk)
    shown = text_of(sign_in(LEILA).get(address))
    mine = refused.served.get(adult=family.mother.adult)

    assert "We will not assess" in shown
    assert mine.read_at
    assert not refused.served.get(adult=family.father.adult).read_at
    assert "Counts as served" not in shown


def test_the_first_opening_is_kept_and_no_later_one(family, refused):
    mine = refused.served.get(adult=family.mother.adult)
    services.mark_read(actor=acting(LEILA), served_id=mine.pk)
    mine.refresh_from_db()
    first = mine.read_at
    with time_machine.travel("2026-01-20 09:00", tick=False):
        services.mark_read(actor=acting(LEILA), served_id=mine.pk)
    mine.refresh_from_db()

    assert mine.read_at == first


def test_nobody_marks_what_was_served_on_somebody_else(family, refused):
    mine = refused.served.get(adult=family.mother.adult)
    services.mark_read(actor=acting(MARCUS), served_id=mine.pk)
    mine.refresh_from_db()

    assert mine.read_at is None


def test_a_letter_that_waits_is_read_by_those_who_write_it_alone(family, sign_in):
    letter = decided(family, ask(family))
    address = at(family, "letter", episode_id=letter.episode_id, letter_id=letter.pk)

    assert sign_in(LEILA).get(address).status_code == 404
    assert "It cannot go out yet" in text_of(sign_in(DAVINA).get(address))


def test_a_senco_who_was_told_reads_it_and_an_officer_sees_on_whom_it_was_served(
    family, refused, sign_in
):
    address = at(family, "letter", episode_id=refused.episode_id, letter_id=refused.pk)
    assert sign_in(IMRAN).get(address).status_code == 200
    shown = text_of(sign_in(HESTER).get(address))

    assert "Counts as served" in shown
    assert "Leila Quayside" in shown
    assert "Imran" in shown


@pytest.mark.parametrize("kind", ["text", "pdf", "docx"])
def test_a_letter_is_there_in_other_formats_and_its_file_names_nobody(
    family, refused, sign_in, kind
):
    known = [each for each in making.FORMATS.values() if each.kind == kind]
    address = at(
        family,
        "letter_taken",
        episode_id=refused.episode_id,
        letter_id=refused.pk,
        kind=kind,
    )
    answer = sign_in(LEILA).get(address)

    assert known
    assert answer.status_code == 200
    assert "letter" in answer["Content-Disposition"]
    assert "Rowan" not in answer["Content-Disposition"]


def test_a_letter_that_waits_is_taken_away_by_nobody(family, sign_in):
    letter = decided(family, ask(family))
    address = at(
        family,
        "letter_taken",
        episode_id=letter.episode_id,
        letter_id=letter.pk,
        kind="text",
    )
    assert sign_in(DAVINA).get(address).status_code == 404


# ---- the pages of an officer ---------------------------------------------------------


def test_an_officer_begins_writes_and_sends_a_letter_on_pages(family, sign_in):
    easy_to_reach()
    episode = ask(family)
    browser = sign_in(DAVINA)
    begun = at(family, "begin_letter", episode_id=episode.pk, letter="late")
    assert "Which step will be late?" in text_of(browser.get(begun))
    assert browser.post(begun, {"rule": "A03"}).status_code == 302

    letter = Letter.objects.get()
    more = {"episode_id": episode.pk, "letter_id": letter.pk}
    address = at(family, "write_letter", **more)
    assert browser.get(address).status_code == 200
    words = {block.key: "Plain words." for block in KINDS["late"].written}
    assert browser.post(address, {"version": 1, **words}).status_code == 302
    shown = text_of(browser.get(at(family, "letter", **more)))
    assert "Send it now" in shown
    assert browser.post(at(family, "send_letter", **more)).status_code == 302
    assert "Counts as served" in text_of(browser.get(at(family, "letter", **more)))


def test_what_somebody_else_wrote_meanwhile_is_shown_beside_what_was_typed(
    family, sign_in
):
    letter = begin(family, ask(family), "late", rule="A03")
    write(family, letter, {"reasons": "Two officers are ill."})
    more = {"episode_id": letter.episode_id, "letter_id": letter.pk}
    answer = sign_in(DAVINA).post(
        at(family, "write_letter", **more), {"version": 1, "reasons": "One is ill."}
    )

    assert answer.status_code == 422
    assert "One is ill." in text_of(answer)
    assert "Two officers are ill." in text_of(answer)


def test_a_letter_that_cannot_go_out_says_why_on_a_page(family, sign_in):
    letter = decided(family, ask(family))
    more = {"episode_id": letter.episode_id, "letter_id": letter.pk}
    answer = sign_in(DAVINA).post(at(family, "send_letter", **more))

    assert answer.status_code == 422
    assert "Still empty" in text_of(answer)


def test_no_other_letter_is_begun_and_none_that_is_not_there_is_found(family, sign_in):
    episode = ask(family)
    browser = sign_in(DAVINA)
    begun = at(family, "begin_letter", episode_id=episode.pk, letter="refusal")
    more = {"episode_id": episode.pk, "letter_id": new_id()}

    assert browser.get(begun).status_code == 404
    assert browser.get(at(family, "letter", **more)).status_code == 404
    assert browser.post(at(family, "send_letter", **more)).status_code == 404


def test_a_case_shows_its_letters_to_each_as_they_were_served(family, refused, sign_in):
    address = at(family, "case", episode_id=refused.episode_id)
    for persona in (LEILA, DAVINA):
        assert "We will not assess" in text_of(sign_in(persona).get(address))
    Served.objects.filter(adult=family.father.adult).delete()

    assert "We will not assess" not in text_of(sign_in(MARCUS).get(address))
