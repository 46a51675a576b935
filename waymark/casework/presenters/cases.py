"""Casework made ready for a page. Nothing is fetched here."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from waymark.access.record import Ability, Part
from waymark.casework.letters.kinds import CONSIDERING, KINDS, LATE
from waymark.casework.models import Episode, Happening
from waymark.casework.policies import needed_for
from waymark.casework.queries import CaseView
from waymark.casework.waiting import is_to_decide
from waymark.law import PROCESSES, Kind, Reading, State
from waymark.law.process import Step
from waymark.law.tables import holder_words
from waymark.ui.route_line import RouteLine, Stop
from waymark.ui.tables import Fact, SummaryList, TableOf
from waymark.ui.time_limits import ClockTag, DateTag

#: A clock of these says something to whoever looks; the others have not begun.
TELLING = (State.OVERDUE, State.RUNNING, State.MET_LATE, State.MET)


def address_of(child_id: UUID, page: str = "cases", **more: object) -> str:
    """Where a page of a child's casework is read."""
    return reverse(f"casework:{page}", kwargs={"child_id": child_id, **more})


def title_of(episode: Episode) -> str:
    """What a process is called."""
    return PROCESSES[episode.process].title


def cases_table(child_id: UUID, views: Iterable[CaseView]) -> TableOf:
    """Each episode with the last thing that happened and the next day that counts."""
    return TableOf(
        _("Requests and assessments"),
        (_("What"), _("Last"), _("Next")),
        tuple(_case_line(child_id, view) for view in views),
    )


def _case_line(child_id: UUID, view: CaseView) -> tuple[str | SafeString, ...]:
    address = address_of(child_id, "case", episode_id=view.episode.pk)
    latest = view.state.latest
    coming = view.coming
    return (
        format_html('<a href="{}">{}</a>', address, title_of(view.episode)),
        _step_of(view, latest.kind.value).title if latest else "",
        ClockTag.of(coming[0]).says if coming else _("Nothing is waited for"),
    )


def facts(view: CaseView) -> SummaryList:
    """By whom it was asked for, how, and what it is called on paper."""
    episode = view.episode
    told = (
        (_("Asked for by"), str(Episode.By(episode.asked_by).label)),
        (_("It came"), str(Episode.Channel(episode.channel).label)),
        (_("Reference"), episode.reference),
    )
    return SummaryList(tuple(Fact(word, says) for word, says in told))


def route(view: CaseView) -> RouteLine:
    """What has happened, with its days, and what the law says must come next."""
    behind = [
        Stop(
            _step_of(view, event.kind.value).title,
            state="done",
            when=DateTag("{day}", event.on),
        )
        for event in view.state.done
    ]
    ahead = [
        Stop(
            each.rule.says,
            state="late" if each.state is State.OVERDUE else "open",
            when=ClockTag.of(each),
            detail=holder_words(each.rule.holder),
        )
        for each in view.coming
    ]
    return RouteLine((*behind, *_with_next(ahead)), _("The route so far and to come"))


def _with_next(ahead: list[Stop]) -> list[Stop]:
    """The first stop to come is next, unless something is late before it."""
    if ahead and ahead[0].state == "open":
        first = ahead[0]
        ahead[0] = Stop(first.title, "", "next", "then", first.when, first.detail)
    return ahead


def clocks_table(view: CaseView) -> TableOf:
    """Every clock that says something today, with its source in law."""
    return TableOf(
        _("Every time limit"),
        (_("What must happen"), _("Who"), _("How it stands"), _("Where it is written")),
        tuple(
            (
                each.rule.says,
                holder_words(each.rule.holder),
                ClockTag.of(each).says,
                f"{each.rule.source.instrument}, {each.rule.source.provision}",
            )
            for each in sorted(view.readings, key=_urgency)
            if each.state in TELLING
            and (each.met_on is not None or each in view.coming)
        ),
    )


