"""`python -m glossary_publish` is `glossary-publish`."""

import sys

from glossary_publish.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
