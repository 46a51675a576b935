from django.urls import path

from waymark.routemaps import views
from waymark.routemaps.dates import views as dates

app_name = "routemaps"

urlpatterns = [
    path("time-limits/", views.every_limit, name="every-limit"),
    path("routemaps/<slug:slug>/my-dates/", dates.my_dates, name="my-dates"),
    path(
        "routemaps/<slug:slug>/my-dates/calendar.ics",
        dates.my_calendar,
        name="my-calendar",
    ),
]
