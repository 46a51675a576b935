"""The room's addresses. Nothing about a person stands in them."""

from django.urls import path

from waymark.casework import views

app_name = "casework"
_CHILD = "people/<uuid:child_id>/cases/"
_ONE = f"{_CHILD}<uuid:episode_id>/"
urlpatterns = [
    path(_CHILD, views.of_child, name="cases"),
    path(f"{_CHILD}request/", views.request_received, name="request_received"),
    path(_ONE, views.one, name="case"),
    path(f"{_ONE}step/", views.step, name="case_step"),
    path(
        f"{_ONE}steps/<uuid:happening_id>/correct/", views.correct, name="correct_step"
    ),
]
