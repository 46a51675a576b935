"""What is done in the background for what is written beside the directory."""

from django_tasks import task

from waymark.finding import services as finding


@task()
def let_past_events_leave() -> int:
    """Build the search anew once a day, so that it finds no event that has passed."""
    return finding.rebuild()
