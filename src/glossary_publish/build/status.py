"""Telling what a finished file is: current, stale, replaced, withdrawn, overdue, altered, or not ours."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from glossary_publish.build.manifest import NAME
from glossary_publish.build.plan import Edition
from glossary_publish.build.record import Record, read_record
from glossary_publish.build.standing import Judge, Standing, Status
from glossary_publish.diagnostics import Diagnostic, PublishError, Report
from glossary_publish.formats import FORMATS
from glossary_publish.publication import sha256
from glossary_publish.verify.inspection import Inspection
from glossary_publish.verify.runner import verify

LOCKED_TEXT_CHANGED = 4
SUFFIXES = {f".{format.suffix}": format for format in FORMATS.values()}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file, or the edition with a code, is and why; `diagnostics` name the differences of an altered one."""

    name: str
    standing: Standing
    diagnostics: tuple[Diagnostic, ...] = ()
    locked: bool = False

    @property
    def status(self) -> Status:
        """The answer without its reason."""
        return self.standing.status

    @property
    def reason(self) -> str:
        """Why that is the answer."""
        return self.standing.reason

    @property
    def exit_code(self) -> int:
        """4 where a locked text was changed, 0 for what is current, 1 for the rest."""
        if self.locked:
            return LOCKED_TEXT_CHANGED
        return int(self.status is not Status.CURRENT)


class Examiner:
    """Examines finished files of one project."""

    def __init__(self, project: Path, judge: Judge, report: Report) -> None:
        self.project = project
        self.judge = judge
        self.report = report
        self._records: dict[Path, Record] = {}

    def examine(self, path: Path) -> Verdict:
        """What a file is; raises `FileNotFoundError` when there is none."""
        data = path.read_bytes()
        standings = list(self._known(path, sha256(data)))
        if standings:
            return Verdict(str(path), max(standings, key=lambda one: one.status.rank))
        return self._read_back(path, data)

    def missing(self, folder: Path) -> Iterator[Verdict]:
        """The files that the manifest of a folder lists and that are gone."""
        record = self.record(folder)
        for name in sorted({*record.editions, *record.pages}):
            if not (folder / name).exists():
                gone = Standing(Status.ALTERED, "the manifest lists it, and it is gone")
                yield Verdict(str(folder / name), gone)

    # --- what the manifest knows -----------------------------------------------------------------------

    def _known(self, path: Path, digest: str) -> Iterator[Standing]:
        """What manifests say of these bytes: the nearest one above the file, and that of dist/."""
        for folder in dict.fromkeys((*_nearest(path), self.project / "dist")):
            record = self.record(folder)
            if row := next((row for row in record.rows if row.sha256 == digest), None):
                yield self.judge.of(row, record)
            elif digest in record.pages.values():
                yield Standing(Status.CURRENT)

    def record(self, folder: Path) -> Record:
        """The manifest of a folder, read once."""
        if folder not in self._records:
            self._records[folder] = read_record(folder, self.report)
        return self._records[folder]

    # --- what the file itself says ---------------------------------------------------------------------

    def _read_back(self, path: Path, data: bytes) -> Verdict:
        format = SUFFIXES.get(path.suffix.lower())
        if format is None:
            return self._unlike(path, "it is no format of ours")
        try:
            inspection = format.inspect(data)
        except PublishError as error:
            return self._unlike(path, "it cannot be read", error.diagnostics)
        slug, language = inspection.metadata.get("slug", ""), inspection.metadata.get("language", "")
        if editions := list(self._editions(slug, language, format.name)):
            return self._best(path, inspection, editions)
        if slug and self._published(slug) and (gone := self.judge.withdrawn(slug, language)):
            return Verdict(str(path), gone)
        return self._unlike(path, "no edition of this glossary is like it")

    def _unlike(self, path: Path, why: str, diagnostics: tuple[Diagnostic, ...] = ()) -> Verdict:
        """The verdict on a file that is no edition by its words: where a manifest knows its place, it was changed."""
        for folder in _nearest(path):
            record, name = self.record(folder), path.absolute().relative_to(folder).as_posix()
            if name in record.editions or name in record.pages:
                altered = Standing(Status.ALTERED, "it is not what was built there")
                return Verdict(str(path), altered, diagnostics)
        return Verdict(str(path), Standing(Status.NOT_OURS, why), diagnostics)

    def _editions(self, slug: str, language: str, format: str) -> Iterator[Edition]:
        """Every edition that a file may be, also in layouts and on papers that are made only when asked for."""
        material = self.judge.material
        found = [*material.editions([language], material.clinics)]
        for name in material.layout_names:
            with suppress(PublishError):  # one that is at fault made nothing
                layout = material.layout(name).layout
                for clinics in ((), material.clinics) if layout.format == format else ():
                    found += material.editions([language], clinics, [name], layout.papers)
        mine = slug, language, format
        yield from dict.fromkeys(one for one in found if (one.slug, one.language, one.format) == mine)

    def _best(self, path: Path, inspection: Inspection, editions: Sequence[Edition]) -> Verdict:
        """The verdict that the edition most like the file gives; those that cannot be made now give none."""
        found = []
        for edition in editions:
            with suppress(PublishError):
                found.append(self._compared(path, inspection, edition))
        cannot = Verdict(str(path), Standing(Status.STALE, "no edition like it can be made now"))
        return min(found, key=lambda verdict: len(verdict.diagnostics), default=cannot)

    def _published(self, slug: str) -> bool:
        """Whether the glossary has, or once had, an article of this name."""
        rows = self.record(self.project / "dist").rows
        return slug in self.judge.material.all_slugs or any(row.slug == slug for row in rows)

    def _compared(self, path: Path, inspection: Inspection, edition: Edition) -> Verdict:
        """Compare what was read back with what the source says today."""
        material, name = self.judge.material, str(path)
        article = material.article(edition)
        if inspection.metadata.get("source_hash") != sha256(article.source):
            return Verdict(name, self._older(inspection.metadata.get("code", ""), edition))
        report = Report()
        publication = material.compose(edition)
        layout = material.layout(edition.layout, edition.paper, edition.clinic).layout
        verify(publication, layout, inspection, report)
        if not report.failed:
            due = article.reviewed.due
            same = "no manifest knows these bytes, and they say what the source says"
            overdue = self.judge.overdue(due.isoformat() if due else "")
            return Verdict(name, overdue or Standing(Status.CURRENT, same))
        locked = {part.id for part in publication.parts if part.locked}
        # What a check advises is for a build; here somebody has changed a file after it was made.
        told = tuple(replace(found, help="") for found in report)
        altered = Standing(Status.ALTERED, "it differs from its source")
        return Verdict(name, altered, told, locked=any(found.part in locked for found in report))

    def _older(self, code: str, edition: Edition) -> Standing:
        """The answer for an edition of another state of its article."""
        now = self.record(self.project / "dist").editions.get(edition.path)
        if now is not None and code and now.code != code:
            return Standing(Status.SUPERSEDED, f"now version {now.version}, {now.path}", now.code)
        return Standing(Status.STALE, "the article has changed since")


def _nearest(path: Path) -> list[Path]:
    """The nearest folder above a file that has a manifest, if there is one."""
    return [folder for folder in path.absolute().parents if (folder / NAME).is_file()][:1]
