"""The rules of the house hold. tests/support/house tries each rule on a sample that breaks it."""

import os
import re
import shutil
import subprocess
import tomllib
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path

import pytest

from glossary_publish.build.preparing import TEAMS
from glossary_publish.cli.explanations import explanations
from glossary_publish.cli.main import TABLE
from glossary_publish.formats import FORMATS
from glossary_publish.layout import layout_names, load_layout
from glossary_publish.verify import checks
from glossary_publish.workspace import DiskWorkspace
from tests.support.house import documents, imports, looks, naming, remarks, sizes
from tests.support.house.codes import literals, raised_codes
from tests.support.house.sources import (
    ROOMS,
    ROOT,
    SOURCE,
    name_of,
    project_files,
    python_files,
    text_files,
)

DOCUMENTS = {
    name: text
    for name, text in text_files().items()
    if name.endswith(".md") and not name.startswith(("content/", "src/", "tests/"))
}
EXAMPLES = (
    "clear-print",
    "link_words",
    "content/approvals.toml",
    "content/images",
    "<slug>.<lang>",
    "layouts/fonts/own.toml",
)  # what a document tells its reader to make
PLURAL = re.compile("-(zero|one|two|few|many|other)$")  # a form that words have with some numbers (CLDR)
VENDORED = (".csl", "citeproc.js", "locales-", ".ttf", "OFL-", "LICENSE")  # words of others stay as they are


def ours() -> dict[str, str]:
    """The text files that the project itself wrote."""
    return {
        name: text
        for name, text in text_files().items()
        if not any(mark in Path(name).name for mark in VENDORED)
    }


def families() -> set[str]:
    fonts = tomllib.loads((ROOT / "layouts/fonts/fonts.toml").read_text("utf-8"))["fonts"]
    return {font["family"] for font in fonts}


# --- sizes and names -----------------------------------------------------------------------------


def test_modules_are_short() -> None:
    assert sizes.too_long(python_files(SOURCE)) == []


def test_nothing_is_named_for_being_a_drawer() -> None:
    assert naming.drawers(python_files()) == []


def test_tests_are_named_in_sentences() -> None:
    assert naming.no_sentences(python_files(ROOT / "tests")) == []


def test_every_module_says_what_it_is() -> None:
    assert naming.without_docstring(python_files()) == []


def test_tests_stand_where_the_code_stands() -> None:
    own = {"bad_inputs", "bench", "campaign", "corpus", "crash", "gallery", "support", "validators"}
    folders = {path.parent.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")}
    strangers = [
        folder.as_posix()
        for folder in folders
        if folder.parts and folder.parts[0] not in own and not (SOURCE / folder).is_dir()
    ]
    assert strangers == []


def test_every_test_file_is_collected(pytestconfig: pytest.Config) -> None:
    left_out = pytestconfig.getini("norecursedirs")
    missed = [
        name_of(path)
        for path in (ROOT / "tests").rglob("test_*.py")
        if "node_modules" not in path.parts
        and any(fnmatch(part, pattern) for part in path.relative_to(ROOT).parts for pattern in left_out)
    ]
    assert missed == []


# --- looks ---------------------------------------------------------------------------------------


def test_no_font_colour_or_length_stands_in_python() -> None:
    assert looks.looks(python_files(SOURCE), families()) == []


# --- diagnostic codes ----------------------------------------------------------------------------


def test_every_code_that_is_raised_is_explained() -> None:
    known = explanations()
    assert {
        code: name for code, name in raised_codes(python_files(SOURCE)).items() if code not in known
    } == {}


def test_every_code_that_is_explained_is_raised_in_its_room() -> None:
    sources = {entry.source for entry in explanations().values()}
    raised = {source: literals(python_files((SOURCE / source).parent)) for source in sources}
    unraised = [
        f"{entry.source}: {code}"
        for code, entry in explanations().items()
        if code not in raised[entry.source]
    ]
    assert unraised == []


# --- tables --------------------------------------------------------------------------------------


def rooms(folder: Path) -> set[str]:
    """The packages below a folder."""
    return {path.parent.name for path in folder.glob("*/__init__.py")}


def test_every_format_has_a_renderer_and_an_inspector_and_a_row_in_each_table() -> None:
    names = set(FORMATS)
    assert {room for room in rooms(SOURCE / "render") if room in names} == names
    assert rooms(SOURCE / "verify/inspect") == names
    assert {format for team in TEAMS for format in team} == names


def test_no_renderer_stands_outside_the_table() -> None:
    renderers = {
        name
        for name in rooms(SOURCE / "render")
        if hasattr(import_module(f"glossary_publish.render.{name}"), "render")
    }
    assert renderers == set(FORMATS)


def test_every_check_has_a_file_and_a_row() -> None:
    files = {path.stem for path in (SOURCE / "verify/checks").glob("*.py")} - {"__init__"}
    assert [check.__module__.rpartition(".")[2] for check in checks.CHECKS] == list(
        dict.fromkeys(check.__module__.rpartition(".")[2] for check in checks.CHECKS)
    )
    assert {check.__module__.rpartition(".")[2] for check in checks.CHECKS} == files
    tests = {path.stem.removeprefix("test_") for path in (ROOT / "tests/verify/checks").glob("test_*.py")}
    assert files - tests == set()


def test_every_command_has_a_file_and_a_row() -> None:
    files = {path.stem for path in (SOURCE / "cli").glob("*.py") if "def command(" in path.read_text("utf-8")}
    assert {module.rpartition(".")[2] for module, _ in TABLE.values()} == files
    assert set(TABLE) == files


def test_every_layout_loads_on_each_of_its_papers() -> None:
    workspace = DiskWorkspace(ROOT)
    for name in layout_names(workspace):
        for paper in load_layout(workspace, name).papers or ("",):
            assert load_layout(workspace, name, paper).format in FORMATS


@pytest.mark.parametrize("folder", ["layouts/strings", "layouts/finder/strings"])
def test_every_string_of_a_language_is_used_and_no_language_lacks_one(folder: str) -> None:
    files = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (ROOT / folder).glob("*.toml")}
    used = literals(python_files(SOURCE)) | set(tomllib_words(ROOT / "layouts"))
    used |= {f"layout-{name}" for name in layout_names(DiskWorkspace(ROOT))}
    for language, strings in files.items():
        keys = {PLURAL.sub("", key) for key in strings}
        assert keys - used == set(), language
        assert keys == set(files["en"]), language


