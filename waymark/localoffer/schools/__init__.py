"""Today's schools as the registers have them, and provision as it once was."""
