from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RoutemapsConfig(AppConfig):
    name = "waymark.routemaps"
    label = "routemaps"
    verbose_name = "Routemaps"

    def ready(self) -> None:
        _say_how_long()
        from waymark.finding import sources
        from waymark.formats.making import Kind
        from waymark.guidance.documents import panel, publications
        from waymark.guidance.serving import show
        from waymark.guidance.slots import register_doors
        from waymark.routemaps import found, models, queries, views
        from waymark.routemaps.documents import sources as documents
        from waymark.routemaps.documents.addresses import BOOKLET
        from waymark.routemaps.documents.beside import sheet_beside
        from waymark.routemaps.easy_read.views import easy_read
        from waymark.ui.navigation import Door, register_door

        show(models.RoutemapIndexPage, views.index)
        show(models.RoutemapPage, views.overview)
        show(models.StepPage, views.step)
        show(models.EasyReadPage, easy_read)
        register_doors(queries.ways_in)
        sources.register("routemaps", found.records, kinds=found.KINDS)
        own = publications.Source(documents.UNDER, documents.find, documents.every)
        publications.register("routemaps", own)
        # Nine hours of speech; each routemap can be listened to by itself.
        publications.leave_out(BOOKLET, (Kind.AUDIO, Kind.TRANSCRIPT))
        panel.register_beside(sheet_beside)
        register_door(Door(10, "/routemaps/", _("Routemaps")))
        register_door(Door(20, "/time-limits/", _("Time limits")))


def _say_how_long() -> None:
    from waymark.access import retention
    from waymark.routemaps.retention import LINES

    retention.register("routemaps", LINES)
