"""What was said is forgotten; that something was said is kept a while longer."""

from datetime import timedelta

from django.db.models import Q

from waymark.messages.models import SETTLED, Message, State
from waymark.today import now

#: Recipient and words, once nothing more happens to a message.
KEEP_WORDS = timedelta(days=30)
#: The same, while somebody still has to ring.
KEEP_TO_RING = timedelta(days=90)
#: The bare line, which counts and names nobody.
KEEP_LINES = timedelta(days=730)


def forget_old() -> int:
    """Forget recipients and words, and later whole lines. Gives how many changed.

    Cost: two queries.
    """
    moment = now()
    over = Q(state__in=[*SETTLED, State.SENT])
    to_ring = Q(to_ring=True, rung_at=None)
    old = over & (
        (Q(written_at__lt=moment - KEEP_WORDS) & ~to_ring)
        | Q(written_at__lt=moment - KEEP_TO_RING)
    )
    forgotten = (
        Message.objects.filter(old)
        .exclude(to="", words="", recipient_mark="")
        .update(to="", words="", recipient_mark="", to_ring=False)
    )
    gone = Message.objects.filter(over, written_at__lt=moment - KEEP_LINES).delete()
    return forgotten + int(gone[0])
