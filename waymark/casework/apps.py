from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "waymark.casework"
    label = "casework"
    verbose_name = "Casework"

    def ready(self) -> None:
        _say_how_long()
        _offer_door()
        _register_jobs()


def _register_jobs() -> None:
    from datetime import timedelta

    from waymark.casework import kinds, tasks
    from waymark.jobs import schedule
    from waymark.messages.kinds import register

    for kind in kinds.KINDS:
        register(kind)

    schedule.register("case-lines", timedelta(days=1), tasks.rebuild_lines)


def _offer_door() -> None:
    """A way from a child's record to what was asked for and how far it has come."""
    from django.utils.translation import gettext_lazy as _

    from waymark.access.record import Part
    from waymark.casework.presenters.cases import address_of
    from waymark.people.slots import Desk, Door, register_desk, register_door

    register_door(
        Door(
            Part.REQUEST,
            _("Requests and assessments"),
            _("What was asked for, how far it has come, and by when what must happen."),
            "cases",
            address_of,
        )
    )
    register_desk(Desk(_("Cases: what is due, and what breaks next"), "/cases/"))


def _say_how_long() -> None:
    from waymark.access import retention
    from waymark.casework.retention import LINES

    retention.register("casework", LINES)
