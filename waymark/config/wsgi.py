"""The door for a web server. A live service with unsafe settings does not open it."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waymark.config.settings")

application = get_wsgi_application()

if settings.SERVICE:
    from waymark.config import service_check

    found = service_check.problems(service_check.this_installation())
    if found:
        raise SystemExit("Waymark does not start:\n" + "\n".join(found))
