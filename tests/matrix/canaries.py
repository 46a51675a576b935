"""A child in whose every field stands a word of its own, to be looked for everywhere."""

import json
from dataclasses import dataclass, field
from datetime import date

from tests.factories.accounts import account_of
from tests.factories.organisations import a_setting
from tests.factories.people import (
    SEPTEMBER,
    a_child,
    a_relationship,
    an_address,
    an_adult,
    assigned,
)
from tests.people import Persona
from waymark.access.roles import Role
from waymark.casework.models import (
    Claim,
    Decision,
    Episode,
    Happening,
    Letter,
    SavedList,
    Served,
)
from waymark.casework.services.lines import keep_line
from waymark.files.models import StoredFile
from waymark.law.events import Kind
from waymark.people import sealed
from waymark.people.models import (
    AccessHold,
    AccessRequest,
    Attendance,
    CapacityRecord,
    Child,
    CourtOrder,
    Identifier,
    KeptFrom,
    LegalStatus,
    NameBefore,
    RecordHold,
    Relationship,
    StoryVersion,
    SupporterInvitation,
    VoiceItem,
)
from waymark.people.telling import Reader
from waymark.today import now


@dataclass
class Marked:
    """A record full of canaries: what it is made of, and which word stands where."""

    letter: str
    canaries: dict[str, str] = field(default_factory=dict)
    ids: dict[str, object] = field(default_factory=dict)

    def word(self, where: str) -> str:
        """A word that stands in this place of this record and nowhere else."""
        word = f"Kanary{self.letter}{len(self.canaries):02d}x"
        self.canaries[where] = word
        return word

    @property
    def child(self) -> Child:
        return self.ids["child"]


def marked_record(letter: str) -> Marked:
    """A whole record, with a canary in every field that holds words."""
    made = Marked(letter)
    _person(made)
    _family(made)
    _school_and_law(made)
    _story(made)
    _access_request(made)
    _kept_longer(made)
    _assessment(made)
    return made


def _person(made: Marked) -> None:
    child = a_child(
        forename=made.word("forename"),
        surname=made.word("surname"),
        known_as=made.word("known as"),
        religion=made.word("religion"),
        home_language=made.word("home language"),
        communicates_by=made.word("communicates by"),
        needs_interpreter=made.word("interpreter"),
    )
    made.ids["child"] = child
    before = NameBefore(child=child, until=SEPTEMBER, is_sealed=True)
    sealed.put(before, "sealed_name", made.word("name before"))
    before.save()
    number = Identifier(child=child, kind="local", mark=made.letter)
    sealed.put(number, "sealed_value", made.word("number").upper())
    made.canaries["number"] = made.canaries["number"].upper()
    number.save()
    an_address(child=child, lines=made.word("address of the child"))


def _family(made: Marked) -> None:
    child = made.child
    for who, restricted in (("one parent", False), ("other parent", True)):
        adult = an_adult(name=made.word(f"{who}'s name"))
        email = made.word(f"{who}'s email").lower() + "@example.org"
        made.canaries[f"{who}'s email"] = email
        sealed.put(adult, "sealed_email", email)
        sealed.put(adult, "sealed_phone", made.word(f"{who}'s phone"))
        adult.language = made.word(f"{who}'s language")
        adult.needs_interpreter = made.word(f"{who}'s interpreter")
        adult.adjustments = made.word(f"{who}'s adjustments")
        adult.save()
        held = a_relationship(child, adult, evidence=made.word(f"{who}'s evidence"))
        an_address(
            adult=adult,
            lines=made.word(f"{who}'s address"),
            is_restricted=restricted,
        )
        made.ids[who] = held
    held: Relationship = made.ids["one parent"]
    made.ids["relationship_id"] = held.pk
    order = CourtOrder(
        relationship=held, kind="other", seen_on=SEPTEMBER, began_on=SEPTEMBER
    )
    sealed.put(order, "sealed_words", made.word("order"))
    order.save()
    invitation = SupporterInvitation(
        child=child,
        invited_by=account_of(_officer(made)).pk,
        ends_at=now().replace(year=2027),
    )
    sealed.put(invitation, "sealed_email", made.word("supporter").lower())
    made.canaries["supporter"] = made.canaries["supporter"].lower()
    invitation.save()
    made.ids["invitation_id"] = invitation.pk


