"""pandoc and Typst, two at a time, each worker with the compiler loaded: run by the Python of the bench.

python bench/typst_peer.py PANDOC STYLE REFERENCES OUT ARTICLE...
"""

import subprocess
import sys
from functools import partial
from multiprocessing import Pool
from pathlib import Path

import typst


def line(pandoc: str, style: str, references: str, out: str, article: str) -> None:
    """One article as Word document, EPUB and PDF."""
    stem = Path(out) / Path(article).stem
    command = [pandoc, article, "--citeproc", "--csl", style, "--bibliography", references]
    # PDF/UA asks for a first heading of level 1; those of an article begin below its title, at level 2.
    raised = "--shift-heading-level-by=-1"
    for suffix, target, *more in (("docx", "docx"), ("epub", "epub3"), ("typ", "typst", raised)):
        options = ["--standalone", "--to", target, *more, "--output", f"{stem}.{suffix}"]
        subprocess.run([*command, *options], check=True, capture_output=True)
    typst.compile(f"{stem}.typ", output=f"{stem}.pdf", pdf_standards=["ua-1"])


if __name__ == "__main__":
    with Pool(2) as workers:
        workers.map(partial(line, *sys.argv[1:5]), sys.argv[5:], chunksize=1)
