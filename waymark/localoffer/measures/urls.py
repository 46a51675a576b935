"""The addresses of the measures, all of them the editors'."""

from django.urls import path

from waymark.localoffer.measures import views

#: Hung into the editors' own addresses, behind their door.
editing = [
    path("measures/", views.measures, name="measures"),
    path("measures/searches/<slug:mark>/", views.teach, name="teach-search"),
    path(
        "measures/meanings/<int:number>/take-back/",
        views.take_back,
        name="take-back-meaning",
    ),
]