def _officer(made: Marked) -> Persona:
    return Persona(
        f"Officer {made.letter}", f"officer.{made.letter}@example.org".lower()
    )


def _school_and_law(made: Marked) -> None:
    child, officer = made.child, _officer(made)
    attendance = Attendance.objects.create(
        child=child,
        setting=a_setting(made.word("school")).organisation,
        began_on=SEPTEMBER,
    )
    status = LegalStatus.objects.create(
        child=child,
        kind="young-carer",
        basis=made.word("basis"),
        began_on=SEPTEMBER,
    )
    made.ids |= {"attendance_id": attendance.pk, "status_id": status.pk}
    made.ids["assignment_id"] = assigned(child, officer, Role.COMPLAINTS).pk
    kept = KeptFrom(
        child=child,
        account_id=account_of(officer).pk,
        parts="story",
        began_on=SEPTEMBER,
    )
    sealed.put(kept, "sealed_reason", made.word("reason"))
    kept.save()
    record = CapacityRecord(
        child=child,
        decision=CapacityRecord.Decision.APPEAL,
        understands=True,
        retains=True,
        weighs=True,
        communicates=True,
        assessed_by=account_of(officer).pk,
        assessed_on=SEPTEMBER,
    )
    for thing in ("information", "support"):
        sealed.put(record, f"sealed_{thing}", made.word(f"capacity's {thing}"))
    record.save()


def _story(made: Marked) -> None:
    child, by = made.child, account_of(_officer(made)).pk
    everybody = " ".join(reader.value for reader in Reader)
    parent = made.ids["one parent"].adult
    for part, adult, kept, travels in (
        ("likes", None, False, everybody),
        ("hopes", None, True, everybody),
        ("matters", None, False, ""),
        ("so-far", parent, False, everybody),
        ("worries", parent, True, everybody),
        ("tried", parent, False, ""),
    ):
        row = StoryVersion(
            child=child,
            adult=adult,
            part=part,
            number=1,
            is_kept=kept,
            travels=travels,
            told_by=by,
            helper=made.word(f"helper of {part}"),
        )
        sealed.put(row, "sealed_words", made.word(f"story {part}"))
        row.save()
        made.ids[f"version {part}"] = row.pk
    made.ids |= {"version_id": made.ids["version so-far"], "part": "likes"}
    for name, kept, travels in (("open", False, everybody), ("kept", True, everybody)):
        item = VoiceItem(
            child=child,
            medium="typed",
            said_on=SEPTEMBER,
            is_kept=kept,
            travels=travels,
            expires_on=date(2026, 9, 1),
            recorded_by=by,
            asked=made.word(f"{name} question"),
            helper=made.word(f"{name} helper"),
        )
        sealed.put(item, "sealed_words", made.word(f"voice {name}"))
        file = StoredFile.objects.create(
            room="people",
            reference=f"voice:{item.pk}",
            child_id=child.pk,
            part="story",
            sealed_name="x",
            kind="text",
            size=1,
            sealed_key="x",
        )
        item.file_id = file.pk
        item.save()
        made.ids |= {f"item {name}": item.pk, f"file {name}": file.pk}
    made.ids |= {"item_id": made.ids["item open"], "topic": "school", "opened": 0}


