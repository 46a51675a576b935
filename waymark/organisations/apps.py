from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "waymark.organisations"
    label = "organisations"
    verbose_name = "Organisations"

    def ready(self) -> None:
        from waymark.finding import signposts, synonyms
        from waymark.messages import carriers
        from waymark.organisations import queries

        synonyms.register("area", queries.synonyms)
        signposts.register("organisations", queries.signposts)
        carriers.keep_here_when(queries.is_demonstration)
