from django.apps import AppConfig
from django.conf import settings


class FindingConfig(AppConfig):
    name = "waymark.finding"
    label = "finding"
    verbose_name = "Finding"

    def ready(self) -> None:
        from waymark.finding import synonyms

        file = settings.AREAS / "england" / "synonyms.toml"
        synonyms.register("england", lambda: synonyms.from_file(file))
