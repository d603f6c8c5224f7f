"""The command line with workers that may take less: what hangs or swells is ended in a second."""

import sys
from functools import partial
from unittest import mock

from glossary_publish.build import workers
from glossary_publish.build.limits import GIBIBYTE, Limits
from glossary_publish.cli.main import main

PROCESSOR = 4  # seconds; an edition of the sample takes less than one
WALL = 90.0

if __name__ == "__main__":
    small = partial(Limits, memory=GIBIBYTE, processor=PROCESSOR, wall=WALL)
    with mock.patch.object(workers, "Limits", small):
        sys.exit(main())
