"""Every edition of a project, made by two workers that write down how much memory they hold after each one.

python -m bench.large.measured PROJECT LOG
"""

import os
import re
import sys
from functools import partial
from pathlib import Path

from glossary_publish.build.building import Build
from glossary_publish.build.making import Made, NotMade, make
from glossary_publish.build.material import Material
from glossary_publish.build.plan import Selection
from glossary_publish.build.preparing import preparations
from glossary_publish.build.workers import Workers
from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication

RESIDENT, PEAK = (
    re.compile(r"^VmRSS:\s+(\d+) kB", re.MULTILINE),
    re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE),
)


def measured(log: Path, publication: Publication, layout: Layout) -> Made | NotMade:
    """What a worker does in a build, and a line about its memory."""
    made = make(publication, layout)
    status = Path("/proc/self/status").read_text()
    figures = [pattern.findall(status)[0] for pattern in (RESIDENT, PEAK)]
    with log.open("a") as file:
        file.write(f"{os.getpid()} {' '.join(figures)}\n")
    return made


def main(project: Path, log: Path) -> None:
    """Build everything with two workers."""
    with Workers(2, preparations()) as workers:
        build = Build(
            Material(project), project / "dist", workers, Report(), work=partial(measured, log), force=True
        )
        outcomes = list(build.make(build.plan(Selection()), lambda: None))
    if any(outcome.exit_code for outcome in outcomes):
        raise RuntimeError("an edition was not made")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
