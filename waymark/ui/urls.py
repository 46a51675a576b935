"""The gallery alone; the look has no other pages of its own."""

from django.urls import path

from waymark.ui.views import gallery

app_name = "ui"
urlpatterns = [path("managing/ui/", gallery, name="gallery")]
