"""What is done every day, and every hour, to keep the directory true."""

from django_tasks import task

from waymark.localoffer import services as offer
from waymark.localoffer.assurance import services
from waymark.localoffer.assurance.telling import tell_of_the_day
from waymark.localoffer.providing.services import publish_due
from waymark.organisations import queries as organisations
from waymark.today import today


@task()
def keep_true() -> int:
    """Publish what is due, remind providers, look for faults. How many were reminded.

    Harmless when done twice. Nothing that families see hangs on it but publication on
    a chosen day: how a record stands is read from the day.
    """
    day = today()
    publish_due(day)
    tell_of_the_day(day)
    reminded = services.remind(day)
    services.look_over()
    return reminded


@task()
def forget_old_versions() -> int:
    """Delete versions that were replaced long ago."""
    return offer.forget_old_versions()


@task()
def check_links() -> int:
    """Ask some web addresses; how many. A demonstration asks nobody."""
    authority = organisations.authority()
    if authority is None or authority.is_demonstration:
        return 0
    return services.check_links()
