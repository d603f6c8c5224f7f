"""The editions of withdrawn articles leave the output folder, and nothing else does."""

from dataclasses import replace
from pathlib import Path

import pytest

from glossary_publish.build.manifest import Entry
from glossary_publish.build.withdrawing import withdraw
from glossary_publish.diagnostics import Report
from glossary_publish.publication import sha256

GONE = {("alpha", "en")}


def entry(path: str, slug: str = "alpha", language: str = "en") -> Entry:
    """An entry of a manifest; its file holds its path."""
    digest = sha256(path.encode())
    return Entry(
        path=path,
        sha256=digest,
        slug=slug,
        layout="handout",
        paper="letter",
        language=language,
        format="pdf",
        version="1.0",
        code="T-222222",
        source_hash="00",
        valid_until="",
        fingerprint="00",
        reads={},
        tools={},
    )


def folder(root: Path, *paths: str) -> None:
    """Files that hold their own paths."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path)


def test_files_of_withdrawn_articles_go_and_those_of_others_stay(tmp_path: Path) -> None:
    entries = [
        entry("alpha/alpha.pdf"),
        entry("alpha/alpha_es.pdf", language="es"),
        entry("beta/beta.pdf", "beta"),
    ]
    folder(tmp_path, *(one.path for one in entries), "alpha/somebody's.txt")
    manifest, report = {one.path: one for one in entries}, Report()
    assert withdraw(tmp_path, manifest, GONE, report) == [entries[0]]
    assert sorted(manifest) == ["alpha/alpha_es.pdf", "beta/beta.pdf"]
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert left == ["alpha/alpha_es.pdf", "alpha/somebody's.txt", "beta/beta.pdf"]
    assert list(report) == []


def test_a_folder_that_is_left_empty_goes_too(tmp_path: Path) -> None:
    folder(tmp_path, "alpha/alpha.pdf")
    withdraw(tmp_path, {"alpha/alpha.pdf": entry("alpha/alpha.pdf")}, GONE, Report())
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_gone_already_is_nothing_to_tell(tmp_path: Path) -> None:
    report = Report()
    assert withdraw(tmp_path, {"alpha/alpha.pdf": entry("alpha/alpha.pdf")}, GONE, report) == []
    assert list(report) == []


def test_a_file_that_somebody_has_changed_stays_and_is_an_error(tmp_path: Path) -> None:
    folder(tmp_path, "alpha/alpha.pdf")
    changed = replace(entry("alpha/alpha.pdf"), sha256="00")
    manifest, report = {changed.path: changed}, Report()
    assert withdraw(tmp_path, manifest, GONE, report) == []
    assert [(found.code, bool(found.help)) for found in report] == [("withdrawn-file-changed", True)]
    assert (tmp_path / "alpha/alpha.pdf").exists()
    assert list(manifest) == [changed.path]


@pytest.mark.parametrize("path", ["../home/letter.pdf", "link/letter.pdf"])
def test_no_path_of_a_manifest_leads_out_of_its_folder(tmp_path: Path, path: str) -> None:
    root, home = tmp_path / "dist", tmp_path / "home"
    folder(home, "letter.pdf")
    root.mkdir()
    (root / "link").symlink_to(home)
    for name in (path, str(home / "letter.pdf")):
        listed = replace(entry(name), sha256=sha256(b"letter.pdf"))
        report = Report()
        assert withdraw(root, {name: listed}, GONE, report) == []
        assert report.failed
    assert (home / "letter.pdf").exists()


def test_a_link_is_no_file_that_was_made(tmp_path: Path) -> None:
    folder(tmp_path, "alpha/original.pdf")
    (tmp_path / "alpha/alpha.pdf").symlink_to(tmp_path / "alpha/original.pdf")
    listed = replace(entry("alpha/alpha.pdf"), sha256=sha256(b"alpha/original.pdf"))
    assert withdraw(tmp_path, {listed.path: listed}, GONE, Report()) == []
    assert (tmp_path / "alpha/alpha.pdf").is_symlink()
