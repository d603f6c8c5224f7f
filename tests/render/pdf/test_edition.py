"""A finished handout is proven against its publication, valid for two standards, and read by programs of others."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from glossary_publish.verify.inspect.pdf import inspect
from glossary_publish.verify.runner import verify
from tests.render.pdf.conftest import PAPERS
from tests.render.pdf.handouts import Length, of_length
from tests.support.campaign import Campaign
from tests.support.publications import every_construct
from tests.validators import pdf as validators

HANDOUTS = 60  # of the campaign over many lengths


def findings(publication: Publication, layout: Layout, data: bytes) -> list[str]:
    """What `verify` finds."""
    report = Report()
    verify(publication, layout, inspect(data), report)
    return [f"{diagnostic.code}: {diagnostic.message}" for diagnostic in report]


def told(program: str, *arguments: str | Path) -> str:
    """What a program says of a file; it has to be content with it."""
    found = shutil.which(program)
    assert found, f"{program} is missing; see packages.debian"
    ended = subprocess.run([found, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stderr == ""
    return ended.stdout


@pytest.fixture
def file(handout: bytes, tmp_path: Path) -> Path:
    """The sample as a file."""
    path = tmp_path / "handout.pdf"
    path.write_bytes(handout)
    return path


@pytest.mark.parametrize("paper", PAPERS)
def test_every_construct_is_proven(
    paper: str, make: Callable[..., bytes], layouts: dict[str, Layout]
) -> None:
    assert findings(every_construct(), layouts[paper], make(every_construct(), paper)) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_a_handout_follows_pdf_ua_and_pdf_a_together(
    paper: str, make: Callable[..., bytes], tmp_path: Path
) -> None:
    path = tmp_path / "handout.pdf"
    path.write_bytes(make(every_construct(), paper))
    assert validators.validate([path]) == []


def test_handouts_of_many_lengths_are_proven_and_valid(
    campaign: Campaign, make: Callable[..., bytes], layout: Layout, tmp_path: Path
) -> None:
    chance, paths = campaign.random("editions"), []
    for number in range(campaign.count(HANDOUTS)):
        length = Length(
            chance.randint(1, 6), chance.randint(1, 6), chance.randint(1, 6), chance.randint(1, 12), 3
        )
        publication = of_length(length, chance)
        paths.append(tmp_path / f"{number}.pdf")
        paths[-1].write_bytes(make(publication))
        assert findings(publication, layout, paths[-1].read_bytes()) == [], length
    assert validators.validate(paths) == []


def test_qpdf_finds_nothing_broken(file: Path) -> None:
    assert "No syntax or stream encoding errors found" in told("qpdf", "--check", file)


def test_the_paper_has_its_size(make: Callable[..., bytes], tmp_path: Path) -> None:
    for paper, size in (("letter", "612 x 792 pts (letter)"), ("a4", "595.276 x 841.89 pts (A4)")):
        path = tmp_path / f"{paper}.pdf"
        path.write_bytes(make(every_construct(), paper))
        assert size in told("pdfinfo", path)


def test_a_plain_text_reader_gets_whole_words(file: Path) -> None:
    words = " ".join(told("pdftotext", file, "-").split())
    assert "In the US, call or text 988 at any hour." in words
    assert "Plain words with stress, weight and both, r ≈ 0.28, 80–87, Flückiger & “quotes” <b>" in words
    assert "doi:10.1037/pst0000172" in words


def test_another_reader_of_tags_hears_the_same(file: Path) -> None:
    tree = told("pdfinfo", "-struct-text", file)
    lines = [line.strip() for line in tree.splitlines()]
    assert lines[0] == "Document"
    for line in (
        '"Every construct: shown once"',
        '"In the US, call or text "',
        '"A numbered item starts at three."',
        '"l’alliance thérapeutique"',
    ):
        assert line in lines
    kinds = [line.split()[0].rstrip(":") for line in lines if line and not line.startswith('"')]
    assert {"H1", "H2", "H3", "L", "LI", "Lbl", "LBody", "Table", "TH", "TD", "Note", "Link"} <= set(kinds)
    assert {"BlockQuote", "Code", "Figure", "Caption", "Reference", "Span"} <= set(kinds)
    assert not any("Page 1 of" in line for line in lines)
