"""Work that never comes to an end."""

import tempfile
import time
from pathlib import Path

from glossary_publish.build.making import NotMade
from glossary_publish.layout import Layout
from glossary_publish.preview.painting import Painted
from glossary_publish.publication import Publication

BEGUN = "begun"


def hangs(publication: Publication, layout: Layout, width: int) -> Painted | NotMade:
    """Say by a temporary file that it has begun, and paint nothing, for ever."""
    Path(tempfile.gettempdir(), BEGUN).touch()
    while True:
        time.sleep(1)
