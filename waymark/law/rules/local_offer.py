"""N07 and N08: what the council must publish and keep under review."""

from waymark.law.citations import act
from waymark.law.events import Kind
from waymark.law.limits import Mode, Period
from waymark.law.rule import Party, Remedy, Rule, Strength
from waymark.law.rules.kinds import kinds
from waymark.law.sources import Tier

PROCESS = "local-offer-publication"

_COMPLAIN_OR_COURT = (Remedy.COMPLAINT, Remedy.JUDICIAL_REVIEW)

N07 = Rule(
    id="N07",
    process=PROCESS,
    says=(
        "The council must publish what families say about the Local Offer, its "
        "answer, and what it will do, in a way that names nobody."
    ),
    starts_with=kinds(Kind.PREVIOUS_COMMENTS_PUBLISHED),
    met_by=kinds(Kind.COMMENTS_AND_RESPONSE_PUBLISHED),
    restarts=True,
    limit=Period(12, Mode.MONTHS_AFTER),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.PUBLIC,),
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=act(
        "section 30(6), with regulation 56 of the SEND Regulations 2014",
        30,
        Tier.SECONDARY,
    ),
    note="At least annually. Comments about one person's own service may be left out.",
)

N08 = Rule(
    id="N08",
    process=PROCESS,
    says=(
        "The council must keep the Local Offer under review, together with families, "
        "young people and those who provide the services."
    ),
    starts_with=kinds(Kind.LOCAL_OFFER_PUBLISHED),
    met_by=kinds(Kind.LOCAL_OFFER_REVIEWED),
    restarts=True,
    limit=Period(0, Mode.AS_SOON_AS_PRACTICABLE),
    holder=Party.LOCAL_AUTHORITY,
    tell=(Party.CONSULTEES,),
    remedies=_COMPLAIN_OR_COURT,
    strength=Strength.MUST,
    source=act(
        "section 30, with regulations 54 and 55 of the SEND Regulations 2014",
        30,
        Tier.PRIMARY,
    ),
    note="A continuing duty with no period: only the age of the last review is shown.",
)

LOCAL_OFFER = (N07, N08)
