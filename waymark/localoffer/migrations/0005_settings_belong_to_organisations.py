"""Hands the entries of registers over to the room of organisations.

What a store holds of schools, centres and section 41 institutions becomes settings
there; nothing is held in both places.
"""

from datetime import date
from uuid import uuid4

from django.db import migrations

SORTS = {
    "primary": "primary",
    "secondary": "secondary",
    "special": "special",
    "alternative provision / PRU": "alternative",
    "Children's centre": "childrens-centre",
    "Independent special school": "independent-special",
    "Special post-16 institution": "special-post-16",
}
#: A day that lets every later file of the register take over.
EARLIEST = date(2016, 1, 1)


def hand_over(apps, schema_editor):
    Entry = apps.get_model("localoffer", "RegisterEntry")
    Register = apps.get_model("organisations", "Register")
    Organisation = apps.get_model("organisations", "Organisation")
    Setting = apps.get_model("organisations", "Setting")
    own = Organisation.objects.filter(kind="authority").first()
    code = own.code if own else ""
    for entry in Entry.objects.order_by("pk"):
        if Setting.objects.filter(urn=entry.urn).exists():
            continue
        register, _made = Register.objects.get_or_create(
            key=f"before-{entry.register}",
            defaults={
                "name": entry.source,
                "as_of": entry.as_of,
                "as_of_on": EARLIEST,
                "note": entry.note,
            },
        )
        Setting.objects.create(
            organisation=Organisation.objects.create(
                id=uuid4(), kind="setting", name=entry.name
            ),
            register=register,
            urn=entry.urn,
            la_code=code if entry.in_area else "",
            type_name=entry.kind,
            sort=SORTS.get(entry.phase or entry.kind, "other"),
            status="open",
            street=entry.address[:200],
            postcode=entry.postcode,
            website=entry.website,
            section_41=True if entry.register == "section-41" else None,
            section_41_on=entry.approved_on,
        )


class Migration(migrations.Migration):

    dependencies = [
        ("localoffer", "0004_comments_and_measures"),
        ("organisations", "0004_the_authority_is_an_organisation"),
    ]

    operations = [
        migrations.RunPython(hand_over, migrations.RunPython.noop),
    ]
