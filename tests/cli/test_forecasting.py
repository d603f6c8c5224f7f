"""`build --plan` and `build --why`, from outside."""

import json

from tests.cli.conftest import Project


def words(project: Project, *options: str) -> list[str]:
    ended = project.run("build", *options)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()


def test_a_plan_says_what_would_be_made_kept_and_removed_and_why_and_writes_nothing(
    copy_of_built: Project,
) -> None:
    project = copy_of_built
    (project.root / "dist/trial/trial.epub").unlink()
    settings = project.root / "content/glossary.toml"
    before = project.files
    assert words(project, "--plan") == [
        "keep    trial/trial.pdf",
        "make    trial/trial.epub: trial/trial.epub is not there",
        "keep    trial/trial.docx",
    ]
    settings.write_text(settings.read_text("utf-8").replace('"handout", ', ""), "utf-8")
    assert words(project, "--plan")[-1] == (
        "remove  trial/trial.pdf: no row of [[editions]] names it any more"
    )
    assert words(project, "--plan", "--force")[0].endswith("it was asked to be made again")
    assert project.files == before


def test_a_plan_is_data_too(copy_of_built: Project) -> None:
    document = json.loads(copy_of_built.run("build", "--plan", "--json").stdout)
    assert document["schema"] == "glossary-publish/plan/1"
    assert {step["act"] for step in document["steps"]} == {"keep"}
    assert {step["path"] for step in document["steps"]} == {
        f"trial/trial.{suffix}" for suffix in ("pdf", "epub", "docx")
    }


def test_why_a_file_is_stale_or_current_is_said_in_full(copy_of_built: Project) -> None:
    project, file = copy_of_built, "dist/trial/trial.pdf"
    assert words(project, "--why", file) == ["trial/trial.pdf is current"]
    for name in ("content/glossary.toml", "content/articles/trial.md"):
        path = project.root / name
        path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert words(project, "--why", file) == [
        "make trial/trial.pdf:",
        "  content/articles/trial.md has changed",
        "  content/glossary.toml has changed",
    ]
    assert words(project, "--why", "trial/trial.pdf")[0] == "make trial/trial.pdf:"


def test_asking_about_a_file_that_is_no_edition_is_wrong_usage(copy_of_built: Project) -> None:
    ended = copy_of_built.run("build", "--why", "dist/other.pdf")
    assert (ended.returncode, "no edition is dist/other.pdf" in ended.stderr) == (2, True)
