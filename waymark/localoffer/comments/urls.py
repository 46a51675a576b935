"""The addresses of comments: for everybody, and under /editing/."""

from django.urls import path

from waymark.localoffer.comments import views

urlpatterns = [
    path("local-offer/you-said-we-did/", views.you_said, name="you-said-we-did"),
    path(
        "local-offer/you-said-we-did/<int:number>/",
        views.year,
        name="you-said-we-did-year",
    ),
]

#: Hung into the editors' own addresses, behind their door.
editing = [
    path("comments/", views.waiting, name="comments"),
    path("comments/<uuid:comment_id>/", views.answer, name="comment"),
    path("comments/<uuid:comment_id>/settle/", views.settle, name="settle-comment"),
    path("you-said-we-did/", views.years, name="you-said"),
    path("you-said-we-did/<int:number>/", views.write_year, name="you-said-year"),
    path(
        "you-said-we-did/<int:number>/settle/",
        views.settle_year,
        name="settle-you-said-year",
    ),
]
