"""Publishing the Local Offer, and answering what families say about it."""

from waymark.law.events import Kind
from waymark.law.process import Process, Step
from waymark.law.rule import Party
from waymark.law.rules.kinds import kinds

LOCAL_OFFER_PUBLICATION = Process(
    key="local-offer-publication",
    title="Publishing the Local Offer",
    steps=(
        Step(
            Kind.LOCAL_OFFER_PUBLISHED,
            "The Local Offer is published",
            Party.LOCAL_AUTHORITY,
            may_repeat=True,
        ),
        Step(
            Kind.PREVIOUS_COMMENTS_PUBLISHED,
            "Comments and answers were last published",
            Party.LOCAL_AUTHORITY,
            may_repeat=True,
        ),
        Step(
            Kind.COMMENTS_INVITED,
            "The council asks families to comment",
            Party.LOCAL_AUTHORITY,
            may_repeat=True,
            informational=True,
        ),
        Step(
            Kind.COMMENTS_AND_RESPONSE_PUBLISHED,
            "Comments, answers and actions are published",
            Party.LOCAL_AUTHORITY,
            kinds(
                Kind.PREVIOUS_COMMENTS_PUBLISHED,
                Kind.COMMENTS_INVITED,
                Kind.LOCAL_OFFER_REVIEWED,
            ),
            may_repeat=True,
            ends=True,
        ),
        Step(
            Kind.LOCAL_OFFER_REVIEWED,
            "The Local Offer is reviewed with families",
            Party.LOCAL_AUTHORITY,
            kinds(Kind.LOCAL_OFFER_PUBLISHED, Kind.COMMENTS_AND_RESPONSE_PUBLISHED),
            may_repeat=True,
            ends=True,
        ),
    ),
)
