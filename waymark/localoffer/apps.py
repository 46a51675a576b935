from django.apps import AppConfig


class LocalOfferConfig(AppConfig):
    name = "waymark.localoffer"
    label = "localoffer"
    verbose_name = "Local Offer"

    def ready(self) -> None:
        from waymark.localoffer.reading import starting

        starting.begin()
