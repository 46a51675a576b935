"""The room's addresses."""

from django.urls import path

from waymark.messages import views

app_name = "messages"
urlpatterns = [
    path("managing/messages/", views.outbox, name="outbox"),
    path(
        "managing/messages/<uuid:message_id>/rung/", views.mark_rung, name="mark_rung"
    ),
    path("messages/news/", views.news, name="news"),
]
