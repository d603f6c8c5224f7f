"""A small project of good articles that is built once, broken, and built again; and what every such build keeps to."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from glossary_publish.build.trial import SAMPLE
from glossary_publish.publication import sha256
from tests.support.command import TODAY
from tests.support.house.sources import ROOT
from tests.support.listed import is_list, listed

ARTICLES = "content/articles"
SETTINGS = "content/glossary.toml"
REFERENCES = "content/references.yaml"
MARK = "▶"  # stands in a text where the fault is to be told
UNFINISHED = ".gpub-unfinished"
ARTICLE = (SAMPLE / ARTICLES / "trial.md").read_text("utf-8")
GOOD = ("first", "second")  # articles that stay good, whatever becomes of the others
HEAD = re.compile(r"(?P<severity>error|warning)\[(?P<code>[a-z0-9-]+)\]: (?P<message>.*)")
SECONDS = 240  # a build that takes longer hangs


@dataclass(frozen=True, slots=True)
class Told:
    """A warning or an error as the user reads it."""

    severity: str
    code: str
    message: str
    place: str
    help: str


@dataclass(frozen=True, slots=True)
class Ended:
    """A build that has ended."""

    code: int
    words: str
    told: tuple[Told, ...]
    output: str = ""

    @property
    def errors(self) -> list[Told]:
        """What stopped an edition, or the build."""
        return [one for one in self.told if one.severity == "error"]

    def at(self, *places: str) -> list[str]:
        """The codes of the errors that are told of some files."""
        return [one.code for one in self.errors if one.place.partition(":")[0] in places]


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder."""

    root: Path

    @property
    def dist(self) -> Path:
        """Where its finished files are."""
        return self.root / "dist"

    def write(self, path: str, data: str | bytes) -> None:
        """Put a file there, whatever stood there before."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        self.remove(path)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())

    def remove(self, path: str) -> None:
        """Take away what is there, if anything is."""
        file = self.root / path
        if file.is_dir() and not file.is_symlink():
            shutil.rmtree(file)
        else:
            file.unlink(missing_ok=True)

    def text(self, path: str) -> str:
        """The words of a file."""
        return (self.root / path).read_text("utf-8")

    def edit(self, path: str, old: str, new: str) -> str:
        """Change a file as an editor would; the old words must be there. Returns the place of the mark, if any."""
        text = self.text(path)
        assert old in text, f"{old!r} is not in {path}"
        text, place = unmarked(text.replace(old, new, 1), path)
        self.write(path, text)
        return place

    def build(self, *arguments: str, module: str = "glossary_publish", wrapped: Sequence[str] = ()) -> Ended:
        """Run the command that a user would type, in a wrapper if need be, and wait for it and all its processes."""
        process = self.start(*arguments, module=module, wrapped=wrapped)
        output, errors = process.communicate(timeout=SECONDS)
        wait_for_none(process.pid, 5.0)
        return Ended(process.returncode, output + errors, tuple(_told(errors)), output)

    def start(
        self, *arguments: str, module: str = "glossary_publish", wrapped: Sequence[str] = ()
    ) -> "subprocess.Popen[str]":
        """Start the command, in a process group of its own."""
        return subprocess.Popen(
            [*wrapped, sys.executable, "-m", module, "build", "--as-of", TODAY, *arguments],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )

    def copy(self, to: Path) -> "Project":
        """The same project elsewhere, with links and bytes as they are."""
        shutil.copytree(self.root, to, symlinks=True)
        return Project(to)


def living(group: int) -> list[int]:
    """The processes of a group that are at work; one that has ended and waits for nobody is none."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            state, _, its_group = status.read_text().rpartition(")")[2].split()[:3]
            if int(its_group) == group and state != "Z":
                found.append(int(status.parent.name))
    return found


def wait_for_none(group: int, seconds: float) -> None:
    """Fail if a process of a group lives on for longer than this."""
    deadline = time.monotonic() + seconds
    while living(group):
        assert time.monotonic() < deadline, f"processes of the build live on: {living(group)}"
        time.sleep(0.02)


def sample(root: Path, *victims: str) -> Project:
    """The sample of the tool with two good articles, and those that are going to be broken."""
    shutil.copytree(SAMPLE, root)
    project = Project(root)
    project.remove(f"{ARTICLES}/trial.md")
    for slug in (*GOOD, *victims):
        project.write(f"{ARTICLES}/{slug}.md", ARTICLE)
    return project


def unmarked(text: str, path: str) -> tuple[str, str]:
    """A text without its mark, and the place of the mark as a diagnostic names it; without a mark, the file."""
    before, mark, after = text.partition(MARK)
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    return before + after, f"{path}:{line}:{column}" if mark else path


def files_of(root: Path) -> dict[str, bytes]:
    """Every file below a folder by its path there; links are not followed."""
    paths = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


@contextmanager
def restored(project: Project, *paths: str) -> Iterator[None]:
    """Put files back as they were, or away if they were not there."""
    before = {path: (project.root / path).read_bytes() for path in paths if (project.root / path).is_file()}
    try:
        yield
    finally:
        for path in paths:
            if path in before:
                project.write(path, before[path])
            else:
                project.remove(path)


def expect_calm(ended: Ended) -> None:
    """No fault of the tool, no traceback, and every error says what to do."""
    assert "Traceback" not in ended.words, ended.words
    assert "has a fault" not in ended.words, ended.words
    assert "tool-fault" not in ended.words, ended.words
    assert all(one.help for one in ended.errors), ended.words


def expect_whole(dist: Path) -> None:
    """Every file in the output folder opens, the manifest knows it, and nothing is half-written."""
    files = files_of(dist)
    assert not [name for name in files if UNFINISHED in name]
    for name, data in files.items():
        _open(name, data)
    pages = json.loads(files.get("manifest.json", b"{}")).get("pages", ())
    known = {row["path"]: row["sha256"] for row in (*listed(files), *pages)}
    finished = {name: sha256(data) for name, data in files.items() if not name.endswith(".json")}
    assert {name: digest for name, digest in finished.items() if known.get(name) != digest} == {}


def expect_kept(before: Mapping[str, bytes], dist: Path, *folders: str) -> None:
    """The files in some folders are what they were, byte for byte."""
    after = files_of(dist)
    old = {name: data for name, data in before.items() if name.partition("/")[0] in folders}
    assert [name for name, data in old.items() if after.get(name) != data] == []


def _open(name: str, data: bytes) -> None:
    if name.endswith(".pdf"):
        assert len(pypdfium2.PdfDocument(data)) > 0
    elif name.endswith((".epub", ".docx")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
    elif name.endswith("index.html"):
        assert data.endswith(b"</html>\n")
    else:
        assert is_list(name)
        json.loads(data)


def _told(words: str) -> Iterator[Told]:
    lines = words.splitlines()
    heads = [index for index, line in enumerate(lines) if HEAD.fullmatch(line)]
    for index, start in enumerate(heads):
        found = HEAD.fullmatch(lines[start])
        assert found is not None
        rest = lines[start + 1 : heads[index + 1] if index + 1 < len(heads) else len(lines)]
        place = next((line.split("--> ")[1] for line in rest if line.startswith("  --> ")), "")
        help = next((line.removeprefix("  help: ") for line in rest if line.startswith("  help: ")), "")
        yield Told(found["severity"], found["code"], found["message"], place, help)
