from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MessagesConfig(AppConfig):
    name = "waymark.messages"
    # Django's own notices on a page took the shorter word long ago.
    label = "outbox"
    verbose_name = "Messages"

    def ready(self) -> None:
        _say_how_long()
        from waymark.jobs import schedule
        from waymark.messages import kinds, tasks
        from waymark.messages.services.gathering import ENVELOPE

        kinds.register(
            kinds.Kind(
                key=ENVELOPE, subject=_("What is new for you"), changed="{words}"
            )
        )
        schedule.register("deliver-due", timedelta(minutes=1), tasks.deliver_due)
        schedule.register("ask-after-sent", timedelta(minutes=15), tasks.ask_after_sent)
        schedule.register("forget-messages", timedelta(days=1), tasks.forget_old)


def _say_how_long() -> None:
    from waymark.access import retention
    from waymark.messages.retention import LINES

    retention.register("messages", LINES)
