"""Telling what a finished file is: current, stale, altered, or not ours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from pathlib import Path

from glossary_publish.build.making import tools
from glossary_publish.build.manifest import NAME, Entry, load_manifest
from glossary_publish.build.material import Material
from glossary_publish.build.plan import Edition
from glossary_publish.diagnostics import Diagnostic, PublishError, Report
from glossary_publish.formats import FORMATS
from glossary_publish.publication import sha256
from glossary_publish.verify.inspection import Inspection
from glossary_publish.verify.runner import verify
from glossary_publish.workspace import ABSENT, DiskWorkspace

LOCKED_TEXT_CHANGED = 4
SUFFIXES = {f".{format.suffix}": format for format in FORMATS.values()}


class Status(Enum):
    """What a finished file is worth."""

    CURRENT = "current"
    STALE = "stale"
    ALTERED = "altered"
    NOT_OURS = "not ours"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file is and why; `diagnostics` name the differences of an altered one."""

    path: Path
    status: Status
    reason: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    exit_code: int = 0


class Examiner:
    """Examines finished files of one project."""

    def __init__(self, project: Path, report: Report) -> None:
        self.project = project
        self.report = report
        self._manifests: dict[Path, dict[str, Entry]] = {}
        self._now: dict[str, str] = {}

    @cached_property
    def material(self) -> Material:
        """The project, read only when a file must be compared with it."""
        return Material(self.project)

    def examine(self, path: Path) -> Verdict:
        """What a file is; raises `FileNotFoundError` when there is none."""
        data = path.read_bytes()
        entry = self._entry(path)
        if entry is None:
            entry = self._copy_of(sha256(data))
        if entry is not None and entry.sha256 == sha256(data):
            reason = self._what_changed(entry)
            return (
                Verdict(path, Status.STALE, reason, exit_code=1) if reason else Verdict(path, Status.CURRENT)
            )
        return self._read_back(path, data)

    def missing(self, folder: Path) -> Iterator[Verdict]:
        """The files that the manifest of a folder lists and that are gone."""
        for name in sorted(self._manifest(folder)):
            if not (folder / name).exists():
                yield Verdict(
                    folder / name, Status.ALTERED, "the manifest lists it, and it is gone", exit_code=1
                )

    # --- what the manifest knows -----------------------------------------------------------------------

    def _entry(self, path: Path) -> Entry | None:
        """What the manifest that lies nearest above a file says of it."""
        for folder in path.absolute().parents:
            if (folder / NAME).is_file():
                return self._manifest(folder).get(path.absolute().relative_to(folder).as_posix())
        return None

    def _copy_of(self, digest: str) -> Entry | None:
        """What the manifest of dist/ says of a file with these bytes, wherever it lies now."""
        entries = self._manifest(self.project / "dist").values()
        return next((entry for entry in entries if entry.sha256 == digest), None)

    def _manifest(self, folder: Path) -> Mapping[str, Entry]:
        if folder not in self._manifests:
            self._manifests[folder] = load_manifest(folder, self.report)
        return self._manifests[folder]

    def _what_changed(self, entry: Entry) -> str:
        """What an edition depends on and is not as it was; empty when nothing changed."""
        for name, before in entry.reads.items():
            if self._hash_now(name) != before:
                return f"{name} has changed"
        for name, version in tools(entry.format):
            before = entry.tools.get(name, "of another version")
            if before != version:
                return f"it was made with {name} {before}, here is {version}"
        return ""

    def _hash_now(self, name: str) -> str:
        if name not in self._now:
            workspace = DiskWorkspace(self.project)
            try:
                workspace.names(name) if name.endswith("/") else workspace.read(name)
            except (FileNotFoundError, PublishError):
                workspace.reads.setdefault(name, ABSENT)
            self._now[name] = workspace.reads[name]
        return self._now[name]

    # --- what the file itself says ---------------------------------------------------------------------

    def _read_back(self, path: Path, data: bytes) -> Verdict:
        format = SUFFIXES.get(path.suffix.lower())
        if format is None:
            return Verdict(path, Status.NOT_OURS, "it is no format of ours", exit_code=1)
        try:
            inspection = format.inspect(data)
        except PublishError as error:
            return Verdict(path, Status.NOT_OURS, "it cannot be read", error.diagnostics, exit_code=1)
        slug, language = inspection.metadata.get("slug", ""), inspection.metadata.get("language", "")
        editions = [
            edition
            for edition in self.material.editions([language], self.material.clinics)
            if (edition.slug, edition.language, edition.format) == (slug, language, format.name)
        ]
        if not slug or not editions:
            return Verdict(path, Status.NOT_OURS, "no edition of this glossary is like it", exit_code=1)
        return min(
            (self._compared(path, inspection, edition) for edition in editions),
            key=lambda verdict: len(verdict.diagnostics),
        )

    def _compared(self, path: Path, inspection: Inspection, edition: Edition) -> Verdict:
        """Compare what was read back with what the source says today."""
        if inspection.metadata.get("source_hash") != sha256(self.material.article(edition).source):
            return Verdict(path, Status.STALE, "the article has changed since", exit_code=1)
        report = Report()
        publication = self.material.compose(edition)
        layout = self.material.layout(edition.layout, edition.paper, edition.clinic).layout
        verify(publication, layout, inspection, report)
        if not report.failed:
            return Verdict(
                path, Status.CURRENT, "no manifest knows these bytes, and they say what the source says"
            )
        locked = {part.id for part in publication.parts if part.locked}
        touched = any(found.part in locked for found in report)
        code = LOCKED_TEXT_CHANGED if touched else 1
        # What a check advises is for a build; here somebody has changed a file after it was made.
        told = tuple(replace(found, help="") for found in report)
        return Verdict(path, Status.ALTERED, "it differs from its source", told, code)
