from django.apps import AppConfig


class LocalOfferConfig(AppConfig):
    name = "waymark.localoffer"
    label = "localoffer"
    verbose_name = "Local Offer"

    def ready(self) -> None:
        from waymark.finding import beside, sources
        from waymark.localoffer.changes import published_changed
        from waymark.localoffer.search import keeping_up, records, table

        sources.register("localoffer", records.records, kinds=records.KINDS)
        beside.register(table.NAME, beside.Keeping(table.make, table.read))
        published_changed.connect(keeping_up.changed, dispatch_uid="search")
