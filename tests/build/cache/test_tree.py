"""What a folder holds is told to the last byte, or not at all."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary_publish.build.cache import tree
from glossary_publish.build.cache.tree import Unusual, data_of, files_in, summed


def test_every_file_and_folder_is_told_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "folder/below/deep").mkdir(parents=True)
    (tmp_path / "folder/one").write_bytes(b"1")
    (tmp_path / "folder/below/.hidden").write_bytes(b"2")
    (tmp_path / "beside").write_bytes(b"3")
    assert dict(files_in(tmp_path, "folder")) == {
        "folder/one": b"1",
        "folder/below/": b"",
        "folder/below/.hidden": b"2",
        "folder/below/deep/": b"",
    }
    assert dict(files_in(tmp_path, "nowhere")) == {}


def link(folder: Path) -> None:
    (folder / "link").symlink_to(folder.parent / "other")


def link_to_a_folder(folder: Path) -> None:
    (folder / "link").symlink_to(folder.parent)


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe")


@pytest.mark.parametrize("put", [link, link_to_a_folder, pipe])
def test_what_no_glossary_needs_is_unusual(tmp_path: Path, put: Callable[[Path], None]) -> None:
    (tmp_path / "other").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    put(tmp_path / "folder")
    with pytest.raises(Unusual):
        dict(files_in(tmp_path, "folder"))


def test_a_file_that_is_too_large_to_be_read_is_unusual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/one").write_bytes(b"12345")
    monkeypatch.setattr(tree, "LARGEST_FILE", 4)
    with pytest.raises(Unusual):
        dict(files_in(tmp_path, "folder"))
    assert data_of(tmp_path / "folder/one") == b"12345"


def test_a_file_that_is_not_there_is_unusual(tmp_path: Path) -> None:
    with pytest.raises(Unusual):
        data_of(tmp_path / "nothing")


def test_a_sum_depends_on_names_and_contents_and_not_on_their_order() -> None:
    assert summed({"a": "1", "b": "2"}) == summed({"b": "2", "a": "1"})
    sums = {
        summed(files)
        for files in ({"a": "1", "b": "2"}, {"a": "2", "b": "1"}, {"a": "1"}, {"a": "1", "c": "2"})
    }
    assert len(sums) == 4
