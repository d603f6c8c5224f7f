"""`init`: a glossary that is whole at once, and nothing of its user's is touched."""

import json
import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.cli.conftest import files_of
from tests.support.command import TODAY, run
from tests.support.house.sources import ROOT

BOILERPLATE = ("crisis-us.en.md", "medical-disclaimer.en.md")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a glossary was begun."""
    folder = tmp_path_factory.mktemp("begun")
    ended = run("init", "--as-of", TODAY, folder=folder)
    assert ended.returncode == 0, ended.stderr
    assert sorted(ended.stdout.split()) == sorted(files_of(folder))
    return folder


def test_a_new_glossary_checks_clean(begun: Path) -> None:
    ended = run("check", "--as-of", TODAY, folder=begun)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "nothing to mend\n")


def test_a_new_glossary_is_built_and_verified_at_once(begun: Path) -> None:
    built = run("build", "--as-of", TODAY, folder=begun)
    assert (built.returncode, built.stderr) == (0, "6 of 6 editions made and proven\n")
    verified = run("verify", "--as-of", TODAY, folder=begun)
    assert verified.returncode == 0
    assert [line.split()[0] for line in verified.stdout.splitlines()] == [
        "current"
    ] * 7  # the page to find them, too


def test_title_publisher_and_paper_are_taken_as_they_are_said(tmp_path: Path) -> None:
    title = 'Wörter "für" alle: # eins \\ {{ zwei }}'
    ended = run("init", "new", "--title", title, "--paper", "a4", "--as-of", TODAY, folder=tmp_path)
    assert ended.returncode == 0, ended.stderr
    text = (tmp_path / "new/content/glossary.toml").read_text("utf-8")
    assert f"title = {json.dumps(title, ensure_ascii=False)}\n" in text
    assert 'paper = "a4"\n' in text


def test_a_folder_with_a_glossary_is_refused_and_stays_as_it_is(begun: Path) -> None:
    before = files_of(begun)
    ended = run("init", folder=begun)
    assert ended.returncode == 2
    assert "error[already-there]" in ended.stderr
    assert files_of(begun) == before


def test_files_of_the_user_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Mine\n")
    ended = run("init", "--as-of", TODAY, folder=tmp_path)
    assert ended.returncode == 0
    assert "README.md was there, and stays as it is" in ended.stderr
    assert (tmp_path / "README.md").read_text() == "Mine\n"
    assert "README.md" not in ended.stdout.split()


def test_content_of_the_user_is_not_mixed_with_that_of_the_tool(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/kinds.toml").write_text("# mine\n")
    ended = run("init", folder=tmp_path)
    assert ended.returncode == 2
    assert "error[already-there]: content/kinds.toml is there already" in ended.stderr
    assert files_of(tmp_path) == {"content/kinds.toml": b"# mine\n"}


def test_what_was_interrupted_can_be_begun_again(begun: Path, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/kinds.toml").write_bytes((begun / "content/kinds.toml").read_bytes())
    assert run("init", "--as-of", TODAY, folder=tmp_path).returncode == 0


def test_a_paper_that_no_layout_has_writes_nothing(tmp_path: Path) -> None:
    ended = run("init", "new", "--paper", "a3", folder=tmp_path)
    assert ended.returncode == 2
    assert "error[wrong-setting]: paper is 'a3', which no layout has" in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    ended = run("init", "taken", folder=tmp_path)
    assert ended.returncode == 3
    assert ended.stderr.count("error[") == 1
    assert "error[cannot-write]" in ended.stderr
    assert files_of(tmp_path) == {"taken": b"a file"}


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "new/content").symlink_to(tmp_path / "outside")
    ended = run("init", "new", folder=tmp_path)
    assert ended.returncode in (1, 2, 3)
    assert "error[" in ended.stderr
    assert files_of(tmp_path / "outside") == {}


def test_boilerplate_and_kinds_are_those_of_the_sample_glossary(begun: Path) -> None:
    for name in ("kinds.toml", *(f"boilerplate/{name}" for name in BOILERPLATE)):
        assert (begun / "content" / name).read_bytes() == (ROOT / "content" / name).read_bytes()


def test_the_problem_matcher_reads_each_line_of_a_concise_check(begun: Path) -> None:
    article = begun / "content/articles/therapeutic-alliance.md"
    text = article.read_text("utf-8")
    article.write_text(text.replace("[@bordin1979]", "[@nobody1900]"), "utf-8")
    (begun / "content/clinics/empty").mkdir(parents=True)
    ended = run("check", "--output-format", "concise", folder=begun)
    (begun / "content/clinics/empty").rmdir()
    article.write_text(text, "utf-8")
    check, _ = json.loads((begun / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    patterns = [matcher["pattern"] for matcher in check["problemMatcher"]]
    read = []
    for line in ended.stdout.splitlines():
        (found,) = [(pattern, match) for pattern in patterns if (match := re.search(pattern["regexp"], line))]
        pattern, match = found
        read.append((match[pattern["file"]], match[pattern["severity"]], match[pattern["code"]]))
        assert ("line" in pattern) == (pattern.get("kind") != "file")
    assert ("content/articles/therapeutic-alliance.md", "error", "missing-reference") in read
    assert ("content/clinics/empty/clinic.toml", "error", "clinic-without-file") in read
    assert [check["command"], *check["args"]] == "glossary-publish check --output-format concise".split()


def test_the_job_of_the_glossary_checks_builds_and_verifies(begun: Path) -> None:
    job = (begun / ".github/workflows/glossary.yml").read_text("utf-8")
    (steps,) = [one["steps"] for one in YAML(typ="safe").load(job)["jobs"].values()]
    assert all(step.keys() & {"run", "uses"} for step in steps)
    runs = re.findall(r"- run: glossary-publish (\w+)", job)
    assert runs == ["check", "build", "verify"]
    for line in (ROOT / "packages.debian").read_text("utf-8").split("# test")[0].splitlines()[1:]:
        assert line.split()[0] in job
