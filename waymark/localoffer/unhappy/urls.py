"""Where the page is read."""

from django.urls import path

from waymark.localoffer.unhappy import ladder, views

urlpatterns = [path(ladder.ADDRESS.lstrip("/"), views.unhappy, name="unhappy")]
