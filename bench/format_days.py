"""What families are told of their own dates, as the documents that are measured."""

from datetime import date, timedelta


def days_of(number: int) -> str:
    """What a family is told whose request was received so many weeks before."""
    from django.http import QueryDict

    from waymark.routemaps.dates import answer, queries
    from waymark.routemaps.dates.answers import answers
    from waymark.routemaps.dates.forms import DatesForm
    from waymark.routemaps.dates.questionnaires import QUESTIONNAIRES
    from waymark.routemaps.dates.words import Who

    routes = queries.routes()
    here = next(route for route in routes if route.slug == "ehc-needs-assessment")
    received = date(2025, 9, 1) + timedelta(weeks=2 * number)
    given = QueryDict(f"who=parent&request-received={received}")
    form = DatesForm(QUESTIONNAIRES[here.process], Who.PARENT, given)
    if not form.is_valid():
        raise AssertionError("the days of a family could not be read")
    return answer.write(routes, here, answers(form.asked, form.cleaned_data))
