"""The program, but for a preview whose worker never comes to an end: `python -m tests.preview.stuck preview …`."""

import sys

from glossary_publish.cli.main import main
from glossary_publish.preview import keeping
from tests.preview.hanging import hangs

if __name__ == "__main__":
    vars(keeping)["paint"] = hangs
    sys.exit(main(sys.argv[1:]))
