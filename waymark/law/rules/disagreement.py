"""D01 to D12: mediation, what is agreed there, and the appeal."""

from waymark.law.citations import send_regulations, tribunal_rules
from waymark.law.events import Kind
from waymark.law.limits import AsOrdered, Branch, FirstGiven, LaterOf, Mode, Period
from waymark.law.rule import Content, Party, Remedy, Rule, Strength
from waymark.law.rules.kinds import kinds
from waymark.law.sources import Tier

PROCESS = "mediation-and-appeal"

_THREE_WORKING_DAYS = Period(3, Mode.WORKING_DAYS_WITHIN)
_THIRTY_DAYS = Period(30, Mode.DAYS_WITHIN)
_TWO_WEEKS = Period(2, Mode.WEEKS_WITHIN)
_FIVE_WEEKS = Period(5, Mode.WEEKS_WITHIN)
_OTHER_DAY = Branch(kinds(Kind.OTHER_DAY_AGREED), AsOrdered(), latest=True)
_APPEAL_OVER = kinds(Kind.APPEAL_DECIDED, Kind.APPEAL_WITHDRAWN)


def appeal_time(notice: Kind) -> LaterOf:
    """How long a family has to appeal, counted from one kind of written notice.

    Units:  months after the notice was sent, or after the certificate's date.
    Source: SI 2008/2699 rules 12 and 20(1)(c).
    """
    return LaterOf(
        (
            Branch(kinds(notice), Period(2, Mode.MONTHS_AFTER)),
            Branch(
                kinds(Kind.MEDIATION_CERTIFICATE_ISSUED), Period(1, Mode.MONTHS_AFTER)
            ),
        ),
        then=Period(0, Mode.TRIBUNAL_MONTHS),
    )


D01 = Rule(
    id="D01",
    process=PROCESS,
    says="If you want to appeal, contact the mediation adviser first.",
    starts_with=kinds(Kind.DECISION_SENT),
    met_by=kinds(Kind.MEDIATION_ADVISER_CONTACTED),
    ended_by=_APPEAL_OVER
    | kinds(Kind.MEDIATION_CERTIFICATE_ISSUED, Kind.APPEAL_RECEIVED),
    limit=Period(2, Mode.MONTHS_AFTER),
    holder=Party.PARENT,
    tell=(Party.MEDIATION_ADVISER,),
    strength=Strength.MUST,
    source=send_regulations(
        "regulation 33, with section 55 of the Children and Families Act 2014",
        33,
        Tier.PRIMARY_AS_MADE,
    ),
    note=(
        "Counted from the day the council sent its written notice, not the day it "
        "came. Not needed if the appeal is only about the school or college named, "
        "or that none is. After this time the tribunal's permission is needed."
    ),
)

D02 = Rule(
    id="D02",
    process=PROCESS,
    says=(
        "If you tell the mediation adviser that you do not want mediation, the "
        "adviser must send you a certificate."
    ),
    starts_with=kinds(Kind.MEDIATION_DECLINED),
    met_by=kinds(Kind.MEDIATION_CERTIFICATE_ISSUED),
    limit=_THREE_WORKING_DAYS,
    holder=Party.MEDIATION_ADVISER,
    tell=(Party.PARENT,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 34", 34, Tier.SECONDARY),
    note="Complain to the adviser, and to the council that pays for the service.",
)

D03 = Rule(
    id="D03",
    process=PROCESS,
    says=(
        "If you want mediation about health, the council must tell the NHS integrated "
        "care board what it is about and what you ask for."
    ),
    starts_with=kinds(Kind.HEALTH_MEDIATION_WANTED, Kind.MIXED_MEDIATION_WANTED),
    met_by=kinds(
        Kind.COMMISSIONER_TOLD_OF_MEDIATION, Kind.COMMISSIONER_TOLD_HEALTH_ONLY
    ),
    limit=_THREE_WORKING_DAYS,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.COMMISSIONER,),
    contents=(Content.MEDIATION_ISSUES,),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulations 35 and 36", 35, Tier.SECONDARY),
)

