"""Every layout on paper, on every paper: judged by a program of others, measured, and equal where they say the same."""

import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from glossary_publish.build.material import Material
from glossary_publish.formats import FORMATS
from glossary_publish.layout import Layout, layout_names, load_layout
from glossary_publish.verify.evidence import gather
from glossary_publish.verify.inspection import Inspection, Kind
from glossary_publish.workspace import DiskWorkspace
from tests.support.command import TODAY, run
from tests.support.house.sources import ROOT
from tests.validators import pdf

SLUGS = ("therapeutic-alliance", "feedback-informed-treatment")
PRINTED = [
    name
    for name in layout_names(DiskWorkspace(ROOT))
    if load_layout(DiskWorkspace(ROOT), name).format == "pdf"
]
PAPERS = ("letter", "a4")
LARGE = ("large-print-uk", "large-print-us")
SHEETS = "-sheets"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A glossary that prints two articles on every layout and paper, built."""
    project = tmp_path_factory.mktemp("layouts")
    shutil.copytree(ROOT / "content", project / "content")
    settings = project / "content/glossary.toml"
    rows = settings.read_text("utf-8").partition("[[editions]]")[0]
    layouts = ["handout", *(name for name in PRINTED if name != "handout")]
    names = [f"articles = {list(SLUGS)}", f"layouts = {layouts}", f"papers = {list(PAPERS)}"]
    settings.write_text("\n".join([rows, "[[editions]]", *names, ""]), "utf-8")
    ended = run("build", "--project", project, "--as-of", TODAY, folder=ROOT)
    assert ended.returncode == 0, ended.stderr
    return project


@pytest.fixture(scope="module")
def read(project: Path) -> dict[tuple[str, str, str], Inspection]:
    """What the editions say, by article, layout and paper."""
    return {
        (edition.slug, edition.layout, edition.paper): FORMATS["pdf"].inspect(
            (project / "dist" / edition.path).read_bytes()
        )
        for edition in Material(project).editions()
    }


def layout(name: str, paper: str = "letter") -> Layout:
    return load_layout(DiskWorkspace(ROOT), name, paper)


def test_all_of_them_are_made(project: Path) -> None:
    found = [path for path in (project / "dist").rglob("*.pdf") if not path.stem.endswith(SHEETS)]
    assert len(found) == len(SLUGS) * len(PRINTED) * len(PAPERS)
    assert {"booklet", "easy-print", "handout", "summary", *LARGE} == set(PRINTED)


def test_all_of_them_are_pdf_ua_1_and_pdf_a_3a(project: Path) -> None:
    files = [path for path in (project / "dist").rglob("*.pdf") if not path.stem.endswith(SHEETS)]
    assert pdf.validate(files) == []


def test_a_booklet_has_its_sheets_and_nothing_else_has(project: Path) -> None:
    sheets = {path.stem for path in (project / "dist").rglob(f"*{SHEETS}.pdf")}
    assert sheets == {f"{slug}_booklet{paper}{SHEETS}" for slug in SLUGS for paper in ("", "_a4")}


def test_what_was_built_is_current(project: Path) -> None:
    ended = run("verify", "--project", project, project / "dist", folder=ROOT)
    assert ended.returncode == 0, ended.stdout
    assert {line.split()[0] for line in ended.stdout.splitlines()} == {"current"}


def test_pages_have_the_size_of_their_paper(read: dict[tuple[str, str, str], Inspection]) -> None:
    for (_, name, paper), inspection in read.items():
        size = layout(name, paper).options["paper"][paper]
        for page in inspection.pages:
            assert page.width * 25.4 / 72 == pytest.approx(size["width"], abs=0.1)
            assert page.height * 25.4 / 72 == pytest.approx(size["height"], abs=0.1)


def test_a_summary_is_one_page(read: dict[tuple[str, str, str], Inspection]) -> None:
    pages = {len(found.pages) for (_, name, _), found in read.items() if name == "summary"}
    assert pages == {1}


def test_large_print_is_large_to_the_last_letter_and_never_slanted(
    read: dict[tuple[str, str, str], Inspection],
) -> None:
    for (_, name, _), inspection in read.items():
        smallest = min(run.size for run in inspection.painted)
        slanted = [line for line in inspection.lines if line.slanted]
        if name in LARGE:
            assert smallest == pytest.approx(18, abs=0.05)
            assert slanted == []
        elif name == "booklet":
            assert smallest == pytest.approx(12, abs=0.05)
        else:
            assert 8.5 <= smallest < 9
            assert slanted or name == "summary"


def test_easy_print_is_grey_and_takes_less_ink_than_a_handout(
    read: dict[tuple[str, str, str], Inspection],
) -> None:
    for (_, name, _), inspection in read.items():
        assert any(page.coloured for page in inspection.pages) is (name != "easy-print"), name


def test_large_print_of_the_two_associations_differs_where_their_rules_do() -> None:
    british, american = (layout(name) for name in LARGE)
    assert british.options["emphasis"]["line"] == "none"
    assert american.options["emphasis"]["line"] == "underline"
    assert american.minima.margin == pytest.approx(25.4)
    assert {one.minima.size for one in (british, american)} == {18}


def test_editions_are_equal_part_by_part_on_the_parts_that_they_share(project: Path) -> None:
    material, said = Material(project), defaultdict[tuple[str, str, str], set[tuple[object, ...]]](set)
    for edition in material.editions():
        shown = material.layout(edition.layout, edition.paper).layout
        forms = {part.id: part.form for part in shown.parts}
        inspection = FORMATS["pdf"].inspect((project / "dist" / edition.path).read_bytes())
        texts = defaultdict[str, list[tuple[Kind, str]]](list)
        for pair in gather(material.compose(edition), shown, inspection).alignment.pairs:
            texts[pair.expected.part].append((pair.found.kind, "".join(pair.found.text.split())))
        for part, items in texts.items():
            said[edition.slug, part, forms.get(part, "")].add(tuple(items))
    assert {key: len(texts) for key, texts in said.items() if len(texts) != 1} == {}
    assert {part for _, part, _ in said} >= {
        "body",
        "references",
        "key-points",
        "disclaimer",
        "crisis-notice",
    }
