from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "waymark.access"
    label = "access"
    verbose_name = "Access"

    def ready(self) -> None:
        from waymark.access import retention
        from waymark.access.kept import LINES

        retention.register("access", LINES)
