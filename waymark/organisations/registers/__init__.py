"""The files of the national register of schools, read without a database. Pure."""
