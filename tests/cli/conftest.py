"""A small project of its own for every test."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from glossary_publish.build.trial import SAMPLE

ARTICLE = "content/articles/trial.md"


@dataclass(frozen=True)
class Project:
    """A project folder, and the program run in it as a user would."""

    root: Path

    def run(self, *arguments: str, options: tuple[str, ...] = ()) -> "subprocess.CompletedProcess[str]":
        """Run a command and wait for it; `options` are for the interpreter."""
        python, *rest = self.command(*arguments)
        return subprocess.run(
            [python, *options, *rest],
            cwd=self.root,
            env=environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def command(self, *arguments: str) -> list[str]:
        """The command line."""
        return [sys.executable, "-m", "glossary_publish", *arguments]

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a file as an editor would; the old words must be there."""
        text = (self.root / path).read_text("utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new), "utf-8")

    def add(self, slug: str) -> None:
        """Add an article like the one that is there."""
        shutil.copy(self.root / ARTICLE, self.root / f"content/articles/{slug}.md")

    @property
    def files(self) -> dict[str, bytes]:
        """Every file in dist/ by its path there."""
        return files_of(self.root / "dist")


def files_of(root: Path) -> dict[str, bytes]:
    """Every file below a folder by its path there."""
    paths = [path for path in root.rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def environment() -> dict[str, str]:
    """The environment of the tests, with the program's modules at hand."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shutil.copytree(SAMPLE, tmp_path / "project")
    return Project(tmp_path / "project")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that has been built once, for tests that only look."""
    root = tmp_path_factory.mktemp("built") / "project"
    shutil.copytree(SAMPLE, root)
    project = Project(root)
    ended = project.run("build")
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (0, "3 of 3 editions made and proven"), (
        ended.stderr
    )
    return project


@pytest.fixture
def copy_of_built(built: Project, tmp_path: Path) -> Project:
    """A copy of the built project, to change."""
    shutil.copytree(built.root, tmp_path / "project")
    return Project(tmp_path / "project")
