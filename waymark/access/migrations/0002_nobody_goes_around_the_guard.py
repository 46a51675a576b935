"""Numbers begin at one, and on SQLite no row is put in another's place.

The table of entries is made anew there for the constraint, and loses its guards with
it; all of them are taken away and put back as they are now.
"""

from django.db import migrations, models

from waymark.access import only_added


def guard(apps, schema_editor):
    for table in only_added.TABLES:
        only_added.unguard(schema_editor.connection, table)
        only_added.guard(schema_editor.connection, table)


class Migration(migrations.Migration):
    dependencies = [("access", "0001_audit")]

    operations = [
        migrations.AddConstraint(
            model_name="auditentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gt", 0)),
                name="an_entry_of_the_audit_is_counted_from_one",
            ),
        ),
        migrations.RunPython(guard, guard),
    ]
