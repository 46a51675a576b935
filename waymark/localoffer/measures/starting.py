"""What the room is given at start-up: searches to count, and wordings to hand over."""

from datetime import timedelta


def begin() -> None:
    """Count searches, hand the editors' wordings to the search, and forget in time."""
    from waymark.finding import counting, synonyms
    from waymark.jobs import schedule
    from waymark.localoffer.measures import editing as editing  # its screens
    from waymark.localoffer.measures import queries, services, tasks
    from waymark.today import today

    counting.register(lambda words, found: services.count_search(words, found, today()))
    synonyms.register("editors", queries.groups)
    schedule.register("forget-counts", timedelta(days=1), tasks.forget_old_counts)
