"""How long messages are kept: the words, and that there were some."""

from waymark.access.retention import ByJob, Kept, Whom
from waymark.messages.services.forgetting import KEEP_LINES, KEEP_TO_RING, KEEP_WORDS

MESSAGES = ("outbox.Message",)
FORGETS = ByJob("forget-messages")

LINES = (
    Kept(
        tables=MESSAGES,
        holds="Who a message went to, and what it said.",
        whom=Whom.FAMILIES,
        because="so that one that did not arrive can be sent again",
        counted_from="the day it was written",
        length=KEEP_WORDS,
        ends=FORGETS,
    ),
    Kept(
        tables=MESSAGES,
        holds="The same, where a message came back and somebody still has to ring.",
        whom=Whom.FAMILIES,
        because="so that a family is told all the same",
        counted_from="the day it was written",
        length=KEEP_TO_RING,
        ends=FORGETS,
    ),
    Kept(
        tables=MESSAGES,
        holds="That a message of a kind was sent on a day, without words or recipient.",
        whom=Whom.FAMILIES,
        because="to count what arrives and what does not",
        counted_from="the day it was written",
        length=KEEP_LINES,
        ends=FORGETS,
    ),
)
