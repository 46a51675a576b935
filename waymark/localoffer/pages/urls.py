"""The addresses of the pages of the Local Offer."""

from django.urls import path

from waymark.localoffer.pages.views import service

urlpatterns = [
    path("local-offer/services/<uuid:service_id>/", service.service, name="service"),
]
