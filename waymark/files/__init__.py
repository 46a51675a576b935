"""What people upload: looked at, scanned, sealed at rest, and served as a download."""
