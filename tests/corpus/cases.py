"""The cases of the corpus: each folder with an `article.md` holds one construct, and what its editions say.

Beside the article may stand whatever else belongs into `content/` (`references.yaml`, `glossary.toml`, `articles/`,
`boilerplate/`) and an `expected.toml`: `shows`, the parts that the goldens hold; `reading` and the names of
the formats, the codes of what is reported. Pictures are made here, so that no binary file is kept.
"""

import io
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import PIL.Image

from glossary_publish.compose import compose
from glossary_publish.diagnostics import PublishError, Report
from glossary_publish.formats import FORMATS
from glossary_publish.glossary import Glossary, load_glossary
from glossary_publish.layout import Layout, load_layout
from glossary_publish.publication import Publication
from glossary_publish.publish import publish
from glossary_publish.verify.inspection import Inspection
from glossary_publish.workspace import MemoryWorkspace
from tests.glossary.sample import ARTICLE, KINDS, files
from tests.support.house.sources import ROOT

HERE = Path(__file__).parent
LAYOUTS = {"pdf": "handout", "epub": "ebook", "docx": "word"}
USUAL_REMARKS = ("no-related-articles",)
USUAL_PARTS = ("body", "notes")
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#456"/></svg>'


@dataclass(frozen=True, slots=True)
class Case:
    """One folder of the corpus. `shows` and `codes` are what its `expected.toml` says, or what is usual."""

    name: str
    shows: tuple[str, ...] = USUAL_PARTS
    codes: Mapping[str, Sequence[str]] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return self.name

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return HERE / self.name

    @property
    def article(self) -> str:
        """The article as its author wrote it."""
        return (self.folder / "article.md").read_text("utf-8")

    def golden(self, format: str) -> Path:
        """The file that holds what an edition says."""
        return self.folder / f"{format}.txt"


@dataclass(frozen=True, slots=True)
class Edition:
    """What came of publishing a case: the bytes, or none, and the codes of everything that was reported."""

    publication: Publication
    data: bytes
    inspection: Inspection | None
    codes: tuple[str, ...]


def cases() -> list[Case]:
    """All cases, by their names."""
    return [_case(path.parent) for path in sorted(HERE.glob("*/article.md"))]


def _case(folder: Path) -> Case:
    path = folder / "expected.toml"
    said = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    codes = {"reading": USUAL_REMARKS} | {key: said[key] for key in ("reading", *FORMATS) if key in said}
    assert set(said) <= {"shows", "reading", *FORMATS}, f"{path} says something that nobody reads"
    return Case(folder.name, tuple(said.get("shows", USUAL_PARTS)), codes)


def content(case: Case) -> dict[str, bytes | str]:
    """The files of a case: its own, and around them the sample that comes with the tool."""
    whole: dict[str, bytes | str] = {path: text for path, text in files().items() if path != ARTICLE}
    whole[KINDS] = (ROOT / KINDS).read_text("utf-8")
    whole |= pictures()
    for path in own_files(case):
        whole[f"content/{path.relative_to(case.folder).as_posix()}"] = path.read_bytes()
    whole[f"content/articles/{case.name}.md"] = case.article
    return whole


def own_files(case: Case) -> list[Path]:
    """What a case puts into `content/` beside its article."""
    named = {"article.md", "expected.toml", *(f"{format}.txt" for format in FORMATS)}
    found = (path for path in sorted(case.folder.rglob("*")) if path.is_file())
    return [path for path in found if path.relative_to(case.folder).as_posix() not in named]


@cache
def pictures() -> dict[str, bytes]:
    """A small picture in every format that an article can show."""
    found = {"content/images/drawing.svg": DRAWING.encode()}
    picture = PIL.Image.new("RGB", (40, 20), (64, 96, 128))
    for suffix in ("png", "jpg", "gif", "webp"):
        out = io.BytesIO()
        picture.save(out, {"jpg": "jpeg"}.get(suffix, suffix))
        found[f"content/images/picture.{suffix}"] = out.getvalue()
    return found


@cache
def read(case: Case) -> tuple[Glossary, tuple[str, ...]]:
    """The glossary of a case, and the codes of what was reported of its files."""
    report = Report()
    glossary = load_glossary(MemoryWorkspace(content(case)), report)
    return glossary, tuple(one.code for one in report)


@cache
def layout(format: str) -> Layout:
    """The layout of a format."""
    return load_layout(MemoryWorkspace({}), LAYOUTS[format])


@cache
def edition(case: Case, format: str) -> Edition:
    """A case published in a format."""
    glossary, _ = read(case)
    article = glossary.article(case.name, "en")
    assert article is not None, f"{case} cannot be read"
    publication = compose(glossary, article, layout(format))
    report = Report()
    try:
        data = publish(publication, layout(format), report)
    except PublishError as error:
        return Edition(publication, b"", None, tuple(one.code for one in error.diagnostics))
    inspection = FORMATS[format].inspect(data)
    return Edition(publication, data, inspection, tuple(one.code for one in report))
