from django.apps import AppConfig
from django.conf import settings


class FindingConfig(AppConfig):
    name = "waymark.finding"
    label = "finding"
    verbose_name = "Finding"

    def ready(self) -> None:
        from waymark.finding import answers, sources, synonyms

        words = settings.AREAS / "england"
        synonyms.register(
            "england", lambda: synonyms.from_file(words / "synonyms.toml")
        )
        sources.register_lay_words(
            "england", lambda: answers.from_file(words / "answers.toml")
        )
