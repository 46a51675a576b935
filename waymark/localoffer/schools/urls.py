"""Where schools are read about."""

from django.urls import path

from waymark.localoffer.schools import addresses, views

urlpatterns = [
    path(addresses.SCHOOLS.lstrip("/"), views.schools, name="schools"),
    path(addresses.CENTRES.lstrip("/"), views.centres, name="childrens-centres"),
    path(addresses.SECTION_41.lstrip("/"), views.section_41, name="section-41"),
    path(f"{addresses.PAST.lstrip('/')}<int:year>/", views.past, name="past-provision"),
    path(f"{addresses.SCHOOLS.lstrip('/')}<slug:urn>/", views.school, name="school"),
]
