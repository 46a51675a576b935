from django.urls import path, re_path

from waymark.guidance import views

app_name = "guidance"

urlpatterns = [
    path("guides/words/", views.words, name="words"),
    path("guides/questions/", views.questions, name="questions"),
    path("privacy/how-long/", views.how_long_we_keep, name="how-long"),
    path("feedback/", views.feedback, name="feedback"),
    path("feedback/thanks/", views.thanks, name="thanks"),
    path("preview/<str:token>/", views.draft, name="draft"),
    # Pages alone: the files of a translation lie under it, as those of every page do.
    re_path(
        r"^in/(?P<code>[\w-]+)/(?P<path>(?:[\w-]+/)*)$",
        views.translated,
        name="translated",
    ),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
]