D04 = Rule(
    id="D04",
    process=PROCESS,
    says=(
        "If you tell the council that you want mediation about education or social "
        "care, the council must arrange it and take part."
    ),
    starts_with=kinds(Kind.MEDIATION_WANTED, Kind.MIXED_MEDIATION_WANTED),
    met_by=kinds(Kind.MEDIATION_HELD),
    ended_by=kinds(Kind.MEDIATION_ENDED, Kind.MEDIATION_CERTIFICATE_ISSUED),
    limit=_THIRTY_DAYS,
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PARENT, Party.COMMISSIONER),
    remedies=(Remedy.COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 37", 37, Tier.SECONDARY),
    note=(
        "Calendar days. If the council cannot do it in time, the adviser gives a "
        "certificate (D06) and you need not wait."
    ),
)

D05 = Rule(
    id="D05",
    process=PROCESS,
    says=(
        "If mediation is about health only, the NHS integrated care board must "
        "arrange it and take part."
    ),
    starts_with=kinds(Kind.COMMISSIONER_TOLD_HEALTH_ONLY),
    met_by=kinds(Kind.MEDIATION_HELD),
    ended_by=kinds(Kind.MEDIATION_ENDED, Kind.MEDIATION_CERTIFICATE_ISSUED),
    limit=_THIRTY_DAYS,
    holder=Party.COMMISSIONER,
    tell=(Party.PARENT,),
    remedies=(Remedy.HEALTH_COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 36", 36, Tier.SECONDARY),
    note="Counted from the day the council told the board.",
)

D06 = Rule(
    id="D06",
    process=PROCESS,
    says=(
        "If the council says that it cannot arrange mediation in time, the adviser "
        "must send you a certificate."
    ),
    starts_with=kinds(Kind.MEDIATION_FOUND_IMPOSSIBLE_IN_TIME),
    met_by=kinds(Kind.MEDIATION_CERTIFICATE_ISSUED),
    limit=_THREE_WORKING_DAYS,
    holder=Party.MEDIATION_ADVISER,
    tell=(Party.PARENT,),
    strength=Strength.MUST,
    source=send_regulations(
        "regulations 36 to 39, as IPSEA explains them", 39, Tier.SECONDARY
    ),
    note="Which regulation says so is to be checked.",
)

D07 = Rule(
    id="D07",
    process=PROCESS,
    says="When mediation ends, the adviser must send you a certificate.",
    starts_with=kinds(Kind.MEDIATION_ENDED),
    met_by=kinds(Kind.MEDIATION_CERTIFICATE_ISSUED),
    limit=_THREE_WORKING_DAYS,
    holder=Party.MEDIATION_ADVISER,
    tell=(Party.PARENT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 39", 39, Tier.SECONDARY),
)

D08 = Rule(
    id="D08",
    process=PROCESS,
    says=(
        "If you appeal, the tribunal must have your appeal, counted from the "
        "council's letter or from the mediation certificate, whichever gives you "
        "longer."
    ),
    starts_with=kinds(Kind.DECISION_SENT, Kind.MEDIATION_CERTIFICATE_ISSUED),
    met_by=kinds(Kind.APPEAL_RECEIVED),
    limit=appeal_time(Kind.DECISION_SENT),
    holder=Party.PARENT,
    tell=(Party.TRIBUNAL,),
    strength=Strength.MUST,
    source=tribunal_rules("rules 12 and 20(1)(c)", Tier.SECONDARY),
    note=(
        "Rule 20 was read, rule 12 was not. Counted from sending, not receipt. A day "
        "off, in August or between 25 December and 1 January, moves on to a working "
        "day; sending it earlier is safer. The tribunal may allow a late appeal. "
        "Health and social care cannot be added to an appeal about a refusal to "
        "assess."
    ),
)

D09 = Rule(
    id="D09",
    process=PROCESS,
    says=(
        "If you and the council agree at mediation on something you could have "
        "appealed about, the council must do it in the time a tribunal would have "
        "given it."
    ),
    starts_with=kinds(
        Kind.AGREED_TO_ASSESS,
        Kind.AGREED_TO_MAKE_PLAN,
        Kind.AGREED_TO_AMEND_CONTENTS,
        Kind.AGREED_TO_CHANGE_SETTING,
        Kind.AGREED_TO_CONTINUE,
    ),
    met_by=kinds(
        Kind.TOLD_WILL_ASSESS,
        Kind.DRAFT_PLAN_SERVED,
        Kind.AMENDED_PLAN_SENT,
        Kind.PLAN_CONTINUED,
    ),
    limit=FirstGiven(
        (
            _OTHER_DAY,
            Branch(kinds(Kind.AGREED_TO_CONTINUE), Period(0, Mode.AT_ONCE)),
            Branch(kinds(Kind.AGREED_TO_ASSESS), _TWO_WEEKS),
            Branch(kinds(Kind.AGREED_TO_CHANGE_SETTING), _TWO_WEEKS),
            Branch(kinds(Kind.AGREED_TO_MAKE_PLAN), _FIVE_WEEKS),
            Branch(kinds(Kind.AGREED_TO_AMEND_CONTENTS), _FIVE_WEEKS),
        )
    ),
    holder=Party.LOCAL_AUTHORITY,
    remedies=(Remedy.COMPLAINT, Remedy.JUDICIAL_REVIEW),
    strength=Strength.MUST,
    source=send_regulations("regulation 42(2) and (5)", 42, Tier.PRIMARY_AS_MADE),
    note=(
        "Counted from the agreement; the parties may agree another day in writing. "
        "This is the first thing due; what follows an agreement to assess or to make "
        "a plan is due as D21, D22 and D24."
    ),
)

D10 = Rule(
    id="D10",
    process=PROCESS,
    says=(
        "If something else is agreed at mediation, one you could not have appealed "
        "about, the council or health must do it."
    ),
    starts_with=kinds(Kind.AGREED_ON_OTHER_MATTER),
    met_by=kinds(Kind.AGREEMENT_CARRIED_OUT),
    limit=FirstGiven(
        (_OTHER_DAY, Branch(kinds(Kind.AGREED_ON_OTHER_MATTER), _TWO_WEEKS))
    ),
    holder=Party.COUNCIL_OR_COMMISSIONER,
    remedies=(Remedy.COMPLAINT, Remedy.JUDICIAL_REVIEW, Remedy.HEALTH_COMPLAINT),
    strength=Strength.MUST,
    source=send_regulations("regulation 42(3) and (5)", 42, Tier.PRIMARY_AS_MADE),
    note="The parties may agree another day in writing.",
)

D11 = Rule(
    id="D11",
    process=PROCESS,
    says=(
        "If you agree with the NHS integrated care board alone, the board must tell "
        "the council."
    ),
    starts_with=kinds(Kind.AGREED_WITH_COMMISSIONER_ONLY),
    met_by=kinds(Kind.COUNCIL_TOLD_OF_AGREEMENT),
    limit=Period(1, Mode.WEEKS_WITHIN),
    holder=Party.COMMISSIONER,
    tell=(Party.LOCAL_AUTHORITY,),
    remedies=(Remedy.HEALTH_COMPLAINT,),
    strength=Strength.MUST,
    source=send_regulations("regulation 42(4)", 42, Tier.PRIMARY_AS_MADE),
)

D12 = Rule(
    id="D12",
    process=PROCESS,
    says="The council must send its answer to your appeal to the tribunal and to you.",
    starts_with=kinds(Kind.APPEAL_SENT_TO_COUNCIL, Kind.RESPONSE_DAY_DIRECTED),
    met_by=kinds(Kind.COUNCIL_RESPONDED),
    ended_by=_APPEAL_OVER,
    limit=FirstGiven(
        (
            Branch(kinds(Kind.RESPONSE_DAY_DIRECTED), AsOrdered(), latest=True),
            Branch(
                kinds(Kind.APPEAL_SENT_TO_COUNCIL),
                Period(30, Mode.TRIBUNAL_WORKING_DAYS),
            ),
        )
    ),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.TRIBUNAL, Party.PARENT),
    strength=Strength.MUST,
    source=tribunal_rules("rule 21", Tier.SECONDARY),
    note=(
        "The day in the tribunal's own letter always comes first. Its period and its "
        "start are to be checked. A council that misses it may be barred."
    ),
)

DISAGREEMENT = (D01, D02, D03, D04, D05, D06, D07, D08, D09, D10, D11, D12)
