"""Bare WeasyPrint: the pages of our handouts as HTML, rendered by two warm processes that know nothing else of ours."""

import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType

# The fonts of the machine are hidden from it as they are from us: both look for no font but those of the layout.
FONTS = Path("src/glossary_publish/render/pdf/fonts.conf")
DONE = "done\n"


class Bare:
    """Writes the pages of a project, and has them rendered as often as is asked for."""

    def __init__(self, project: Path) -> None:
        pages = project / "pages"
        subprocess.run([sys.executable, "-m", "bench.large.pages", project, pages], check=True)
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-W",
                "ignore::UserWarning",
                "bench/large/bare_weasyprint.py",
                pages,
            ],  # no fonts
            env={**os.environ, "FONTCONFIG_FILE": str(FONTS.absolute())},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "Bare":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def render(self) -> None:
        """Render all pages, two at a time."""
        ask, answer = self._process.stdin, self._process.stdout
        if ask is None or answer is None:
            raise RuntimeError("WeasyPrint is to be asked through pipes")
        ask.write("render\n")
        ask.flush()
        if answer.readline() != DONE:
            raise RuntimeError("WeasyPrint did not render all pages")
