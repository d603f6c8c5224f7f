"""`make corpus`: write a project of made-up articles into a folder.

python -m bench.corpus COUNT FOLDER [--seed NUMBER]
"""

import argparse
import sys
from pathlib import Path

from bench.corpus.project import SEED, write_project


def main() -> int:
    """Write the project and say how to build it; the exit code is 2 where the folder holds one already."""
    parser = argparse.ArgumentParser(prog="make corpus", description="Write a glossary of made-up articles.")
    parser.add_argument("count", type=int, help="how many articles")
    parser.add_argument("folder", type=Path, help="where to; the folder may hold no glossary yet")
    parser.add_argument("--seed", type=int, default=SEED, help="what the articles are drawn from")
    asked = parser.parse_args()
    if asked.count < 1:
        parser.error("at least one article is needed")
    try:
        write_project(asked.folder, asked.count, asked.seed)
    except FileExistsError:
        parser.error(f"{asked.folder} holds a glossary already: name another folder")
    print(f"{asked.count} articles are written; next: glossary-publish build --project {asked.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
