from django.urls import re_path

from waymark.guidance.documents import views

app_name = "documents"

urlpatterns = [
    re_path(
        r"^(?P<page>(?:[\w-]+/)+)take-away/(?P<name>[a-z0-9-]+)\.(?P<ending>[a-z0-9]+)$",
        views.take_away,
        name="take-away",
    ),
]
