"""What a project keeps between two builds is whole or not there, and never in the way."""

from collections.abc import Callable
from pathlib import Path

import pytest

from glossary_publish.build.cache.shelf import FOLDER, Shelf


def test_what_is_kept_comes_back_to_the_same_tools_alone(tmp_path: Path) -> None:
    Shelf(tmp_path, "tools 1").put("one", b"bytes")
    assert Shelf(tmp_path, "tools 1").get("one") == b"bytes"
    assert Shelf(tmp_path, "tools 2").get("one") is None
    assert Shelf(tmp_path, "tools 1").get("two") is None


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"", lambda data: data[:-1], lambda data: data + b"x", lambda data: b"\0" + data[1:]],
)
def test_a_damaged_file_is_none(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    shelf = Shelf(tmp_path, "tools")
    shelf.put("one", b"bytes")
    file = tmp_path / FOLDER / "one"
    file.write_bytes(damage(file.read_bytes()))
    assert shelf.get("one") is None


def test_a_file_that_was_given_the_name_of_another_is_none(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "tools")
    shelf.put("one", b"bytes")
    (tmp_path / FOLDER / "one").rename(tmp_path / FOLDER / "two")
    assert shelf.get("two") is None


def test_other_programs_are_told_to_leave_the_folder_out(tmp_path: Path) -> None:
    Shelf(tmp_path, "tools").put("one", b"bytes")
    names = {path.name for path in (tmp_path / FOLDER).iterdir()}
    assert names == {"one", "CACHEDIR.TAG", ".gitignore"}
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"
    assert (
        (tmp_path / FOLDER / "CACHEDIR.TAG")
        .read_bytes()
        .startswith(b"Signature: 8a477f597d28d172789f06886806bc55")
    )


def test_nothing_is_kept_where_nothing_may_be_or_can_be(tmp_path: Path) -> None:
    Shelf(tmp_path, "tools", kept=False).put("one", b"bytes")
    assert not (tmp_path / FOLDER).exists()
    (tmp_path / FOLDER).write_text("somebody's file")
    shelf = Shelf(tmp_path, "tools")
    shelf.put("one", b"bytes")
    assert shelf.get("one") is None
    assert (tmp_path / FOLDER).read_text() == "somebody's file"


def test_what_a_killed_build_left_half_written_is_cleared(tmp_path: Path) -> None:
    Shelf(tmp_path, "tools").put("one", b"1")
    left = tmp_path / FOLDER / "two.unfinished"
    left.write_bytes(b"half")
    assert Shelf(tmp_path, "tools").get("one") == b"1"
    Shelf(tmp_path, "tools").put("three", b"3")
    assert not left.exists()
    assert Shelf(tmp_path, "tools").get("one") == b"1"


def test_what_another_build_is_writing_at_this_moment_is_left_to_that_one(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "tools")
    shelf.put("one", b"1")
    begun = tmp_path / FOLDER / "two.unfinished"
    begun.write_bytes(b"half")
    shelf.put("two", b"2")
    assert shelf.get("two") is None
    assert begun.read_bytes() == b"half"
