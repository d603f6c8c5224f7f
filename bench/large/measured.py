"""Every edition of a project, made by two workers that write down how much memory they hold after each one.

python -m bench.large.measured PROJECT LOG
"""

import os
import re
import sys
from pathlib import Path

from glossary_publish.build.making import Made, NotMade, make
from glossary_publish.build.material import Material
from glossary_publish.build.preparing import preparations
from glossary_publish.build.workers import Workers
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication

RESIDENT, PEAK = (
    re.compile(r"^VmRSS:\s+(\d+) kB", re.MULTILINE),
    re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE),
)


def measured(log: Path, publication: Publication, layout: Layout) -> int:
    """What a worker does in a build, and a line about its memory; returns the size of what was made."""
    made = make(publication, layout)
    status = Path("/proc/self/status").read_text()
    figures = [pattern.findall(status)[0] for pattern in (RESIDENT, PEAK)]
    with log.open("a") as file:
        file.write(f"{os.getpid()} {' '.join(figures)}\n")
    return _size(made)


def _size(made: Made | NotMade) -> int:
    if isinstance(made, NotMade):
        raise TypeError(f"an edition was not made: {made.diagnostics}")
    return len(made.data)


def main(project: Path, log: Path) -> None:
    """Make everything, with two workers as a build has them."""
    with Workers(2, preparations()) as workers:
        material = Material(project)
        made = []
        for edition in material.editions():
            publication = material.compose(edition)
            parcel = material.layout(edition.layout, edition.paper, edition.clinic).parcel
            made.append(workers.submit_kind(edition.format, measured, log, publication, parcel))
        for future in made:
            future.result()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
