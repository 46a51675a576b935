from django.urls import path

from waymark.finding import views

app_name = "finding"
urlpatterns = [path("search/", views.search, name="search")]
