"""The room's addresses. Nothing about a person stands in them."""

from django.urls import path

from waymark.casework.views import cases, lists

app_name = "casework"
_CHILD = "people/<uuid:child_id>/cases/"
_ONE = f"{_CHILD}<uuid:episode_id>/"
urlpatterns = [
    path("cases/", lists.case_list, name="case_list"),
    path("cases/find/", lists.find, name="find_case"),
    path("cases/saved/", lists.save, name="save_list"),
    path("cases/saved/<uuid:list_id>/forget/", lists.forget, name="forget_list"),
    path(_CHILD, cases.of_child, name="cases"),
    path(f"{_CHILD}request/", cases.request_received, name="request_received"),
    path(_ONE, cases.one, name="case"),
    path(f"{_ONE}step/", cases.step, name="case_step"),
    path(
        f"{_ONE}steps/<uuid:happening_id>/correct/", cases.correct, name="correct_step"
    ),
]
