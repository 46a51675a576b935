from django.urls import path, re_path

from waymark.routemaps import views
from waymark.routemaps.dates import views as dates

app_name = "routemaps"

urlpatterns = [
    path("time-limits/", views.every_limit, name="every-limit"),
    path("routemaps/<slug:slug>/my-dates/", dates.my_dates, name="my-dates"),
    re_path(
        r"^routemaps/(?P<slug>[\w-]+)/my-dates/take-away/"
        r"(?P<name>[a-z0-9-]+)\.(?P<ending>[a-z0-9]+)$",
        dates.take_my_dates,
        name="take-my-dates",
    ),
    path(
        "routemaps/<slug:slug>/my-dates/calendar.ics",
        dates.my_calendar,
        name="my-calendar",
    ),
]
