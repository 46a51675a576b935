from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "waymark.organisations"
    label = "organisations"
    verbose_name = "Organisations"

    def ready(self) -> None:
        _say_how_long()
        from waymark.finding import signposts, synonyms
        from waymark.messages import carriers
        from waymark.organisations import queries

        synonyms.register("area", queries.synonyms)
        signposts.register("organisations", queries.signposts)
        carriers.keep_here_when(queries.is_demonstration)


def _say_how_long() -> None:
    from waymark.access import retention
    from waymark.organisations.retention import LINES

    retention.register("organisations", LINES)
