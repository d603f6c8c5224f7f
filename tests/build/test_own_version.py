"""What was made by another state of the program is told from what this one makes."""

from pathlib import Path

import pytest

from glossary_publish import __version__
from glossary_publish.build import own_version as module
from glossary_publish.build.own_version import hash_of, own_version


def test_in_a_checkout_the_version_has_a_hash_of_the_sources() -> None:
    assert own_version() == f"{__version__}+{hash_of(module.PACKAGE)}"


def test_an_installed_program_is_known_by_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PACKAGE", tmp_path / "site-packages" / "glossary_publish")
    assert own_version() == __version__


@pytest.mark.parametrize(
    ("name", "changes"), [("a.py", True), ("b/codes.toml", True), ("reader.css", True), ("b/a.pyc", False)]
)
def test_the_hash_changes_with_what_the_program_consists_of(tmp_path: Path, name: str, changes: bool) -> None:
    for one in ("a.py", "b/codes.toml", "reader.css", "b/a.pyc"):
        path = tmp_path / one
        path.parent.mkdir(exist_ok=True)
        path.write_text("one")
    before = hash_of(tmp_path)
    hash_of.cache_clear()
    (tmp_path / name).write_text("two")
    assert (hash_of(tmp_path) != before) is changes
    hash_of.cache_clear()
