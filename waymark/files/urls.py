"""The room's addresses. Nothing of a file stands in them."""

from django.urls import path

from waymark.files import views

app_name = "files"
urlpatterns = [path("files/<uuid:file_id>/", views.download, name="download")]
