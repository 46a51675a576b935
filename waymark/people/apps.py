from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "waymark.people"
    label = "people"
    verbose_name = "People"

    def ready(self) -> None:
        _say_how_long()
        _offer_doors()
        _tell_of_rights()
        _answer_for_files()


def _offer_doors() -> None:
    """The room's own pages beside the record, in the way those above offer theirs."""
    from django.utils.translation import gettext_lazy as _

    from waymark.access.record import Part
    from waymark.people.presenters.record import address_of
    from waymark.people.slots import Door, register_door

    register_door(
        Door(
            Part.STORY,
            _("The story"),
            _("Told once, by the child and the family, and used wherever they let it."),
            "story",
            address_of,
        )
    )
    register_door(
        Door(
            Part.STORY,
            _("What they said"),
            _("Words, signs, boards and what others saw, as the child said it."),
            "voice",
            address_of,
        )
    )


def _tell_of_rights() -> None:
    from datetime import timedelta

    from waymark.jobs import schedule
    from waymark.messages.kinds import register
    from waymark.people import kinds, tasks

    for kind in kinds.KINDS:
        register(kind)
    schedule.register("tell-of-rights", timedelta(days=1), tasks.tell_of_rights)


def _answer_for_files() -> None:
    from waymark.files.slots import register_reader
    from waymark.people.queries import may_read_file
    from waymark.people.services import ROOM

    register_reader(ROOM, may_read_file)


def _say_how_long() -> None:
    from waymark.access import retention
    from waymark.people.retention import LINES

    retention.register("people", LINES)
