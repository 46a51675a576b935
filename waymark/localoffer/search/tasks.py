"""Building the index again, beside the site."""

from django_tasks import task

from waymark.finding import services as finding


@task()
def rebuild_search() -> int:
    """Build the index from everything published. Harmless when done twice."""
    return finding.rebuild()
