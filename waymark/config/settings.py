"""Every setting, read from the environment. Anything missing or odd stops the start."""

import os
from pathlib import Path

from waymark.config.directories import directories
from waymark.config.environment import (
    choice,
    flag,
    folder,
    given,
    listed,
    ring,
    secret,
    whole,
)

BASE = Path(__file__).resolve().parent.parent.parent

DATA = folder("DATA", BASE / "data")
SERVICE = flag("WAYMARK_SERVICE")
DEBUG = flag("WAYMARK_DEBUG")
SECRET_KEY = secret("WAYMARK_SECRET_KEY", DATA / "keys" / "secret")
SEALING_KEYS = ring("WAYMARK_SEALING_KEYS", DATA / "keys" / "sealing")
ALLOWED_HOSTS = listed("WAYMARK_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
TRUSTED_PROXIES = whole("WAYMARK_TRUSTED_PROXIES", 0)
WEBSITE = os.environ.get("WAYMARK_WEBSITE", "http://localhost:8000")
AREAS = BASE / "areas"

INSTALLED_APPS = [
    "waymark.access",
    "waymark.ui",
    "waymark.finding",
    "waymark.jobs",
    "waymark.files",
    "waymark.messages",
    "waymark.organisations",
    "waymark.people",
    "waymark.accounts",
    "waymark.guidance",
    "waymark.localoffer",
    "waymark.routemaps",
    "waymark.casework",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks",
    "django_tasks_db",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # First, so that files, redirects and refusals travel in an envelope too.
    "waymark.config.envelopes.EnvelopeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "waymark.accounts.middleware.ActorMiddleware",
    "waymark.access.middleware.RefusalMiddleware",
    "waymark.access.middleware.PressMiddleware",
    "waymark.accounts.middleware.IdleMiddleware",
    "waymark.accounts.middleware.SecondFactorMiddleware",
    "waymark.accounts.middleware.EditorsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "waymark.localoffer.measures.middleware.CountUse",
]

ROOT_URLCONF = "waymark.config.urls"
WSGI_APPLICATION = "waymark.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "waymark.organisations.area.in_templates",
            ],
        },
    }
]

DATABASE = choice("WAYMARK_DATABASE", ["sqlite", "postgresql"], "sqlite")
if DATABASE == "postgresql":
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": os.environ.get("PGDATABASE", "waymark"),
            "USER": os.environ.get("PGUSER", "waymark"),
            "PASSWORD": os.environ.get("PGPASSWORD", ""),
            "HOST": os.environ.get("PGHOST", ""),
            "PORT": os.environ.get("PGPORT", ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "waymark.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 10,
                # FULL, because NORMAL may lose acknowledged commits in a power cut.
                "init_command": (
                    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
                    "PRAGMA foreign_keys=ON;PRAGMA cache_size=-20000;"
                ),
            },
        }
    }
ATOMIC_REQUESTS = False
FORM_RENDERER = "waymark.ui.fields.Renderer"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        # Shared by every worker, so that a rate limit is one limit.
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "waymark_cache",
        # Past this a third is thrown away at random, and limits with it.
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
#: Formats are made when words go out. A very small machine makes them when asked for.
MAKE_AHEAD = not flag("WAYMARK_MAKE_ON_REQUEST")

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["waymark.accounts.hashing.OneCoreArgon2"]
VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": f"{VALIDATORS}.CommonPasswordValidator"},
    {"NAME": f"{VALIDATORS}.UserAttributeSimilarityValidator"},
]

ACCOUNT_ADAPTER = "waymark.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation proves the address
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
ACCOUNT_FORMS = {"reset_password": "waymark.accounts.forms.RenewPasswordForm"}
LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MFA_ADAPTER = "waymark.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SERVICE
MFA_TOTP_ISSUER = "Waymark"
# The directories of council, NHS and schools that people at work sign in through.
DIRECTORIES = directories()
WAGTAILADMIN_LOGIN_URL = "/account/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False

MAIL_HOST = os.environ.get("WAYMARK_MAIL_HOST", "")
DEFAULT_FROM_EMAIL = os.environ.get("WAYMARK_MAIL_FROM", "waymark@localhost")
if MAIL_HOST:
    EMAIL_HOST = MAIL_HOST
    EMAIL_PORT = whole("WAYMARK_MAIL_PORT", 587)
    EMAIL_HOST_USER = os.environ.get("WAYMARK_MAIL_USER", "")
    EMAIL_HOST_PASSWORD = os.environ.get("WAYMARK_MAIL_PASSWORD", "")
    EMAIL_USE_TLS = True
    EMAIL_TIMEOUT = 10
else:
    # Without a mail server nothing is lost: letters lie in DATA until one is set.
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "mail"

# GOV.UK Notify carries a channel once there is a key and a template for it. Each
# template holds ((subject)) and ((body)) and nothing else.
NOTIFY_KEY = given("WAYMARK_NOTIFY_KEY")
NOTIFY_NEWS_TOKEN = given("WAYMARK_NOTIFY_NEWS_TOKEN")
NOTIFY_TEMPLATES = {
    "email": os.environ.get("WAYMARK_NOTIFY_EMAIL_TEMPLATE", ""),
    "text": os.environ.get("WAYMARK_NOTIFY_TEXT_TEMPLATE", ""),
    "letter": os.environ.get("WAYMARK_NOTIFY_LETTER_TEMPLATE", ""),
}
NOTIFY_ADDRESS = os.environ.get(
    "WAYMARK_NOTIFY_ADDRESS", "https://api.notifications.service.gov.uk"
)

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
LOCALE_PATHS = [BASE / "waymark" / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("WAYMARK_STATIC") or BASE / "build" / "static")
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA / "files"
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_MAX_AGE = 365 * 24 * 60 * 60
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if SERVICE:
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 63072000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # X-Frame-Options is in every envelope
    "security.W021",  # browsers' preload list binds a whole domain: its owner's choice
]

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
# An upload lies here open until it was looked into; what is left behind is swept.
FILE_UPLOAD_TEMP_DIR = DATA / "incoming"
FILE_UPLOAD_PERMISSIONS = 0o600
# The virus scanner: unix:/run/clamav/clamd.ctl or tcp:host:3310. Without one, what is
# uploaded waits, and nobody can open it.
CLAMD = os.environ.get("WAYMARK_CLAMD", "")
CLAMD_TIMEOUT = whole("WAYMARK_CLAMD_SECONDS", 60)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000  # Wagtail's page editor sends many

# What goes wrong is said by `faults`, in a line that holds no word about anybody.
# Django's own lines hold addresses and what was typed, so they go nowhere.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "waymark.config.faults.Line",
            "format": "%(asctime)s %(levelname)s %(message)s",
        }
    },
    "handlers": {
        "told": {"class": "logging.StreamHandler", "formatter": "line"},
        "untold": {"class": "logging.NullHandler"},
    },
    "loggers": {
        "django": {"handlers": ["untold"], "propagate": False},
        "waymark": {"handlers": ["told"], "level": "INFO"},
    },
}

# Who reads documents aloud: a class like `EspeakNg`.
SPEECH_MAKER = "waymark.formats.speech.EspeakNg"

WAGTAIL_SITE_NAME = "Waymark"
WAGTAILADMIN_BASE_URL = WEBSITE
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_I18N_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
