from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "waymark.people"
    label = "people"
    verbose_name = "People"

    def ready(self) -> None:
        _say_how_long()


def _say_how_long() -> None:
    from waymark.access import retention
    from waymark.people.retention import LINES

    retention.register("people", LINES)
