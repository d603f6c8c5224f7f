"""A disk that fails, an output folder that is none, a manifest that is damaged: old files stay, and the path is named."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glossary_publish.build.manifest import SHARED, key_of, load_manifest, shard_of
from glossary_publish.diagnostics import Report
from tests.bad_inputs.project import (
    ARTICLES,
    GOOD,
    Project,
    expect_calm,
    expect_kept,
    files_of,
    sample,
)

EPUBS = ("--format", "epub")
SMALL_FILES = ("sh", "-c", 'ulimit -f 4; exec "$@"', "sh")  # blocks of 512 bytes: no ebook is that small


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = sample(tmp_path_factory.mktemp("disk") / "project")
    ended = project.build(*EPUBS)
    assert ended.code == 0, ended.errors
    return project


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    """A project that was built, and whose articles were changed since."""
    project = built.copy(tmp_path / "project")
    for slug in GOOD:
        project.edit(f"{ARTICLES}/{slug}.md", "Another item", "A changed item")
    return project


def mounted(folder: Path, *options: str) -> bool:
    """Whether something could be mounted there; only root can."""
    command = ["mount", *options, str(folder)]
    return os.geteuid() == 0 and subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.fixture
def disk(project: Project) -> Iterator[Callable[[int], tuple[str, ...]]]:
    """Fills the disk of the finished files up to some free KiB, and tells what to wrap the build in.

    Where nothing can be mounted, a limit on the size of files makes every write fail instead.
    """
    old = files_of(project.dist)
    on_disk = mounted(project.dist, "-t", "tmpfs", "-o", "size=8m", "none")
    for name, data in old.items():
        project.write(f"dist/{name}", data)

    def fill(free: int) -> tuple[str, ...]:
        if not on_disk:
            return SMALL_FILES
        status = os.statvfs(project.dist)
        size = (status.f_blocks - status.f_bfree) * status.f_frsize // 1024 + free
        assert mounted(project.dist, "-o", f"remount,size={size}k")
        return ()

    yield fill
    if on_disk:
        subprocess.run(["umount", project.dist], check=True)


@pytest.mark.parametrize("free", [0, 4, 8])
def test_a_full_disk_is_told_with_the_path_and_old_files_stay(
    project: Project, disk: Callable[[int], tuple[str, ...]], free: int
) -> None:
    before = files_of(project.dist)
    ended = project.build(*EPUBS, wrapped=disk(free))
    expect_calm(ended)
    assert ended.code == 3
    assert {one.code for one in ended.errors} == {"cannot-write"}
    assert all(str(project.dist) in one.message and "free some space" in one.help for one in ended.errors)
    told = {Path(one.place).name for one in ended.errors}
    after = files_of(project.dist)
    assert after.keys() == before.keys()
    assert {name for name in before if Path(name).name in told and after[name] != before[name]} == set()


def test_files_that_may_not_grow_are_told_with_the_path_and_old_files_stay(project: Project) -> None:
    before = files_of(project.dist)
    ended = project.build(*EPUBS, wrapped=SMALL_FILES)
    expect_calm(ended)
    assert ended.code == 3
    assert {one.code for one in ended.errors} == {"cannot-write"}
    assert files_of(project.dist) == before


def test_a_read_only_output_folder_is_told_and_stays_as_it_is(project: Project) -> None:
    before = files_of(project.dist)
    bound = mounted(project.dist, "--bind", str(project.dist))
    if bound:
        assert mounted(project.dist, "-o", "remount,ro,bind")
    for folder in (project.dist, *(project.dist / slug for slug in GOOD)):
        if not bound:
            folder.chmod(0o555)
    try:
        ended = project.build(*EPUBS)
    finally:
        if bound:
            subprocess.run(["umount", project.dist], check=True)
        for folder in (project.dist, *(project.dist / slug for slug in GOOD)):
            folder.chmod(0o755)
    expect_calm(ended)
    assert ended.code == 3
    assert all(one.code == "cannot-write" and str(project.dist) in one.message for one in ended.errors)
    assert files_of(project.dist) == before


def test_a_file_where_the_output_folder_should_be_is_told_and_kept(project: Project) -> None:
    project.remove("dist")
    project.write("dist", "somebody's")
    ended = project.build(*EPUBS)
    expect_calm(ended)
    assert ([one.code for one in ended.errors], ended.code) == (["cannot-write"], 3)
    assert project.text("dist") == "somebody's"


def test_a_link_out_of_the_output_folder_is_not_followed(project: Project, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / ".a.gpub-unfinished").write_text("somebody's")
    project.remove("dist/second")
    (project.dist / "second").symlink_to(outside)
    ended = project.build(*EPUBS)
    expect_calm(ended)
    assert ([one.code for one in ended.errors], ended.code) == (["output-outside-folder"], 3)
    assert files_of(outside) == {".a.gpub-unfinished": b"somebody's"}
    assert "dist/first/first.epub" in ended.output


@pytest.mark.parametrize("path", ["second", "second/second.epub"])
def test_what_stands_in_the_way_of_one_file_stops_no_other(project: Project, path: str) -> None:
    project.remove(f"dist/{path}")
    if path == "second":
        project.write("dist/second", "somebody's")
    else:
        (project.dist / path / "inside").mkdir(parents=True)
    ended = project.build(*EPUBS)
    expect_calm(ended)
    assert ([one.code for one in ended.errors], ended.code) == (["cannot-write"], 3)
    assert "dist/first/first.epub" in ended.output


MANIFESTS = {
    "nothing": b"",
    "the first half": b'{"schema": "glossary-publish/manifest/1", "editions": [{"pa',
    "no text": b"\xff\xfe\x00",
    "a list": b"[]",
    "a number": b"1e999",
    "another schema": b'{"schema": "glossary-publish/manifest/99", "editions": []}',
    "no editions": b'{"schema": "glossary-publish/manifest/1"}',
    "editions that are none": b'{"schema": "glossary-publish/manifest/1", "editions": [1, null]}',
    "an edition of another version": b'{"schema": "glossary-publish/manifest/1", "editions": [{"path": "a.pdf"}]}',
    "100,000 brackets": b"[" * 100_000,
}


def a_row(root: Path, **values: object) -> None:
    """A shard with one edition, with some values changed."""
    keys = "path sha256 slug layout paper language format version code source_hash valid_until fingerprint".split()
    row = {**dict.fromkeys(keys, ""), "reads": {}, "shared": key_of({}), "tools": key_of({}), **values}
    (root / SHARED).mkdir(parents=True, exist_ok=True)
    (root / SHARED / f"{key_of({})}.json").write_text("{}")
    document = {"schema": "glossary-publish/manifest/2", "editions": [row]}
    (root / shard_of("a")).write_text(json.dumps(document))


@pytest.mark.parametrize("data", MANIFESTS.values(), ids=MANIFESTS.keys())
def test_a_damaged_manifest_counts_as_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(data)
    report = Report()
    assert load_manifest(tmp_path, report) == {}
    assert [(found.code, bool(found.help)) for found in report] == [("damaged-manifest", True)]


@pytest.mark.parametrize(
    "values",
    [
        {"path": 3},
        {"reads": "a"},
        {"tools": {"python": "3"}},
        {"shared": "absent"},
        {"told": [3]},
        {"slug": {}},
    ],
)
def test_a_manifest_with_values_of_another_kind_counts_as_none(
    tmp_path: Path, values: dict[str, object]
) -> None:
    a_row(tmp_path)
    assert len(load_manifest(tmp_path, Report())) == 1
    a_row(tmp_path, **values)
    report = Report()
    assert load_manifest(tmp_path, report) == {}
    assert [found.code for found in report] == ["damaged-manifest"]


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def brackets(path: Path) -> None:
    path.write_bytes(b"[" * 100_000)


@pytest.mark.parametrize("make", [a_pipe, brackets])
def test_a_damaged_manifest_is_a_warning_and_is_made_anew_and_a_file_is_kept_beside_it(
    built: Project, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    before = files_of(built.dist)
    project = built.copy(tmp_path / "project")
    project.remove("dist/manifest.json")
    make(project.dist / "manifest.json")
    damaged = files_of(project.dist).get("manifest.json")
    ended = project.build(*EPUBS)
    expect_calm(ended)
    assert ended.code == 0
    assert [one.code for one in ended.told].count("damaged-manifest") == 1
    after = files_of(project.dist)
    assert after.pop("manifest.json.damaged", None) == damaged
    assert after == before


def test_an_article_that_is_gone_is_told_where_others_name_it(built: Project, tmp_path: Path) -> None:
    project = built.copy(tmp_path / "project")
    before = files_of(project.dist)
    place = project.edit(f"{ARTICLES}/first.md", "key_points:", "related:\n  - ▶second\nkey_points:")
    assert project.build(*EPUBS, "--out", "elsewhere").code == 0
    project.remove(f"{ARTICLES}/second.md")
    project.write(
        f"{ARTICLES}/third.md", project.text(f"{ARTICLES}/first.md").replace("  - second", "  - first")
    )
    ended = project.build(*EPUBS)
    expect_calm(ended)
    assert [(one.code, one.place) for one in ended.errors] == [("missing-related-article", place)]
    assert ended.code == 1
    expect_kept(before, project.dist, "first")
    assert not (project.dist / "second").exists()
    assert "dist/third/third.epub" in ended.output


def test_all_references_at_once_can_be_beyond_reading(built: Project, tmp_path: Path) -> None:
    for number, (code, text, place) in enumerate(REFERENCES):
        project = built.copy(tmp_path / str(number))
        before = files_of(project.dist)
        project.write("content/references.yaml", text)
        project.edit(f"{ARTICLES}/first.md", " [@bordin1979]", "")
        ended = project.build(*EPUBS)
        expect_calm(ended)
        told = [(one.code, one.place) for one in ended.errors if one.code != "unusable-reference"]
        assert told == [(code, f"content/references.yaml:{place}")]
        assert ended.code == 1
        assert "dist/first/first.epub" in ended.output
        expect_kept(before, project.dist, "second")


REFERENCES = (
    ("yaml-anchor", "references: &a\n  - *a\n", "1:13"),
    ("yaml-too-deep", f"references: {'[' * 5000}{']' * 5000}\n", "1:25"),
    ("references-not-listed", "references: NaN\n", "1:1"),
)


def test_a_glossary_without_a_crisis_notice_makes_nothing(built: Project, tmp_path: Path) -> None:
    project = built.copy(tmp_path / "project")
    before = files_of(project.dist)
    project.remove("content/boilerplate/trial-crisis.en.md")
    ended = project.build()
    expect_calm(ended)
    assert [(one.code, one.place) for one in ended.errors] == [
        ("no-boilerplate-for-role", f"{ARTICLES}/{slug}.md") for slug in GOOD
    ]
    assert ended.code == 1
    assert files_of(project.dist) == before


def test_two_crisis_notices_that_are_as_good_as_each_other_make_nothing(
    built: Project, tmp_path: Path
) -> None:
    project = built.copy(tmp_path / "project")
    text = project.text("content/boilerplate/trial-crisis.en.md").replace(
        "id: trial-crisis", "id: other-crisis"
    )
    project.write("content/boilerplate/other-crisis.en.md", text)
    ended = project.build()
    expect_calm(ended)
    assert [one.code for one in ended.errors] == ["ambiguous-boilerplate"] * len(GOOD)
    assert ended.code == 1
