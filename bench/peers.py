"""The other tools, each called as its own manual says: one Markdown file becomes a Word document, an EPUB and a PDF."""

import os
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

BENCH_PYTHON = Path(".venv-bench/bin/python")
WEASYPRINT = Path(".venv/bin/weasyprint")


@dataclass(frozen=True, slots=True)
class Peers:
    """Where the peers are, and what they cite with: the references and the style of the project itself."""

    pandoc: str
    references: Path
    style: Path
    out: Path

    def peer_line(self, article: Path) -> None:
        """pandoc with its citation engine and the same style: its three commands in turn."""
        self._pandoc(article, "docx")
        self._pandoc(article, "epub", "--to", "epub3")
        engine = f"--pdf-engine={WEASYPRINT.absolute()}"
        variant = ("--pdf-engine-opt=--pdf-variant", "--pdf-engine-opt=pdf/ua-1")
        self._pandoc(article, "pdf", engine, *variant)

    def peer_lines(self, articles: Sequence[Path]) -> None:
        """The same for many articles, two at a time."""
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(self.peer_line, articles))

    def typst_lines(self, articles: Sequence[Path]) -> None:
        """pandoc for Word and EPUB and Typst for the PDF, many articles, two at a time."""
        places: list[str | Path] = [self.pandoc, self.style, self.references, self.out]
        _run([BENCH_PYTHON, "bench/typst_peer.py", *places, *articles])

    def _pandoc(self, article: Path, suffix: str, *options: str) -> None:
        cite: list[str | Path] = ["--citeproc", "--csl", self.style, "--bibliography", self.references]
        _run([self.pandoc, article, *cite, *options, "--output", self.out / f"{article.stem}.{suffix}"])


def find_pandoc() -> str:
    """The pandoc program that its package brings."""
    code = "import pypandoc; print(pypandoc.get_pandoc_path())"
    answer = subprocess.run([BENCH_PYTHON, "-c", code], check=True, capture_output=True, text=True)
    return answer.stdout.strip()


def peers_beside(project: Path) -> Peers:
    """The peers with the references of a project; what they make lies beside its content."""
    out = project / "peers"
    out.mkdir()
    style = Path("layouts/citation-styles/ama.csl").absolute()
    return Peers(find_pandoc(), project / "content" / "references.yaml", style, out)


def _run(command: Sequence[str | Path]) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0"}
    subprocess.run([*map(str, command)], check=True, capture_output=True, env=environment)
