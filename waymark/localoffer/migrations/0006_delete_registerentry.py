from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("localoffer", "0005_settings_belong_to_organisations")]

    operations = [
        migrations.DeleteModel(name="RegisterEntry"),
    ]
