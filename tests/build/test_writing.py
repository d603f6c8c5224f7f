"""Finished files are written whole or not at all, whatever the disk does."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from glossary_publish.build.writing import clear_unfinished, holding, write_file
from glossary_publish.diagnostics import EnvironmentFault


def names(root: Path) -> list[str]:
    """Every file below a folder."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_file(tmp_path, "a/b.pdf", b"new")
    assert (tmp_path / "a/b.pdf").read_bytes() == b"new"
    assert names(tmp_path) == ["a/b.pdf"]


def test_the_old_file_is_replaced(tmp_path: Path) -> None:
    write_file(tmp_path, "a.pdf", b"old")
    write_file(tmp_path, "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


@pytest.mark.parametrize("call", ["os.fsync", "os.replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT])
def test_a_disk_that_fails_at_any_step_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    write_file(tmp_path, "a.pdf", b"old")

    def fails(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(call, fails)
    with pytest.raises(EnvironmentFault) as caught:
        write_file(tmp_path, "a.pdf", b"new")
    monkeypatch.undo()
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]
    (found,) = caught.value.diagnostics
    assert found.code == "cannot-write"
    assert str(tmp_path / "a.pdf") in found.message
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("step", ["before the rename", "after the rename"])
def test_a_process_killed_at_any_step_leaves_the_old_bytes_or_the_new(tmp_path: Path, step: str) -> None:
    write_file(tmp_path, "a.pdf", b"old")
    program = (
        "import os, signal, stat, sys; from pathlib import Path; from glossary_publish.build import writing\n"
        "def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)\n"
        "def die_at_folder(one): stat.S_ISDIR(os.fstat(one).st_mode) and die()\n"
        f"{'os.replace = die' if step == 'before the rename' else 'os.fsync = die_at_folder'}\n"
        "writing.write_file(Path(sys.argv[1]), 'a.pdf', b'new')"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(tmp_path)], env=_environment(), check=False)
    assert ended.returncode == -9
    assert (tmp_path / "a.pdf").read_bytes() == (b"old" if step == "before the rename" else b"new")
    clear_unfinished(tmp_path, [])
    assert names(tmp_path) == ["a.pdf"]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def test_a_folder_in_the_place_of_the_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(EnvironmentFault, match=r"a\.pdf cannot be written: is a directory"):
        write_file(tmp_path, "a.pdf", b"new")
    assert names(tmp_path) == []


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"somebody's")
    with pytest.raises(EnvironmentFault):
        write_file(tmp_path, "a/b.pdf", b"new")
    assert (tmp_path / "a").read_bytes() == b"somebody's"


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A disk of 64 KiB. Only root can mount one; for others the forcing to the disk fails as it would there."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = os.geteuid() == 0 and _mount(folder, "-t", "tmpfs", "-o", "size=64k", "none")
    if not mounted:
        monkeypatch.setattr(os, "fsync", _full)
    yield folder
    if mounted:
        subprocess.run(["umount", folder], check=True)


def _full(descriptor: int) -> None:
    if os.fstat(descriptor).st_size > 65536:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _mount(folder: Path, *options: str) -> bool:
    return subprocess.run(["mount", *options, str(folder)], check=False, capture_output=True).returncode == 0


def test_a_full_disk_leaves_the_old_file_and_names_the_new_one(small_disk: Path) -> None:
    write_file(small_disk, "old.pdf", b"old")
    with pytest.raises(
        EnvironmentFault, match=r"big\.pdf cannot be written: no space left on device"
    ) as caught:
        write_file(small_disk, "big.pdf", bytes(200_000))
    assert "free some space" in caught.value.diagnostics[0].help
    assert names(small_disk) == ["old.pdf"]


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder that nobody can write: for root a read-only mount, since permissions do not bind root."""
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "old.pdf").write_bytes(b"old")
    mounted = os.geteuid() == 0 and _mount(folder, "--bind", str(folder))
    if mounted:
        subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
    else:
        folder.chmod(0o555)
    yield folder
    if mounted:
        subprocess.run(["umount", folder], check=True)
    folder.chmod(0o755)


def test_a_folder_that_may_not_be_written_is_an_error_that_names_the_file(read_only: Path) -> None:
    with pytest.raises(EnvironmentFault, match=r"old\.pdf cannot be written") as caught:
        write_file(read_only, "old.pdf", b"new")
    assert "writable" in caught.value.diagnostics[0].help
    assert (read_only / "old.pdf").read_bytes() == b"old"


def test_two_builds_in_one_folder_wait_for_each_other(tmp_path: Path) -> None:
    order: list[str] = []
    waiting = threading.Event()

    def second() -> None:
        with holding(tmp_path, waiting.set):
            order.append("second")

    with holding(tmp_path, lambda: order.append("never waits")):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(10)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]


def test_the_folder_of_a_build_that_was_killed_is_free_again(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from glossary_publish.build.writing import holding\n"
        "with holding(Path(sys.argv[1]), print): os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], env=_environment(), check=False)
    told: list[str] = []
    with holding(tmp_path, lambda: told.append("waits")):
        assert told == []
    assert names(tmp_path) == []


def test_a_fault_of_the_disk_while_a_folder_is_held_names_the_path_in_it(tmp_path: Path) -> None:
    with (
        pytest.raises(EnvironmentFault, match=r"a/b\.pdf cannot be written: no such file") as caught,
        _held(tmp_path),
    ):
        (tmp_path / "a/b.pdf").read_bytes()
    assert caught.value.exit_code == 3
    with pytest.raises(FileNotFoundError), _held(tmp_path / "dist"):
        (tmp_path / "elsewhere").read_bytes()
    with pytest.raises(OSError, match="no path"), _held(tmp_path):
        raise OSError("no path")


def _held(root: Path) -> AbstractContextManager[None]:
    return holding(root, lambda: None)


def test_only_our_own_unfinished_files_are_cleared_and_wherever_a_build_writes(tmp_path: Path) -> None:
    left = (
        "a/.a.pdf.gpub-unfinished",
        ".b.gpub-unfinished",
        "gone-since/.c.gpub-unfinished",
        "clinics/one/.index.html.gpub-unfinished",
        "clinics/one/a/.a.pdf.gpub-unfinished",
        "manifest.d/.a.json.gpub-unfinished",
        "manifest.d/clinics/one/.a.json.gpub-unfinished",
    )
    others = ("a/a.pdf", ".hidden", "gpub-unfinished", "deep/deeper/deepest/.d.gpub-unfinished")
    for name in (*left, *others):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    clear_unfinished(tmp_path, ["a", "missing"])
    assert names(tmp_path) == sorted(others)


def test_what_a_link_leads_to_is_not_cleared(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/.a.gpub-unfinished").touch()
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/a").symlink_to(tmp_path / "outside")
    clear_unfinished(tmp_path / "dist", ["a"])
    assert names(tmp_path / "outside") == [".a.gpub-unfinished"]


def test_names_are_forced_to_the_disk_with_their_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda one: synced.append(Path(f"/proc/self/fd/{one}").readlink().name))
    write_file(tmp_path / "dist", "a/b.pdf", b"new")
    assert synced == [".b.pdf.gpub-unfinished", "a", "dist"]
    write_file(tmp_path / "dist", "a/b.pdf", b"newer")
    assert synced[3:] == [".b.pdf.gpub-unfinished", "a"]


@pytest.mark.parametrize("name", ["second/b.pdf", "../b.pdf", "second/deep/b.pdf", "first/../../b.pdf"])
def test_no_way_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    outside, dist = tmp_path / "outside", tmp_path / "dist"
    (outside / "deep").mkdir(parents=True)
    (dist / "first").mkdir(parents=True)
    (dist / "second").symlink_to(outside)
    with pytest.raises(EnvironmentFault) as caught:
        write_file(dist, name, b"new")
    assert caught.value.diagnostics[0].code == "output-outside-folder"
    assert names(outside) == []
    assert names(tmp_path) == []


def test_a_link_to_another_folder_inside_is_followed(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "second").symlink_to("first")
    write_file(tmp_path, "second/b.pdf", b"new")
    assert (tmp_path / "first/b.pdf").read_bytes() == b"new"


def test_a_link_in_the_place_of_the_unfinished_file_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "somebodys").write_bytes(b"kept")
    (tmp_path / ".b.pdf.gpub-unfinished").symlink_to("somebodys")
    write_file(tmp_path, "b.pdf", b"new")
    assert (tmp_path / "somebodys").read_bytes() == b"kept"
    assert names(tmp_path) == ["b.pdf", "somebodys"]
