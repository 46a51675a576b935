from django.urls import path

from waymark.routemaps import views

app_name = "routemaps"

urlpatterns = [path("time-limits/", views.every_limit, name="every-limit")]
