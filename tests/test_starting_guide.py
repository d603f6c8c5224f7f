"""What docs/starting.md tells to type in an empty folder is typed, and gives what it shows."""

from pathlib import Path

import PIL.Image
import pytest

from glossary_publish.cli.completion import SHELLS
from tests.cli.conftest import files_of
from tests.support.command import carry_out, run
from tests.support.house.documents import blocks
from tests.support.house.sources import ROOT

GUIDE = (ROOT / "docs/starting.md").read_text("utf-8")


def shown(fence: str) -> list[str]:
    """The code blocks with this beside their fence."""
    return [code for beside, code in blocks(GUIDE) if beside == fence]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The glossary after the first five commands."""
    folder = tmp_path_factory.mktemp("starting")
    printed = carry_out(shown("sh")[0], folder)
    assert printed.count("current  dist/") == 7  # the page to find them, too
    return folder / "my-glossary"


def test_an_article_is_begun_and_its_places_are_named(begun: Path) -> None:
    assert carry_out(shown("sh")[1], begun) == "content/articles/panic-attack.md\n"
    assert run("check", folder=begun).stdout.count("error[place-to-fill]") == 5
    (begun / "content/articles/panic-attack.md").unlink()


def test_sources_are_taken_in_as_the_guide_shows_it(begun: Path) -> None:
    (begun / "library.bib").write_text(shown("bibtex library.bib")[0], "utf-8")
    command, _, told = shown("console")[0].removeprefix("$ ").partition("\n")
    assert carry_out(command, begun) == told


def test_the_pages_are_seen_in_one_picture_and_nothing_else_is_made(begun: Path) -> None:
    before = set(files_of(begun))
    carry_out(shown("sh")[2], begun)
    assert set(files_of(begun)) - before == {"pages.png"}
    with PIL.Image.open(begun / "pages.png") as picture:
        assert picture.format == "PNG"


def test_completion_is_told_for_every_shell() -> None:
    for shell in SHELLS:
        assert f"glossary-publish completion {shell}" in GUIDE
