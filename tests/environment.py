"""Settings for tests, set before anything reads them. Loaded by `-p`, first of all."""

import os
import tempfile

os.environ["DATA"] = tempfile.mkdtemp(prefix="waymark-test-")
os.environ["WAYMARK_STATIC"] = tempfile.mkdtemp(prefix="waymark-test-static-")
os.environ.pop("WAYMARK_TODAY", None)
# Hundreds of files that no test looks at; those that do look make them themselves.
os.environ["WAYMARK_MAKE_ON_REQUEST"] = "true"
