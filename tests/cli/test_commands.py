"""`check`, `verify`, `layouts`, `schema` and `doctor`, from outside."""

import json
import zipfile
from pathlib import Path

from tests.cli.conftest import ARTICLE, Project


def test_a_good_glossary_passes_the_check(project: Project) -> None:
    ended = project.run("check")
    assert ended.returncode == 0
    assert "error" not in ended.stdout


def test_a_finding_stands_on_the_output_with_its_line_and_ends_with_1(project: Project) -> None:
    project.edit(ARTICLE, "[@bordin1979]", "[@nobody1900]")
    ended = project.run("check", "--output-format", "concise")
    assert ended.returncode == 1
    line = next(line for line in ended.stdout.splitlines() if "nobody1900" in line)
    assert line.startswith(f"{ARTICLE}:17:")
    assert "1 error" in ended.stderr


def test_the_check_of_a_path_tells_only_of_that_path(project: Project) -> None:
    project.add("second")
    project.edit(ARTICLE, "[@bordin1979]", "[@nobody1900]")
    assert project.run("check", "content/articles/second.md").returncode == 0
    assert project.run("check", "content/articles").returncode == 1
    missing = project.run("check", "content/articles/third.md")
    assert missing.returncode == 2
    assert "error[nothing-matched]" in missing.stderr


def test_the_forms_of_output_are_for_programs_too(project: Project) -> None:
    project.edit(ARTICLE, "[@bordin1979]", "[@nobody1900]")
    document = json.loads(project.run("check", "--output-format", "json").stdout)
    assert any("nobody1900" in found["message"] for found in document["diagnostics"])
    assert f"::error file={ARTICLE},line=17," in project.run("check", "--output-format", "github").stdout


def test_what_was_built_is_current(built: Project) -> None:
    ended = built.run("verify")
    assert ended.returncode == 0, ended.stdout
    assert [line.split()[0] for line in ended.stdout.splitlines()] == [
        "current"
    ] * 4  # three editions and the page


def test_an_article_that_was_changed_makes_its_files_stale(copy_of_built: Project) -> None:
    copy_of_built.edit(ARTICLE, "Another item", "A changed item")
    ended = copy_of_built.run("verify", "dist/trial/trial.pdf")
    assert ended.returncode == 1
    assert ended.stdout.startswith("stale")
    assert f"{ARTICLE} has changed" in ended.stdout


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    """Change the words of an ebook with none of the tool's own code."""
    with zipfile.ZipFile(path) as archive:
        files = [(entry, archive.read(entry)) for entry in archive.infolist()]
    assert any(old in data for _, data in files)
    with zipfile.ZipFile(path, "w") as archive:
        for entry, data in files:
            archive.writestr(entry, data.replace(old, new), entry.compress_type)


def test_a_word_changed_in_an_ebook_is_found_and_its_part_named(copy_of_built: Project) -> None:
    rewrite(copy_of_built.root / "dist/trial/trial.epub", b"Another item", b"Another thing")
    ended = copy_of_built.run("verify", "--json")
    assert ended.returncode == 1
    (altered,) = [row for row in json.loads(ended.stdout)["files"] if row["status"] == "altered"]
    assert altered["path"].endswith("trial.epub")
    assert "body" in {found["part"] for found in altered["diagnostics"]}


def test_a_changed_disclaimer_ends_with_4(copy_of_built: Project) -> None:
    rewrite(copy_of_built.root / "dist/trial/trial.epub", b"It gives no advice", b"It gives advice")
    ended = copy_of_built.run("verify", "dist/trial/trial.epub")
    assert ended.returncode == 4
    assert "part disclaimer" in ended.stderr


def test_a_file_of_somebody_else_is_not_ours(copy_of_built: Project) -> None:
    (copy_of_built.root / "dist/other.epub").write_bytes(b"PK not a zip")
    ended = copy_of_built.run("verify", "dist/other.epub")
    assert ended.returncode == 1
    assert ended.stdout.startswith("not ours")


def test_verifying_nothing_is_wrong_usage(project: Project) -> None:
    ended = project.run("verify")
    assert ended.returncode == 2
    assert "error[nothing-matched]" in ended.stderr


def test_layouts_are_listed_with_format_and_papers(project: Project) -> None:
    lines = [" ".join(line.split()) for line in project.run("layouts").stdout.splitlines()]
    assert "ebook Ebook: epub" in lines
    assert "handout Handout: pdf on letter, a4" in lines
    assert "large-print-uk Large print (UKAAF): pdf on letter, a4" in lines


def test_the_schema_of_the_front_matter_is_a_json_schema(project: Project) -> None:
    schema = json.loads(project.run("schema").stdout)
    assert "title" in schema["properties"]
    assert "title" in schema["required"]


def test_the_doctor_makes_and_proves_every_format(tmp_path: Path) -> None:
    ended = Project(tmp_path).run("doctor")
    assert ended.returncode == 0, ended.stderr
    lines = {line.split()[0]: line for line in ended.stdout.splitlines()}
    for format, tool in (
        ("pdf", "weasyprint 70.0"),
        ("epub", "ebooklib 0.20"),
        ("docx", "python-docx 1.2.0"),
    ):
        assert "made and proven" in lines[format]
        assert tool in lines[format]
    assert list(tmp_path.iterdir()) == []