def _urgency(reading: Reading) -> tuple[int, str, str]:
    due = reading.due.isoformat() if reading.due else "9999"
    return (
        (TELLING.index(reading.state), due, reading.rule.id)
        if (reading.state in TELLING)
        else (len(TELLING), due, reading.rule.id)
    )


def history_table(view: CaseView) -> TableOf:
    """Everything that was written down, with what was corrected and why."""
    return TableOf(
        _("What was written down"),
        (_("What happened"), _("On"), _("Written down on"), _("Corrections")),
        tuple(_history_line(view, each) for each in view.happenings),
    )


def _history_line(view: CaseView, row: Happening) -> tuple[str | SafeString, ...]:
    return (
        _step_of(view, row.kind).title,
        DateTag("{day}", row.on).says,
        DateTag("{day}", row.written_at.date()).says,
        _about(view, row),
    )


def _about(view: CaseView, row: Happening) -> str | SafeString:
    if row.pk in view.replaced:
        return _("Corrected since")
    says = _("Corrected: %s") % row.why if row.replaces_id else ""
    if not view.standing.may(*needed_for(Kind(row.kind))):
        return says
    address = address_of(
        view.episode.child_id,
        "correct_step",
        episode_id=view.episode.pk,
        happening_id=row.pk,
    )
    return format_html('{} <a href="{}">{}</a>', says, address, _("Correct the day"))


def steps_to_take(view: CaseView) -> list[tuple[str, str]]:
    """What whoever looks may write down next, for a list to choose from."""
    return [
        (step.kind.value, step.title)
        for step in view.state.may_follow
        if view.standing.may(*needed_for(step.kind))
    ]


def to_do(view: CaseView) -> list[tuple[str, str]]:
    """What whoever looks may do about the case now: the words, and where."""
    return [(says, _of(view, page, **more)) for says, page, more in _doings(view)]


#: Something to do: the words, the page, and what its address needs besides the case.
_Doing: TypeAlias = tuple[str, str, dict[str, object]]


def _doings(view: CaseView) -> Iterator[_Doing]:
    yield from _answers(view)
    opens = {step.kind for step in view.state.may_follow}
    proposes = view.standing.may(Part.DECISION, Ability.WRITE)
    agreed = {each.pk for each in view.decisions if each.agreed_at} - view.told
    if is_to_decide(view.state) and proposes and not agreed:
        yield _("Propose whether to assess"), "propose_decision", {}
    if view.may_write:
        yield from _writings(view, opens)


def _answers(view: CaseView) -> Iterator[_Doing]:
    """The proposals that wait for whoever may agree to them."""
    if not view.standing.may(Part.DECISION, Ability.APPROVE):
        return
    for row in view.decisions:
        if row.waits:
            yield _("Answer the proposal"), "answer_decision", {"decision_id": row.pk}
    for claim in view.claims:
        if claim.waits:
            yield _("Answer the exemption"), "answer_claim", {"claim_id": claim.pk}


def _writings(view: CaseView, opens: set[Kind]) -> Iterator[_Doing]:
    """The letters and steps that whoever works on the case may write down."""
    for letter in view.letters:
        if letter.sent_on is None:
            title = KINDS[letter.kind].title
            says = _("Look through the letter and send it: {title}")
            yield says.format(title=title), "letter", {"letter_id": letter.pk}
    if Kind.TOLD_ASSESSMENT_CONSIDERED in opens:
        yield _("Write that we consider it"), "begin_letter", {"letter": CONSIDERING}
    if Kind.EXEMPTION_CLAIMED in opens and not view.state.ended:
        yield _("Claim an exemption"), "claim_exemption", {}
        yield _("Write that we shall be late"), "begin_letter", {"letter": LATE}
    if view.state.may_follow:
        yield _("Write down what happened"), "case_step", {}


def _of(view: CaseView, page: str, **more: object) -> str:
    episode = view.episode
    return address_of(episode.child_id, page, episode_id=episode.pk, **more)


def _step_of(view: CaseView, kind: str) -> Step:
    process = PROCESSES[view.episode.process]
    return next(step for step in process.steps if step.kind.value == kind)
