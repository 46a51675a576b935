"""Where it is read, besides the pages that editors publish in the tree."""

from django.urls import path

from waymark.localoffer.reading import addresses, views

urlpatterns = [
    path(addresses.QUESTIONS.lstrip("/"), views.questions, name="questions"),
]
