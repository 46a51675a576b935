"""Gives the authority of a store that was begun before an organisation of its own."""

from django.db import migrations


def begin(apps, schema_editor):
    Organisation = apps.get_model("organisations", "Organisation")
    for authority in apps.get_model("organisations", "Authority").objects.filter(
        organisation=None
    ):
        authority.organisation = Organisation.objects.create(
            kind="authority", name=authority.council
        )
        authority.save(update_fields=["organisation"])


class Migration(migrations.Migration):

    dependencies = [("organisations", "0003_organisations_and_posts")]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
