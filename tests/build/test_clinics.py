"""No edition carries anything of another clinic: no name, number, colour or picture, however many workers make it."""

import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.clinics import clinic_slugs, contents, traits
from tests.support.command import TODAY, run
from tests.support.house.sources import ROOT
from tests.support.listed import listed
from tests.validators import pdf

CLINICS = clinic_slugs()
LAYOUTS = ("handout", "large-print", "ebook", "word")
SLUG, LANGUAGES = "working-alliance-inventory", ("en", "es", "ar")


def built(project: Path, out: Path, jobs: int) -> dict[str, bytes]:
    """The files of both clinics and those for nobody in particular."""
    wanted = [f"--layout={name}" for name in LAYOUTS]
    clinics = [f"--clinic={slug}" for slug in CLINICS]
    spoken = [f"--language={language}" for language in LANGUAGES]
    for options in ([*wanted[:1], *wanted[2:]], [*wanted, *clinics]):
        arguments = [
            "build",
            SLUG,
            "--as-of",
            TODAY,
            "--jobs",
            str(jobs),
            "--out",
            str(out),
            *options,
            *spoken,
        ]
        ended = run(*arguments, folder=project)
        assert ended.returncode == 0, ended.stderr
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clinics") / "project"
    shutil.copytree(ROOT / "content", folder / "content")
    return folder


@pytest.fixture(scope="module")
def files(project: Path) -> dict[str, bytes]:
    return built(project, project / "serial", 1)


def editions(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if not name.endswith((".json", ".html"))}


def owner(name: str) -> str:
    return name.split("/")[1] if name.startswith("clinics/") else ""


def test_every_clinic_gets_its_own_files(files: dict[str, bytes]) -> None:
    spoken = ("", "_es", "_ar")
    names = [f"{SLUG}{language}.{suffix}" for language in spoken for suffix in ("docx", "epub", "pdf")]
    own = {"": names}
    own["example-clinic-north"] = [*names, *(f"{SLUG}_large-print-us{language}.pdf" for language in spoken)]
    own["example-clinic-south"] = [*names, *(f"{SLUG}_large-print-uk{language}.pdf" for language in spoken)]
    folders = {"": SLUG} | {slug: f"clinics/{slug}/{SLUG}" for slug in CLINICS}
    assert sorted(editions(files)) == sorted(f"{folders[slug]}/{name}" for slug in own for name in own[slug])


def test_two_workers_make_the_same_bytes_as_one(project: Path, files: dict[str, bytes]) -> None:
    assert built(project, project / "parallel", 2) == files


def test_the_manifest_tells_whose_each_file_is(files: dict[str, bytes]) -> None:
    rows = listed(files)
    assert {row["path"]: row["clinic"] for row in rows} == {name: owner(name) for name in editions(files)}
    for row in rows:
        others = [slug for slug in CLINICS if slug != row["clinic"]]
        assert not [path for path in row["reads"] for slug in others if slug in path]
        assert (f"content/clinics/{row['clinic']}/" in row["reads"]) == bool(row["clinic"])


@pytest.mark.parametrize("slug", CLINICS)
def test_no_file_of_others_says_or_shows_anything_of_a_clinic(
    project: Path, files: dict[str, bytes], slug: str
) -> None:
    others = [name for name in editions(files) if owner(name) != slug]
    for name in others:
        assert contents(project / "serial" / name).of(traits(slug)) == [], name
    assert len(others) == (3 + 4) * len(LANGUAGES)


@pytest.mark.parametrize("slug", CLINICS)
def test_the_page_for_finding_its_sheets_is_its_own(files: dict[str, bytes], slug: str) -> None:
    page = files[f"clinics/{slug}/index.html"].decode()
    assert traits(slug).words[0] in page
    assert f"#{traits(slug).colour}" in page
    for other in {*CLINICS} - {slug}:
        assert [word for word in traits(other).words if word in page] == []
        assert traits(other).colour not in page


@pytest.mark.parametrize("slug", CLINICS)
def test_its_own_sheets_carry_all_of_it(project: Path, files: dict[str, bytes], slug: str) -> None:
    own, held = traits(slug), contents(project / f"serial/clinics/{slug}/{SLUG}/{SLUG}.pdf")
    table = tomllib.loads((ROOT / f"content/clinics/{slug}/clinic.toml").read_text("utf-8"))
    english = [table["name"], *table["address"], table["language_help"]["en"], table["hours"]["en"]]
    english += [table["feedback"], table.get("website", ""), *(phone["number"] for phone in table["phones"])]
    assert [word for word in english if word not in held.words] == []
    assert {own.colour, "logo"} <= {*held.of(own)}


@pytest.mark.parametrize("slug", CLINICS)
@pytest.mark.parametrize("suffix", ["epub", "docx"])
def test_ebook_and_draft_wear_the_colour_and_name_nobody(
    project: Path, files: dict[str, bytes], slug: str, suffix: str
) -> None:
    own = traits(slug)
    assert contents(project / f"serial/clinics/{slug}/{SLUG}/{SLUG}.{suffix}").of(own) == [own.colour]


def test_the_sheets_are_pdf_ua_1_and_pdf_a_3a(project: Path, files: dict[str, bytes]) -> None:
    sheets = [project / "serial" / name for name in files if name.endswith(".pdf")]
    assert len(sheets) == (1 + 2 + 2) * len(LANGUAGES)
    assert pdf.validate(sheets) == []


def test_a_sheet_is_stale_once_its_clinic_has_another_number_or_a_brand(
    project: Path, files: dict[str, bytes]
) -> None:
    north, south = (f"serial/clinics/{slug}/{SLUG}/{SLUG}.pdf" for slug in CLINICS)
    assert verdicts(project, north, south) == ["current", "current"]
    folder = project / "content/clinics" / CLINICS[0]
    with kept(folder / "clinic.toml") as file:
        file.write_text(file.read_text("utf-8").replace("555-0100", "555-0109"), "utf-8")
        assert verdicts(project, north, south) == ["stale", "current"]
    with kept(folder / "brand.yml") as file:
        file.write_text("color:\n  primary: '#333333'\n", "utf-8")
        assert verdicts(project, north, south) == ["stale", "current"]
    assert verdicts(project, north, south) == ["current", "current"]


def test_a_sheet_is_known_wherever_it_lies(project: Path, files: dict[str, bytes]) -> None:
    for slug in CLINICS:
        (project / f"{slug}.pdf").write_bytes(files[f"clinics/{slug}/{SLUG}/{SLUG}.pdf"])
        assert verdicts(project, f"{slug}.pdf") == ["current"]


def verdicts(project: Path, *names: str) -> list[str]:
    """What some files are."""
    ended = run("verify", "--as-of", TODAY, *names, folder=project)
    return [line.split()[0] for line in ended.stdout.splitlines() if line.endswith(".pdf") or ".pdf:" in line]


@contextmanager
def kept(file: Path) -> Iterator[Path]:
    """A file that may be changed meanwhile, or be made."""
    before = file.read_bytes() if file.exists() else None
    try:
        yield file
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)