def tomllib_words(folder: Path) -> list[str]:
    """Every text in the configuration of the layouts."""

    def words(value: object) -> list[str]:
        match value:
            case str():
                return [value]
            case dict():
                return [word for part in value.values() for word in words(part)]
            case list():
                return [word for part in value for word in words(part)]
            case _:
                return []

    return [
        word
        for path in folder.glob("*/layout.toml")
        for word in words(tomllib.loads(path.read_text("utf-8")))
    ]


def test_what_only_some_systems_have_is_imported_where_it_is_used() -> None:
    assert imports.unconditional(python_files(SOURCE)) == []


def test_what_the_code_imports_is_what_the_project_depends_on() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["preview"]]
    listed = {imports.normalised(line.partition("==")[0]) for line in lines}
    assert imports.imported_packages(python_files(SOURCE)) - {"glossary-publish"} == listed


# --- documents -----------------------------------------------------------------------------------


def test_links_lead_somewhere() -> None:
    assert list(documents.broken_links(DOCUMENTS, ROOT)) == []


def test_documents_name_files_that_exist() -> None:
    missing = documents.missing_paths(DOCUMENTS, ROOT, {*ROOMS, *rooms(SOURCE)})
    assert [found for found in missing if not any(example in found for example in EXAMPLES)] == []


def test_the_page_of_the_architecture_lists_every_room() -> None:
    page = DOCUMENTS["docs/architecture.md"]
    modules = {path.name for path in SOURCE.glob("*.py")} - {"__init__.py", "__main__.py"}
    assert [
        name for name in modules | {f"{room}/" for room in rooms(SOURCE)} if f"`{name}`" not in page
    ] == []


def test_documents_name_commands_and_options_that_exist() -> None:
    assert list(documents.unknown_commands(DOCUMENTS, documents.commands())) == []


def test_documents_name_targets_that_exist() -> None:
    assert list(documents.unknown_targets(DOCUMENTS, (ROOT / "Makefile").read_text("utf-8"))) == []


# --- what no file may hold -----------------------------------------------------------------------


def test_nothing_is_put_off_and_no_test_is_switched_off() -> None:
    assert remarks.undone(ours()) == []


def test_no_checker_is_silenced_without_a_reason() -> None:
    assert remarks.silenced(python_files()) == []


def test_no_file_names_a_folder_of_one_machine_or_a_host_of_a_registry() -> None:
    assert remarks.traces(ours()) == []


def test_locks_carry_no_address() -> None:
    locks = {
        name: text for name, text in text_files().items() if name.endswith((".lock", "package-lock.json"))
    }
    assert len(locks) == 4
    assert {name: found for name, text in locks.items() if (found := remarks.addresses(text))} == {}


# --- files of others, and files that are made ----------------------------------------------------


def test_the_whole_check_is_one_command_that_needs_nothing() -> None:
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    *_, last = script.read_text("utf-8").splitlines()
    assert last == "CI=true exec make test </dev/null"


def test_files_of_others_lie_beside_their_licence() -> None:
    vendored = [path for path in project_files() if path.name.endswith((".ttf", ".csl", "citeproc.js"))]
    bare = {
        name_of(path.parent)
        for path in vendored
        if not [file for file in path.parent.iterdir() if file.name.startswith(("LICENSE", "OFL-"))]
    }
    assert vendored
    assert bare == set()


def test_citation_styles_name_their_licence() -> None:
    styles = sorted((ROOT / "layouts/citation-styles").glob("*.csl"))
    assert styles
    assert [
        path.name
        for path in styles
        if "creativecommons.org/licenses/by-sa/3.0" not in path.read_text("utf-8")
    ] == []


@pytest.mark.parametrize(
    ("path", "ignored"),
    [
        ("dist/README.md", False),
        ("dist/a/a.pdf", True),
        ("dist/manifest.json", True),
        (".venv/made", True),
        ("tests/validators/node_modules/ready", True),
        ("gallery/a.png", True),
        ("docs/pictures/a.png", False),
    ],
)
def test_what_is_made_is_kept_out_of_version_control(tmp_path: Path, path: str, ignored: bool) -> None:
    shutil.copy(ROOT / ".gitignore", tmp_path)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    asked = subprocess.run(["git", "check-ignore", "--quiet", path], cwd=tmp_path, check=False)
    assert (asked.returncode == 0) is ignored
