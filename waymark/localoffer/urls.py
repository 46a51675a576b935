"""The addresses of the directory. The pages that families read stand beside these."""

from typing import Any

from django.urls import URLPattern, path

from waymark.localoffer.checklist.urls import urlpatterns as checklist
from waymark.localoffer.comments import urls as comments
from waymark.localoffer.pages.urls import urlpatterns as pages
from waymark.localoffer.providing import urls as providing
from waymark.localoffer.reading.urls import urlpatterns as reading
from waymark.localoffer.schools.urls import urlpatterns as schools
from waymark.localoffer.unhappy.urls import urlpatterns as unhappy
from waymark.localoffer.views import downloads, version_1, version_3
from waymark.localoffer.views.openness import opened

app_name = "localoffer"


def _opened(prefix: str, api: Any) -> list[URLPattern]:
    """Every address of an API, open to everybody, also where the base has no slash."""
    found = [
        path(f"{prefix}/{pattern.pattern}", opened(pattern.callback))
        for pattern in api.urls[0]
    ]
    base = [path(prefix, each.callback) for each in found if _is_base(each, prefix)]
    return [*base, *found]


def _is_base(each: URLPattern, prefix: str) -> bool:
    return str(each.pattern) == f"{prefix}/"


urlpatterns = [
    *_opened("open-referral/v3", version_3.api),
    *_opened("open-referral/v1", version_1.api),
    path("local-offer/data/services.csv", downloads.services_csv, name="services-csv"),
    path(
        "local-offer/data/services.json", downloads.services_json, name="services-json"
    ),
    *checklist,
    *reading,
    *schools,
    *unhappy,
    *pages,
    *providing.urlpatterns,
    *comments.urlpatterns,
]
