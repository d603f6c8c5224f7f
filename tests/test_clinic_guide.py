"""What docs/clinics.md tells a clinic manager to do is done, and gives what it promises."""

import re
import shutil
from pathlib import Path

import PIL.Image
import pytest

from glossary_publish.glossary.clinics.reading import KEYS
from tests.support.browser import step, visit
from tests.support.command import TODAY, carry_out, run
from tests.support.house.documents import blocks
from tests.support.house.sources import ROOT
from tests.validators import pdf

GUIDE = (ROOT / "docs/clinics.md").read_text("utf-8")
CLINIC = "content/clinics/riverside/clinic.toml"
ROW = re.compile(r"^\| `\[*([a-z_]+)\]*` \|", re.MULTILINE)


def shown(fence: str) -> list[str]:
    """The code blocks with this beside their fence."""
    return [code for beside, code in blocks(GUIDE) if beside == fence]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The glossary that the guide begins, with its clinic."""
    folder = tmp_path_factory.mktemp("guide")
    shutil.copy(ROOT / "content/clinics/example-clinic-north/logo.svg", folder)
    carry_out(shown("sh")[0], folder)
    return folder / "my-glossary"


def test_the_file_of_the_clinic_is_what_the_guide_shows(tmp_path: Path) -> None:
    shutil.copy(ROOT / "content/clinics/example-clinic-north/logo.svg", tmp_path)
    carry_out(shown("sh")[0], tmp_path)
    assert (tmp_path / "my-glossary" / CLINIC).read_text("utf-8") == shown(f"toml {CLINIC}")[0]
    assert (tmp_path / "my-glossary/content/clinics/riverside/logo.svg").is_file()


@pytest.fixture(scope="module")
def proposed(project: Path) -> str:
    """What the first check says; the colour that it proposes is taken."""
    checked = run("check", "--as-of", TODAY, folder=project)
    assert checked.returncode == 1
    (colour,) = re.findall(r'the nearest one that passes is "(#[0-9a-f]{6})"', checked.stdout)
    file = project / CLINIC
    file.write_text(file.read_text("utf-8").replace("#2f8f83", colour), "utf-8")
    return checked.stdout


def test_the_faint_colour_is_told_as_the_guide_shows_it(proposed: str) -> None:
    command, _, told = shown("console")[0].partition("\n")
    assert command == "$ glossary-publish check"
    assert told.strip() in proposed


def test_the_sheets_are_printed_where_the_guide_says(project: Path, proposed: str) -> None:
    command = shown("sh")[1].split()
    assert command[0] == "glossary-publish"
    ended = run(*command[1:], "therapeutic-alliance", "--as-of", TODAY, folder=project)
    assert ended.returncode == 0, ended.stderr
    folder = project / "dist/clinics/riverside/therapeutic-alliance"
    assert [path.name for path in folder.iterdir()] == ["therapeutic-alliance.pdf"]
    assert pdf.validate(list(folder.iterdir())) == []


def test_a_sheet_is_found_where_the_guide_says(project: Path, proposed: str, tmp_path: Path) -> None:
    (name,) = re.findall(r"Open `(dist/clinics/[^`]*)`", GUIDE)
    steps = [step("open"), step("type", text="ALLIANCE"), step("look"), step("axe")]
    look, judged = filter(None, visit(project / name, steps, tmp_path).seen)
    assert look["files"] == ["therapeutic-alliance/therapeutic-alliance.pdf"]
    assert (project / name).parent.joinpath(*look["files"]).is_file()
    assert judged["violations"] == []


def test_a_sheet_is_looked_at_in_one_picture(project: Path, proposed: str) -> None:
    command = shown("sh")[2].split()
    ended = run(*command[1:], "--as-of", TODAY, folder=project)
    assert ended.returncode == 0, ended.stderr
    with PIL.Image.open(project / "sheet.png") as picture:
        assert picture.format == "PNG"


def test_one_sheet_on_another_layout_and_paper(project: Path, proposed: str) -> None:
    (command,) = re.findall(r"`glossary-publish (build [^`]*--layout[^`]*)`", GUIDE)
    ended = run(*command.split(), "--as-of", TODAY, folder=project)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split() == [
        "dist/clinics/riverside/therapeutic-alliance/therapeutic-alliance_summary_a4.pdf"
    ]


def test_a_row_of_the_glossary_has_them_made_by_every_build(project: Path, proposed: str) -> None:
    settings = project / "content/glossary.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text[: text.index("[[editions]]")] + shown("toml")[0], "utf-8")
    ended = run("build", "therapeutic-alliance", "--as-of", TODAY, folder=project)
    settings.write_text(text, "utf-8")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split() == ["dist/clinics/riverside/therapeutic-alliance/therapeutic-alliance.pdf"]


def test_a_patients_name_is_refused_as_the_guide_shows_it(project: Path, proposed: str) -> None:
    file = project / CLINIC
    text = file.read_text("utf-8")
    file.write_text(f'patient_name = "Jo"\n{text}', "utf-8")
    ended = run("check", "--as-of", TODAY, folder=project)
    file.write_text(text, "utf-8")
    assert shown("console")[1].partition("\n")[2].strip() in ended.stdout


def test_the_table_of_keys_is_complete() -> None:
    assert sorted(ROW.findall(GUIDE)) == sorted(KEYS)


def test_texts_in_several_languages_are_read(project: Path, proposed: str) -> None:
    file = project / CLINIC
    text = file.read_text("utf-8")
    file.write_text(text.replace('hours = "Monday to Friday, 9 am to 5 pm"\n', shown("toml")[1]), "utf-8")
    ended = run("check", "--as-of", TODAY, folder=project)
    file.write_text(text, "utf-8")
    assert ended.returncode == 0, ended.stdout
