from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidanceConfig(AppConfig):
    name = "waymark.guidance"
    label = "guidance"
    verbose_name = "Published words"

    def ready(self) -> None:
        _say_how_long()
        _show_pages()
        _be_found()
        _be_taken_away()
        _offer_doors()
        _keep_the_schedule()


def _show_pages() -> None:
    from waymark.guidance import models, views
    from waymark.guidance.serving import show

    show(models.HomePage, views.home)
    show(models.GuideIndexPage, views.guides)
    show(models.GuidePage, views.guide)


def _be_found() -> None:
    """Hand our words to the search, and rebuild it when anything goes out or away."""
    from django.db.models.signals import post_delete
    from wagtail.models import Page
    from wagtail.signals import published, unpublished

    from waymark.finding import sources
    from waymark.guidance import found, models

    sources.register("guidance", found.records, kinds=found.KINDS)
    published.connect(found.changed, dispatch_uid="finding")
    unpublished.connect(found.changed, dispatch_uid="finding")
    for model in (Page, models.Word, models.Question, models.Translation):
        post_delete.connect(found.changed, sender=model, dispatch_uid="finding")


def _be_taken_away() -> None:
    """Let our pages be taken away in every format, made when anything goes out."""
    from django.db.models.signals import post_delete
    from wagtail.models import Page
    from wagtail.signals import published, unpublished

    from waymark.guidance import models
    from waymark.guidance.documents import ahead, publications, sources, translations

    own = publications.Source(("/",), sources.find, sources.every)
    publications.register("guidance", own)
    publications.register("translations", translations.SOURCE)
    published.connect(ahead.changed, dispatch_uid="formats")
    unpublished.connect(ahead.changed, dispatch_uid="formats")
    for model in (Page, models.Word, models.Question, models.Translation):
        post_delete.connect(ahead.changed, sender=model, dispatch_uid="formats")


def _keep_the_schedule() -> None:
    from waymark.guidance import tasks
    from waymark.jobs import schedule

    schedule.register("publish-due", timedelta(minutes=1), tasks.publish_due)
    schedule.register(
        "forget-old-feedback", timedelta(days=1), tasks.forget_old_feedback
    )
    # For what no publishing tells of: mended makers, and sheets of a new month.
    schedule.register("make-formats", timedelta(days=1), tasks.make_all_ahead)
    schedule.register("tidy-formats", timedelta(days=1), tasks.tidy_formats)


def _offer_doors() -> None:
    from waymark.ui.navigation import Door, register_door

    register_door(Door(40, "/guides/questions/", _("Questions")))
    register_door(Door(50, "/guides/words/", _("Words explained")))


def _say_how_long() -> None:
    from waymark.access import retention
    from waymark.guidance.retention import LINES

    retention.register("guidance", LINES)
