"""The room's addresses. Nothing about a person stands in them."""

from django.urls import path

from waymark.casework.views import cases, decisions, letters, lists

app_name = "casework"
_CHILD = "people/<uuid:child_id>/cases/"
_ONE = f"{_CHILD}<uuid:episode_id>/"
_LETTER = f"{_ONE}letters/<uuid:letter_id>/"
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
    path(f"{_ONE}decision/", decisions.propose, name="propose_decision"),
    path(
        f"{_ONE}decisions/<uuid:decision_id>/",
        decisions.answer_decision,
        name="answer_decision",
    ),
    path(f"{_ONE}exemption/", decisions.claim, name="claim_exemption"),
    path(
        f"{_ONE}exemptions/<uuid:claim_id>/",
        decisions.answer_claim,
        name="answer_claim",
    ),
    path(
        f"{_ONE}letters/begin/<slug:letter>/", letters.begin_letter, name="begin_letter"
    ),
    path(_LETTER, letters.letter, name="letter"),
    path(f"{_LETTER}write/", letters.write_letter, name="write_letter"),
    path(f"{_LETTER}send/", letters.send_letter, name="send_letter"),
    path(
        f"{_LETTER}copies/<uuid:served_id>/",
        letters.serve_in_another_way,
        name="serve_in_another_way",
    ),
    path(f"{_LETTER}take-away/<slug:kind>/", letters.letter_taken, name="letter_taken"),
]
