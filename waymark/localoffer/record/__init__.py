"""A service's record, as pure data: its shape, its ids, its words and what it says.

Nothing here knows the database. A record is a plain dictionary with the field names of
Open Referral UK 3.0, and of HSDS 3.0 where the UK shapes have no place for something.
"""
