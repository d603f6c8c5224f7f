"""What somebody wants of a build, and who does it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from glossary_publish.cli.choices import processors

if TYPE_CHECKING:
    from glossary_publish.build.building import Build
    from glossary_publish.build.cache.last_build import LastBuild
    from glossary_publish.build.cache.shelf import Shelf
    from glossary_publish.build.plan import Selection
    from glossary_publish.build.workers import Workers
    from glossary_publish.diagnostics import Report


class Crew:
    """The workers of a build, who start when they are first called for."""

    def __init__(self, count: int, formats: tuple[str, ...]) -> None:
        self.count = count
        self.formats = formats
        self._workers: Workers | None = None

    def __call__(self) -> "Workers":
        """The workers, started at the first call."""
        from glossary_publish.build.preparing import preparations
        from glossary_publish.build.workers import Workers

        if self._workers is None:
            self._workers = Workers(self.count, preparations(self.formats, idle=processors() - 1))
        return self._workers

    @property
    def begun(self) -> bool:
        """Whether they have started."""
        return self._workers is not None

    def end(self) -> None:
        """Have them end, whatever they do."""
        if self._workers is not None:
            self._workers.shutdown(cancel_futures=True)


@dataclass(frozen=True)
class Wish:
    """What somebody wants of a build; `names` are those of a selection in its order, `only_told` writes nothing."""

    root: Path
    folder: Path
    names: tuple[tuple[str, ...], ...]
    today: date
    force: bool
    as_json: bool
    only_told: bool

    @property
    def selection(self) -> "Selection":
        """The editions that are meant."""
        from glossary_publish.build.plan import Selection

        return Selection(*self.names)

    @cached_property
    def shelf(self) -> "Shelf":
        """What the project remembers of earlier builds."""
        from glossary_publish.build.cache.shelf import Shelf
        from glossary_publish.build.making import all_tools

        return Shelf(self.root, all_tools(), kept=not self.only_told)

    @cached_property
    def last(self) -> "LastBuild":
        """The build before this one."""
        from glossary_publish.build.cache.last_build import LastBuild

        return LastBuild(self.shelf, self.root, self.folder, self.names, self.today)

    def build(self, crew: "Callable[[], Workers]", report: "Report") -> "Build":
        """The build that does it, or tells what it would do."""
        from glossary_publish.build.building import Build
        from glossary_publish.build.cache.answers import Answers
        from glossary_publish.build.cache.readings import Readings
        from glossary_publish.build.finder.pages import Finder
        from glossary_publish.build.governance import Governance
        from glossary_publish.build.material import Material
        from glossary_publish.glossary.memory import Memory

        material = Material(self.root, Memory(Readings(self.shelf)), Answers(self.shelf))
        governance = Governance(material.glossary, self.today)
        finder = Finder(material.workspace, material.glossary, material.present)
        return Build(
            material,
            self.folder,
            crew,
            report,
            governance=governance,
            pages=finder,
            force=self.force,
        )
