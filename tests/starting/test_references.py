"""`new reference`: each source once, at the end of the file, and nothing that was there is changed."""

import io
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from glossary_publish.cli.main import main
from glossary_publish.starting.appending import existing, with_references
from tests.cli.conftest import Project, files_of, project
from tests.starting.bibliographies.samples import BIBTEX, CSL, NBIB, RIS

__all__ = ["project"]
REFERENCES = "content/references.yaml"


def take(project: Project, text: str, *more: str) -> tuple[int, str, str]:
    (project.root.parent / "refs.txt").write_text(text, "utf-8")
    return called(project, "--from", "../refs.txt", *more)


def called(project: Project, *arguments: str) -> tuple[int, str, str]:
    """The exit code of `new reference` in the project, and what it printed."""
    out, err = io.StringIO(), io.StringIO()
    with chdir(project.root), redirect_stdout(out), redirect_stderr(err):
        code = main(["new", "reference", *arguments])
    return code, out.getvalue(), err.getvalue()


@pytest.mark.parametrize("text", [BIBTEX, RIS, NBIB, CSL])
def test_references_are_added_once_at_the_end_and_what_lacks_a_kind_is_listed(
    project: Project, text: str
) -> None:
    file = project.root / REFERENCES
    before = file.read_bytes()
    code, told, notes = take(project, text)
    assert code == 0, notes
    added = [line.split()[1] for line in told.splitlines() if line.startswith("added")]
    assert len(added) == 2
    assert [line for line in told.splitlines() if "needs" in line] == [f"{key} needs kind" for key in added]
    assert file.read_bytes().startswith(before)
    changed = file.read_bytes()
    assert take(project, text)[1].count("was there already") == 2
    assert file.read_bytes() == changed


def test_with_a_kind_nothing_is_left_to_do_and_they_can_be_cited(project: Project) -> None:
    code, told, _ = take(project, BIBTEX, "--kind", "foundational-text")
    assert (code, told) == (0, "added fluckiger2018\nadded who2020\n")
    project.edit("content/articles/trial.md", "[@bordin1979]", "[@bordin1979; @fluckiger2018; @who2020]")
    ended = project.run("check")
    assert ended.returncode == 0, ended.stdout


def test_an_entry_without_a_kind_is_told_by_the_check(project: Project) -> None:
    take(project, NBIB)
    ended = project.run("check", "--output-format", "concise")
    assert ended.returncode == 1
    assert "error[missing-reference-field] the reference 'fluckiger2018' has no kind" in ended.stdout


def test_the_same_work_under_another_key_is_not_added_and_another_work_under_the_same_key_is(
    project: Project,
) -> None:
    take(project, BIBTEX)
    again = BIBTEX.replace("fluckiger2018", "other").replace("10.1037/pst0000172", "10.1037/PST0000172")
    told = take(project, again)[1].splitlines()
    assert told[:2] == ["other was there already as fluckiger2018", "who2020 was there already"]
    other = "@book{who2020, title = {Another}, year = 2021}"
    assert take(project, other)[1].splitlines()[0] == "added who2020b"
    twice = "@book{a1, title = {T}, doi = {10.1000/a}}\n@book{a2, title = {U}, doi = {10.1000/A}}"
    assert take(project, twice)[1].splitlines()[:2] == ["added a1", "a2 was there already as a1"]


BAD = {
    "a DOI that is none": ("@book{a,\n title = {x}, doi = {none}}", "malformed-doi", ":1:1"),
    "an address that is none": ("\n@book{a, title = {x}, url = {www}}", "malformed-address", ":2:1"),
    "a month that is none": ("@book{a, title = {x}, year = 2000, month = 13}", "malformed-date", ":1:1"),
    "a PMID that is none": ("PMID- x\nTI  - y\n", "malformed-identifier", ":1:1"),
    "a name that is none": ('[{"id": "a", "author": "me"}]', "malformed-name", ":1:2"),
    "a title that is a table": ('[{"id": "a", "title": {}}]', "malformed-reference-field", ":1:2"),
    "a type that is none": ('[{"id": "a", "type": "buch"}]', "unknown-source-type", ":1:2"),
    "a letter that nobody can read": ('[{"id": "a", "title": "a\\u0007"}]', "unreadable-reference", ":1:2"),
    "a tag of HTML": ('[{"id": "a", "title": "a <script>"}]', "html-in-reference", ":1:2"),
    "no reference": ("words", "unreadable-bibliography", ":1:1"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_taken_is_told_once_and_nothing_is_added(project: Project, name: str) -> None:
    text, code, place = BAD[name]
    before = files_of(project.root)
    ended, told, said = take(project, text)
    assert (ended, told) == (1, "")
    assert said.count("error[") == 1
    assert f"error[{code}]" in said
    assert f"--> ../refs.txt{place}\n" in said
    assert "help:" in said
    assert files_of(project.root) == before


@pytest.mark.parametrize(
    ("arguments", "exit_code", "words"),
    [
        (["--from", "none.bib"], 2, "error[no-such-file]"),
        (["--from", "content"], 1, "error[not-a-file]"),
        (["--from", "content/glossary.toml"], 1, "error[unreadable-bibliography]"),
        (["--from", "../refs.txt", "--kind", "gossip"], 2, "error[unknown-kind]"),
        ([], 2, "Missing option '--from'"),
    ],
)
def test_wrong_usage_is_told(project: Project, arguments: list[str], exit_code: int, words: str) -> None:
    (project.root.parent / "refs.txt").write_text(BIBTEX, "utf-8")
    before = files_of(project.root)
    code, _, said = called(project, *arguments)
    assert (code, words in said) == (exit_code, True), said
    assert files_of(project.root) == before


def test_a_file_with_faults_of_its_own_is_left_alone(project: Project) -> None:
    file = project.root / REFERENCES
    file.write_text(file.read_text("utf-8") + "  - id: [\n", "utf-8")
    before = files_of(project.root)
    code, _, said = take(project, BIBTEX)
    assert code == 1
    assert REFERENCES in said
    assert files_of(project.root) == before


NEW = [{"id": "a1", "type": "book", "title": "x: y # z", "issued": {"date-parts": [["2000"]]}}]
OLD = [
    b"references:\n- id: o\n  title: p\n",
    b"references:\r\n  - id: o\r\n    title: p",
    b"# c\nreferences:\n    - id: o\n# end",
]


@pytest.mark.parametrize("old", OLD)
def test_every_byte_that_was_there_stays(old: bytes) -> None:
    changed = with_references(old, NEW, "en")
    assert changed.startswith(old)
    assert existing(changed, "en")[-1] == NEW[0]
    assert (b"\r" in changed) == (b"\r" in old)


@pytest.mark.parametrize(
    "old", [b"", b"references: []\n", b"references:\n", b"# c\nreferences: []  # none yet\n"]
)
def test_a_list_without_entries_is_begun(old: bytes) -> None:
    changed = with_references(old, NEW, "en")
    assert existing(changed, "en") == NEW
    assert (b"# none yet" in changed) == (b"# none yet" in old)


def test_a_list_in_brackets_is_refused(project: Project) -> None:
    (project.root / REFERENCES).write_text("references: [{id: o, title: p}]\n")
    code, _, said = take(project, BIBTEX)
    assert code == 2
    assert "error[references-not-editable]" in said


def test_a_glossary_without_the_file_gets_one(project: Project) -> None:
    (project.root / REFERENCES).unlink()
    assert take(project, BIBTEX)[0] == 0
    assert Path(project.root / REFERENCES).read_text("utf-8").startswith("# Sources, once for all articles")
