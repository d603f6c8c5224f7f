"""The same sources give the same bytes, whatever the machine, the folder, the day and the user's settings are."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support.command import TODAY, command
from tests.support.house.sources import ROOT
from tests.support.listed import is_list

SLUG = "therapeutic-alliance"


@dataclass(frozen=True)
class Circumstances:
    """Under which a build is made. A variable that is empty is taken out of the environment."""

    name: str
    variables: Mapping[str, str] = field(default_factory=dict)
    options: Sequence[str] = ()
    umask: int = 0o022
    backwards: bool = False
    elsewhere: bool = False
    terminal: bool = False

    def __str__(self) -> str:
        return self.name


ASCII = {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
ONE_AT_A_TIME = (
    Circumstances("another time zone", {"TZ": "Pacific/Kiritimati"}),
    Circumstances("a locale without UTF-8", ASCII),
    Circumstances("another hash seed", {"PYTHONHASHSEED": "4242"}),
    Circumstances("no home", {"HOME": "", "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": ""}),
    Circumstances("an epoch for builds", {"SOURCE_DATE_EPOCH": "86400"}),
    Circumstances("another day", options=("--as-of", "2031-07-09")),
    Circumstances("one worker", options=("--jobs", "1")),
    Circumstances("three workers", options=("--jobs", "3")),
    Circumstances("another umask", umask=0o077),
    Circumstances("files that came in another order and are old", backwards=True),
    Circumstances("another working folder", elsewhere=True),
    Circumstances("a terminal", {"CI": "", "TERM": "xterm-256color", "COLUMNS": "40"}, terminal=True),
)
ALL_AT_ONCE = Circumstances(
    "everything else",
    {**ASCII, "TZ": "America/St_Johns", "PYTHONHASHSEED": "7", "HOME": "", "SOURCE_DATE_EPOCH": "1"},
    ("--as-of", "2024-02-29", "--jobs", "1"),
    umask=0o077,
    backwards=True,
    elsewhere=True,
)


def build(project: Path, circumstances: Circumstances, *slugs: str) -> dict[str, bytes]:
    """Build a fresh copy of the glossary; every finished file, and the manifest, by its path."""
    copy(ROOT / "content", project / "content", backwards=circumstances.backwards)
    options = ["--as-of", TODAY, *circumstances.options]
    words = command("build", *slugs, "--project", project, *options)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **circumstances.variables}
    ended = subprocess.run(
        in_a_terminal(words) if circumstances.terminal else words,
        cwd="/" if circumstances.elsewhere else project,
        env={name: value for name, value in environment.items() if value},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        umask=circumstances.umask,
        check=False,
    )
    assert ended.returncode == 0, (ended.stdout + ended.stderr).decode(errors="replace")
    folder = project / "dist"
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items()}


def in_a_terminal(words: list[str]) -> list[str]:
    """The same command with a terminal for input and output."""
    code = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
    return [sys.executable, "-c", code, *words]


def copy(source: Path, target: Path, *, backwards: bool) -> None:
    """Copy a folder; backwards, the last name comes first and every file is of the year 2001."""
    for path in sorted(source.rglob("*"), reverse=backwards):
        if path.is_file():
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
            if backwards:
                os.utime(place, (1e9, 1e9))


def different(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One article, built as anybody would."""
    return build(tmp_path_factory.mktemp("plain"), Circumstances("plain"), SLUG)


@pytest.mark.parametrize("circumstances", ONE_AT_A_TIME, ids=str)
def test_one_article_has_the_same_bytes_under(
    circumstances: Circumstances, plain: dict[str, bytes], tmp_path: Path
) -> None:
    assert len([name for name in plain if not is_list(name)]) == 4
    assert different(plain, build(tmp_path, circumstances, SLUG)) == []


def test_the_whole_glossary_has_the_same_bytes_whatever_changes(built: Path, tmp_path: Path) -> None:
    files = {
        path.relative_to(built).as_posix(): path.read_bytes() for path in built.rglob("*") if path.is_file()
    }
    assert len([name for name in files if not is_list(name)]) == 19
    assert different(files, build(tmp_path, ALL_AT_ONCE)) == []


def test_a_difference_of_one_byte_is_seen() -> None:
    assert different({"a": b"x", "b": b"y"}, {"a": b"x", "b": b"z", "c": b""}) == ["b", "c"]
