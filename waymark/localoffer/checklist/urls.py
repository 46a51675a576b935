"""Where the checklist is read."""

from django.urls import path

from waymark.localoffer.checklist import views
from waymark.localoffer.checklist.addresses import CHECKLIST

urlpatterns = [path(CHECKLIST.lstrip("/"), views.checklist, name="checklist")]
