"""Many articles in three formats, cold and proven, against pandoc's lines and against bare WeasyPrint."""

from collections.abc import Iterator
from pathlib import Path

from bench.large.bare import Bare
from bench.large.extent import Extent
from bench.ours import fresh_build
from bench.pairs import Ratio, interleaved, ratio
from bench.peers import peers_beside


def throughput_rows(folder: Path, extent: Extent) -> Iterator[Ratio]:
    """Four things in turn: our build of all articles, pandoc's two lines on a sample, bare WeasyPrint on all pages.

    The sample is spread over all articles, and its times are scaled: pandoc makes one article after the other, and its
    start is a part of each.
    """
    articles = extent.glossary(folder)
    sample = articles[:: len(articles) // extent.sample][: extent.sample]
    scale = len(articles) / len(sample)
    peers = peers_beside(folder)
    with Bare(folder) as bare:
        ours, typst, line, pages = interleaved(
            (
                fresh_build(folder, len(articles), "--jobs", "2"),
                lambda: peers.typst_lines(sample),
                lambda: peers.peer_lines(sample),
                bare.render,
            ),
            extent.rounds,
        )
    many = f"{len(articles)} articles, against"
    timed = f"(x {scale:.3g} of {len(sample)})" if scale > 1 else ""
    yield ratio(f"{many} pandoc + Typst {timed}".strip(), ours, typst, 0.5, scale)
    yield ratio(f"{many} pandoc's line {timed}".strip(), ours, line, 1 / 6, scale)
    yield ratio(f"{many} bare WeasyPrint of the same HTML", ours, pages, 1.6)