def _assessment(made: Marked) -> None:
    """A request whose day was corrected, for a reason that its readers read."""
    episode = Episode.objects.create(
        child=made.child,
        process="ehc-needs-assessment",
        asked_by="parent",
        channel="post",
    )
    kind = Kind.REQUEST_RECEIVED.value
    first = Happening.objects.create(episode=episode, kind=kind, on=SEPTEMBER)
    held = Happening.objects.create(
        episode=episode,
        kind=kind,
        on=SEPTEMBER,
        replaces=first,
        why=made.word("why a day was corrected"),
    )
    made.ids["episode_id"], made.ids["happening_id"] = episode.pk, held.pk
    keep_line(episode)
    _decision(made, episode)
    _letters(made, episode)
    officer = account_of(_officer(made)).pk
    kept = SavedList.objects.create(account_id=officer, name=made.word("saved list"))
    made.ids["list_id"] = kept.pk


def _decision(made: Marked, episode: Episode) -> None:
    """A proposal and a claim that wait, and a claim that somebody agreed to."""
    officer = account_of(_officer(made)).pk
    row = Decision(
        episode=episode, has_needs=True, may_need_plan=False, proposed_by=officer
    )
    for thing in ("needs", "plan", "age", "reasons", "next", "return"):
        sealed.put(row, f"sealed_{thing}", made.word(f"decision's {thing}"))
    row.save()
    made.ids["decision_id"] = row.pk
    for name, agreed_at in (("waiting claim", None), ("agreed claim", now())):
        claim = Claim(
            episode=episode,
            rule="A14",
            code="EX-C",
            facts={},
            expected_on=date(2026, 6, 1),
            review_on=date(2026, 3, 1),
            proposed_by=officer,
            agreed_at=agreed_at,
        )
        for thing in ("evidence", "reasons"):
            sealed.put(claim, f"sealed_{thing}", made.word(f"{name}'s {thing}"))
        claim.save()
        made.ids[name] = claim.pk
    made.ids["claim_id"] = made.ids["waiting claim"]


def _letters(made: Marked, episode: Episode) -> None:
    """A letter that waits, and one that was served on one parent."""
    officer = account_of(_officer(made)).pk
    waiting = Letter(episode=episode, kind="late", rule="A14", begun_by=officer)
    words = {"reasons": made.word("letter that waits")}
    sealed.put(waiting, "sealed_words", json.dumps(words))
    waiting.save()
    sent = Letter(
        episode=episode, kind="considering", begun_by=officer, sent_on=SEPTEMBER
    )
    head = '<html lang="en-GB"><head><title>A letter</title></head>'
    said = f"{head}<body><h1>A letter</h1><p>{made.word('letter')}</p></body></html>"
    sealed.put(sent, "sealed_document", said)
    sent.save()
    copy = Served.objects.create(
        letter=sent,
        adult=made.ids["one parent"].adult,
        by="email",
        sent_on=SEPTEMBER,
        served_on=SEPTEMBER,
    )
    made.ids |= {"letter_id": sent.pk, "waiting letter": waiting.pk}
    made.ids |= {"served_id": copy.pk, "letter": "late"}


def _kept_longer(made: Marked) -> None:
    reason = made.word("why it is kept longer")
    made.ids["hold_id"] = RecordHold.objects.create(child=made.child, reason=reason).pk


def _access_request(made: Marked) -> None:
    asked = AccessRequest.objects.create(
        child=made.child,
        asked_by="parent",
        received_on=SEPTEMBER,
        clear_on=SEPTEMBER,
        extended_on=SEPTEMBER,
        extended_why=made.word("why it takes longer"),
    )
    made.ids["request_id"] = asked.pk
    waiting = AccessHold.objects.create(
        request=asked,
        item=f"adult-{made.ids['relationship_id']}",
        because="third-party",
        said=made.word("what a decision needs"),
    )
    made.ids["hold_id"], made.ids["item"] = waiting.pk, waiting.item
    AccessHold.objects.create(
        request=asked,
        item="table-who-works-with-them",
        because="legal",
        answer="withhold",
        answered_for=made.word("who decided"),
    )
