"""Children and young people, those around them, and what ties people to a record."""
