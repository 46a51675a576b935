"""The room's addresses. Nothing about a person stands in them."""

from django.urls import path

from waymark.people.views import (
    access,
    adults,
    ending,
    person,
    places,
    reading,
    story,
    taking,
    ties,
)

app_name = "people"
_ONE = "people/<uuid:child_id>/"
_ADULT = f"{_ONE}adults/<uuid:relationship_id>/"
_ASKED = f"{_ONE}access-requests/<uuid:request_id>/"
urlpatterns = [
    path("my/", reading.mine, name="mine"),
    path("people/", reading.child_list, name="list"),
    path("people/begin/", person.begin, name="begin"),
    path("people/emergency/", person.emergency, name="emergency"),
    path(_ONE, reading.one, name="one"),
    path(f"{_ONE}who-looked/", reading.who_looked, name="who_looked"),
    path(f"{_ONE}take-away/", taking.take_away, name="take_away"),
    path(f"{_ONE}take-away/<slug:kind>/", taking.taken, name="taken"),
    path(f"{_ONE}access-requests/", access.requests, name="access_requests"),
    path(_ASKED, access.review, name="access_review"),
    path(f"{_ASKED}clear/", access.clear, name="make_clear"),
    path(f"{_ASKED}extend/", access.extend, name="extend_access_request"),
    path(f"{_ASKED}hold/<slug:item>/", access.hold, name="hold_back"),
    path(f"{_ASKED}held/<uuid:hold_id>/", access.decide, name="answer_hold"),
    path(f"{_ASKED}answer/", access.answer, name="answer_access_request"),
    path(f"{_ASKED}copy/<slug:kind>/", access.copy, name="access_copy"),
    path(f"{_ONE}kept-longer/", ending.holds, name="holds"),
    path(f"{_ONE}kept-longer/<uuid:hold_id>/end/", ending.let_go, name="end_hold"),
    path("managing/records/", ending.due, name="records_due"),
    path("managing/records/<uuid:child_id>/", ending.one, name="record_due"),
    path(
        "managing/records/<uuid:child_id>/propose/",
        ending.propose,
        name="propose_ending",
    ),
    path("managing/records/<uuid:child_id>/end/", ending.end, name="end_record"),
    path(f"{_ONE}details/", person.correct, name="correct"),
    path(f"{_ONE}numbers/", person.number, name="number"),
    path(f"{_ONE}address/", adults.move, name="move"),
    path(f"{_ONE}adults/add/", adults.add, name="add_adult"),
    path(f"{_ADULT}details/", adults.correct, name="correct_contact"),
    path(f"{_ADULT}address/", adults.move_adult, name="move_adult"),
    path(f"{_ADULT}order/", adults.order, name="record_order"),
    path(f"{_ADULT}invite/", adults.invite, name="invite_adult"),
    path(f"{_ADULT}end/", adults.end, name="end_relationship"),
    path(f"{_ADULT}view/<int:opened>/", ties.parents_view, name="parents_view"),
    path(f"{_ONE}settings/begin/", places.begin_at_setting, name="begin_at_setting"),
    path(
        f"{_ONE}settings/<uuid:attendance_id>/leave/",
        places.leave_setting,
        name="leave_setting",
    ),
    path(f"{_ONE}statuses/begin/", places.begin_status, name="begin_status"),
    path(f"{_ONE}statuses/<uuid:status_id>/end/", places.end_status, name="end_status"),
    path(f"{_ONE}team/add/", ties.assign, name="assign"),
    path(
        f"{_ONE}team/<uuid:assignment_id>/end/",
        ties.end_assignment,
        name="end_assignment",
    ),
    path(f"{_ONE}supporters/", ties.supporters, name="supporters"),
    path(
        f"{_ONE}supporters/<uuid:invitation_id>/end/",
        ties.let_go_supporter,
        name="let_go_supporter",
    ),
    path(f"{_ONE}story/", story.story, name="story"),
    path(f"{_ONE}story/<slug:part>/", story.tell, name="tell"),
    path(
        f"{_ONE}story/<uuid:version_id>/still-right/",
        story.confirm,
        name="confirm_story",
    ),
    path(f"{_ONE}voice/", story.voice, name="voice"),
    path(f"{_ONE}voice/words/", story.say, name="say"),
    path(f"{_ONE}voice/show/", story.show, name="show"),
    path(f"{_ONE}voice/board/<slug:topic>/", story.board, name="board"),
    path(f"{_ONE}voice/<uuid:item_id>/take-back/", story.take_back, name="take_back"),
    path(f"{_ONE}address/keep/", ties.keep_address, name="keep_address"),
    path(f"{_ONE}kept/", ties.keep_from, name="keep_from"),
    path(f"{_ONE}capacity/", ties.capacity, name="capacity"),
]
