"""`preview`: the pages of a proven edition in one picture, or served to the browser of this machine."""

import io
from pathlib import Path

import PIL.Image
import pypdfium2
import pytest

from glossary_publish.preview.picturing import contact_sheet, picture_looks
from glossary_publish.workspace import DiskWorkspace
from tests.cli.conftest import ARTICLE, Project, files_of


def test_the_pages_of_a_proven_edition_stand_in_one_picture(project: Project) -> None:
    before = files_of(project.root)
    ended = project.run("preview", "trial", "--png", "sheet.png", "--layout", "easy-print", "--paper", "a4")
    assert (ended.returncode, Path(ended.stdout.strip()).name) == (0, "sheet.png"), ended.stderr
    with PIL.Image.open(project.root / "sheet.png") as picture:
        assert picture.format == "PNG"
        assert len(picture.convert("L").getcolors() or []) > 2
    new = {path for path in files_of(project.root) if path not in before}
    assert new == {"sheet.png"}


def test_the_picture_shows_each_page_and_is_the_same_each_time(built: Project) -> None:
    data = (built.root / "dist/trial/trial.pdf").read_bytes()
    with pypdfium2.PdfDocument(data) as document:
        pages = len(document)
    looks = picture_looks(DiskWorkspace(built.root))
    picture = contact_sheet(data, looks)
    assert picture == contact_sheet(data, looks)
    with PIL.Image.open(io.BytesIO(picture)) as opened:
        width, height = opened.size
        corners = {opened.getpixel((0, 0)), opened.getpixel((width - 1, height - 1))}
        white = opened.convert("L").point(lambda level: 255 * (level > 250)).getbbox()
    assert len(corners) == 1
    assert width == min(pages, 4) * 624 + 24
    assert white is not None
    assert white[0] == 24


@pytest.mark.parametrize(
    ("arguments", "exit_code", "code"),
    [
        (["nothing", "--png", "x.png"], 2, "unknown-article"),
        (["trial", "--png", "content/glossary.toml"], 2, "no-picture"),
        (["trial", "--png", "x.png", "--layout", "ebook"], 2, "nothing-matched"),
        (["trial", "--png", "x.png", "--paper", "a3"], 2, "nothing-matched"),
        (["trial", "--png", "x.png", "--clinic", "nobody"], 2, "unknown-clinic"),
        (["trial", "--png", f"{ARTICLE}/x.png"], 3, "cannot-write"),
    ],
)
def test_what_cannot_be_shown_is_told_once(
    project: Project, arguments: list[str], exit_code: int, code: str
) -> None:
    before = files_of(project.root)
    ended = project.run("preview", *arguments)
    assert ended.returncode == exit_code, ended.stderr
    assert [line.partition(":")[0] for line in ended.stderr.splitlines() if "error[" in line] == [
        f"error[{code}]"
    ]
    assert files_of(project.root) == before


def test_an_edition_that_may_not_be_made_is_not_shown(project: Project) -> None:
    project.edit(ARTICLE, "sample: true", "due: 2020-01-01")
    project.edit("content/glossary.toml", "sample = true", "sample = false")
    ended = project.run("preview", "trial", "--png", "x.png")
    assert ended.returncode == 1
    assert "error[review-overdue]" in ended.stderr
    assert not (project.root / "x.png").exists()
