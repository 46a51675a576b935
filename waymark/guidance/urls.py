from django.urls import path

from waymark.guidance import views

app_name = "guidance"

urlpatterns = [
    path("guides/words/", views.words, name="words"),
    path("guides/questions/", views.questions, name="questions"),
    path("feedback/", views.feedback, name="feedback"),
    path("feedback/thanks/", views.thanks, name="thanks"),
    path("preview/<str:token>/", views.draft, name="draft"),
    path("in/<str:code>/<path:path>", views.translated, name="translated"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
]
