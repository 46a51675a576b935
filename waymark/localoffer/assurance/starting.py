"""What keeping true brings into other rooms at start-up."""

from datetime import timedelta


def begin() -> None:
    """Register the reminder, and what is done every day and every hour."""
    from waymark.jobs import schedule
    from waymark.localoffer.assurance import kinds, tasks
    from waymark.messages.kinds import register

    for kind in kinds.KINDS:
        register(kind)
    schedule.register("keep-offer-true", timedelta(hours=6), tasks.keep_true)
    schedule.register("check-offer-links", timedelta(minutes=15), tasks.check_links)
    schedule.register(
        "forget-old-versions", timedelta(days=1), tasks.forget_old_versions
    )
