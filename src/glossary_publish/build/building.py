"""A build: every edition that was asked for is made and proven, or a diagnostic says why not."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from queue import SimpleQueue
from typing import Protocol

from glossary_publish.build.cache.last_build import left_in
from glossary_publish.build.currency import Sources, outdated
from glossary_publish.build.entries import identity_of, said_by
from glossary_publish.build.finished import are_damaged, damaged
from glossary_publish.build.governance import Governance
from glossary_publish.build.making import Made, NotMade, make, prepare
from glossary_publish.build.manifest import Entry, fingerprint, folder_of, table_of
from glossary_publish.build.material import Material
from glossary_publish.build.outcome import Outcome, failed
from glossary_publish.build.plan import Edition, Selection, narrowed, refuse_unknown_clinics
from glossary_publish.build.record import Opened
from glossary_publish.build.rows import Rows, edition_of
from glossary_publish.build.withdrawing import clear_away, withdraw
from glossary_publish.build.workers import Workers
from glossary_publish.build.writing import clear_unfinished, holding, write_file
from glossary_publish.diagnostics import PublishError, Report, Severity
from glossary_publish.direction import direction
from glossary_publish.formats import FORMATS
from glossary_publish.glossary.clinics.model import FOLDER as CLINICS
from glossary_publish.publication import Publication, sha256

ARTICLES = "content/articles/"
Pending = dict["Future[Made | NotMade]", tuple[Edition, Publication]]
WAITING = 8  # editions for each worker that are composed and not yet made: all would fill the memory


class Pages(Protocol):
    """Those who write pages for finding the files of a folder."""

    def prepare(self, root: Path, entries: Mapping[str, Entry], foreseen: Callable[[], bool], /) -> None:
        """Do what can be done while other files are made.

        `foreseen` tells, whenever it is asked, if these are all that there will be and one of them is still awaited.
        """
        ...

    def write(
        self, root: Path, entries: Mapping[str, Entry], before: Mapping[str, str], report: Report, /
    ) -> dict[str, str]:
        """Write the pages, given those that there were; the hash of each that is there now by its path."""
        ...


class Build:
    """One build of a project into a folder; what concerns no single edition goes into `report`.

    `governance` says what may be made; the editions of articles that are withdrawn end up in `withdrawn`.
    `work` is what a worker does with a publication and its packed layout, `preparation` what it does beforehand
    with the layout and a direction. `pages` are written when all is made. `force` makes also what is current.
    `left` is one hash for the manifest as a finished build left it.
    """

    def __init__(
        self,
        material: Material,
        out: Path,
        workers: Workers | Callable[[], Workers],
        report: Report,
        work: Callable[..., Made | NotMade] = make,
        preparation: Callable[..., None] = prepare,
        governance: Governance | None = None,
        pages: Pages | None = None,
        force: bool = False,
    ) -> None:
        self.material = material
        self.out = out
        self._workers = workers
        self.report = report
        self.work = work
        self.preparation = preparation
        self.governance = governance or Governance()
        self.pages = pages
        self.force = force
        self.selection = Selection()
        self.manifest: dict[str, Entry] = {}
        self._paths: dict[str, set[str]] = {}
        self._renewed: set[str] = set()
        self._whole: set[str] = set()  # files that this build has read, or written
        self._pending: Pending = {}
        self._ended = SimpleQueue["Future[Made | NotMade]"]()
        self.withdrawn: list[Entry] = []
        self.removed: list[Entry] = []
        self.left = ""

    @cached_property
    def workers(self) -> Workers:
        """Those who make editions; where a function was given that starts them, they start when there is work."""
        return self._workers if isinstance(self._workers, Workers) else self._workers()

    def plan(self, selection: Selection) -> tuple[Edition, ...]:
        """The editions to make. What reading found is reported, if it concerns what was asked for."""
        unread = set()
        languages = selection.languages or self.material.usual_languages
        for found in self.material.found:
            path = found.span.path if found.span else ""
            slug = _slug_of(path)
            concerns = not selection.slugs or slug in selection.slugs
            if self._of_another_clinic(path, selection):
                continue
            if not slug or (concerns and self.material.language_of(path) in languages):
                self.report.add(found)
            if slug and found.severity is Severity.ERROR:
                unread.add(slug)
        unread |= self._withdrawn_and_asked_for(selection)
        if selection.clinics:
            refuse_unknown_clinics(self.material.clinic_slugs, selection)
            unread |= {*selection.clinics} - self.material.clinics
        named, selection = selection.layouts, self.material.called(selection)
        self.selection = selection
        clinics = self.material.clinics & {*selection.clinics}
        editions = self.material.editions(selection.languages, clinics, selection.layouts, selection.papers)
        wanted = [
            one for one in narrowed(editions, selection, sorted(unread)) if self.material.is_meant(one, named)
        ]
        rank = list(FORMATS)
        for edition in wanted:
            told = self.governance.of(self.material.article(edition))
            self.report.extend(found for found in told if found.severity is not Severity.ERROR)
        return tuple(
            sorted(
                wanted,
                key=lambda edition: (
                    edition.slug,
                    edition.language,
                    edition.clinic,
                    rank.index(edition.format),
                ),
            )
        )

    @staticmethod
    def _of_another_clinic(path: str, selection: Selection) -> bool:
        """Whether a file belongs to a clinic, and clinics were asked for of which it is none."""
        names = PurePosixPath(path).parts
        clinic = names[2] if path.startswith(f"{CLINICS}/") and len(names) > 3 else ""
        return bool(clinic and selection.clinics and clinic not in selection.clinics)

    def _withdrawn_and_asked_for(self, selection: Selection) -> set[str]:
        """The slugs that a build is about because their editions are to go, and not to be made."""
        slugs = {slug for slug, _ in self.governance.withdrawn}
        if selection.slugs:
            return slugs & set(selection.slugs)
        return slugs if selection == Selection() else set()

    def make(self, editions: Sequence[Edition], waiting: Callable[[], None]) -> Iterator[Outcome]:
        """Make editions, write those that are proven, and tell of each as it comes.

        The others leave their old files as they are; the manifest is written last.
        `waiting` is called if another build holds the folder.
        """
        with holding(self.out, waiting):
            clear_unfinished(self.out, {str(PurePosixPath(edition.path).parent) for edition in editions})
            record = Opened(self.out, self.report)
            self.manifest = dict(record.before)
            for path in self.manifest:
                self._paths.setdefault(folder_of(path), set()).add(path)
            self.withdrawn = withdraw(self.out, self.manifest, self.governance.withdrawn, self.report)
            planned = {edition.path for edition in editions}
            needless = [entry for entry, _ in self.needless(self.manifest, planned)]
            self.removed = clear_away(self.out, self.manifest, needless, self.report)
            try:
                left = Counter(folder_of(edition.path) for edition in editions)
                for outcome in self._outcomes(editions):
                    yield outcome
                    folder = folder_of(outcome.edition.path)
                    left[folder] -= 1
                    if not left[folder] and folder in self._renewed:
                        # so that a build that is ended need not be made from the beginning
                        record.write(folder, self._there(self._paths.get(folder, ())))
            finally:
                kept, pages = self._there(self.manifest), record.pages
                if self.pages:
                    pages = self.pages.write(self.out, kept, pages, self.report)
                record.close(kept, pages)
            self.left = left_in(self.out)

    @property
    def seen(self) -> Iterator[tuple[str, str]]:
        """Every file that was read or looked at, with what was found there."""
        yield from self.material.all_reads
        yield from self.sources.seen.items()

    def _there(self, paths: Iterable[str]) -> dict[str, Entry]:
        """The entries of those files that are there."""
        known = ((path, self.manifest[path]) for path in paths if path in self.manifest)
        return {path: entry for path, entry in known if path in self._whole or _is_there(self.out / path)}

    def _outcomes(self, editions: Sequence[Edition]) -> Iterator[Outcome]:
        """Compose in this process while the workers make what is composed already."""
        self._pending, self._ended = {}, SimpleQueue()
        stale, others = list[Edition](), list[Edition]()
        for edition in editions:
            if stops := self.governance.stops(self.material.article(edition), edition.format):
                yield Outcome(edition, "", stops, PublishError.exit_code)
            elif any(self.outdated(edition, self.manifest)):
                stale.append(edition)
            else:
                others.append(edition)
        yield from self._composed(stale)
        workers = self.workers if self._pending else None
        looks = are_damaged(others, self.manifest, self.out, workers)
        self._prepare_pages()  # meanwhile
        altered = list[Edition]()
        for edition, is_damaged in zip(others, looks, strict=True):
            if is_damaged:
                altered.append(edition)
            else:
                yield self._current(edition)
        yield from self._composed(altered)
        if altered:
            self._prepare_pages()
        while self._pending:
            yield self._next()

    def _prepare_pages(self) -> None:
        if self._pending and self.pages:
            entries, whole = self._foreseen()
            self.pages.prepare(self.out, entries, lambda: whole and self._ended.qsize() < len(self._pending))

    def _foreseen(self) -> tuple[dict[str, Entry], bool]:
        """The entries with what those will say that are made anew, and whether there will be no others."""
        found, whole = dict(self.manifest), True
        for edition, publication in self._pending.values():
            before = found.get(edition.path)
            whole = whole and before is not None
            said = said_by(publication, self.material.article(edition))
            for path in (edition.path, before.sheets) if before else ():
                if path in found:
                    found[path] = replace(found[path], **said)
        return found, whole

    def _composed(self, editions: Sequence[Edition]) -> Iterator[Outcome]:
        """Compose editions and hand them to the workers; what these have made meanwhile comes out."""
        self.prepare(editions)
        for edition in self.material.in_turn(editions):
            try:
                publication = self.material.compose(edition)
            except (
                PublishError
            ) as error:  # told of the article, whatever the format: once for all its editions
                yield failed(edition, self.material.article(edition).path, error)
                continue
            parcel = self.material.layout(edition.layout, edition.paper, edition.clinic).parcel
            subject = f"{edition.slug} in {edition.language} for {edition.clinic}"
            future = self.workers.submit_about(subject, edition.format, self.work, publication, parcel)
            self._pending[future] = (edition, publication)
            future.add_done_callback(self._ended.put)
            while len(self._pending) >= WAITING * self.workers.count or not self._ended.empty():
                yield self._next()

    def _next(self) -> Outcome:
        """Wait for the next edition that a worker is done with."""
        done = self._ended.get()
        return self._finished(done, *self._pending.pop(done))

    def reasons(self, edition: Edition, entries: Mapping[str, Entry]) -> Iterable[str]:
        """Why an edition has to be made, though there may be one already."""
        yield from self.outdated(edition, entries)
        if not self.force:
            yield from damaged(edition, entries, self.out)

    def outdated(self, edition: Edition, entries: Mapping[str, Entry]) -> Iterable[str]:
        """The same without a look at finished files."""
        if self.force:
            return iter(("it was asked to be made again",))
        return outdated(edition, self.material.choices(edition), entries, self.sources)

    def needless(
        self, entries: Mapping[str, Entry], planned: Collection[str] = ()
    ) -> Iterator[tuple[Entry, str]]:
        """What was made and is no edition any more, as far as this build is about it, with the reason.

        The paths of those that are `planned` need not be looked at.
        """
        rows = Rows(self.material, entries)
        for _, entry in sorted(one for one in entries.items() if one[0] not in planned):
            gone = (entry.slug, entry.language) in self.governance.withdrawn
            if not gone and self.selection.takes(edition_of(entry)) and (why := rows.why_needless(entry)):
                yield entry, why

    def _current(self, edition: Edition) -> Outcome:
        entry, asked = self.manifest[edition.path], self._asked(edition)
        for path in filter(None, (edition.path, entry.sheets)):
            self._whole.add(path)
            if self.manifest[path].asked != asked:
                self.manifest[path] = replace(self.manifest[path], asked=asked)
        return Outcome(edition, entry.sha256, entry.told, sheets=entry.sheets, current=True)

    def _asked(self, edition: Edition) -> str:
        return "" if edition in self._usual else "yes"

    @cached_property
    def _usual(self) -> frozenset[Edition]:
        return frozenset(self.material.editions())

    @cached_property
    def sources(self) -> Sources:
        """What the project holds now."""
        return Sources(self.material.project, self.material.all_reads)

    def prepare(self, editions: Iterable[Edition]) -> None:
        """Have workers prepare for layouts that take long to prepare for, while this process composes."""
        wanted = {
            (edition.format, edition.layout, edition.paper, edition.clinic, direction(edition.language))
            for edition in editions
            if FORMATS[edition.format].prepare
        }
        for format, name, paper, clinic, course in sorted(wanted):
            with suppress(PublishError):  # told when an edition is composed
                parcel = self.material.layout(name, paper, clinic).parcel
                self.workers.prepare_kind(format, self.preparation, parcel, course)

    def _finished(
        self, future: "Future[Made | NotMade]", edition: Edition, publication: Publication
    ) -> Outcome:
        error = future.exception()
        if error is not None:
            return self._failed(edition, error)
        made = future.result()
        if isinstance(made, NotMade):
            return Outcome(edition, "", made.diagnostics, made.exit_code)
        sheets = sheets_path(edition) if made.sheets else ""
        files = {edition.path: made.data} | ({sheets: made.sheets} if sheets else {})
        try:
            for path, data in files.items():
                write_file(self.out, path, data)
        except PublishError as fault:
            return self._failed(edition, fault)
        before = self.manifest.get(edition.path)
        if before and before.sheets and before.sheets != sheets and before.sheets in self.manifest:
            clear_away(self.out, self.manifest, [self.manifest[before.sheets]], self.report)
        for path, data in files.items():
            self._paths.setdefault(folder_of(path), set()).add(path)
            self._renewed.add(folder_of(path))
            self._whole.add(path)
            entry = self._entry(edition, publication, made, path, data)
            self.manifest[path] = replace(entry, sheets=sheets) if path != sheets else entry
        return Outcome(edition, self.manifest[edition.path].sha256, made.diagnostics, sheets=sheets)

    def _failed(self, edition: Edition, error: BaseException) -> Outcome:
        outcome = failed(edition, self.material.article(edition).path, error)
        named = tuple(replace(found, format=found.format or edition.format) for found in outcome.diagnostics)
        return replace(outcome, diagnostics=named)

    def _entry(self, edition: Edition, publication: Publication, made: Made, path: str, data: bytes) -> Entry:
        reads, shared = self.material.reads(edition, publication, made.diagnostics)
        identity, tools = identity_of(edition), table_of(made.tools)
        return Entry(
            path=path,
            sha256=sha256(data),
            fingerprint=fingerprint(identity, reads, shared, tools),
            reads=reads,
            shared=shared,
            tools=tools,
            choices=self.material.choices(edition),
            asked=self._asked(edition),
            told=made.diagnostics if path == edition.path else (),
            **said_by(publication, self.material.article(edition)),
            **identity,
        )


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except PermissionError:  # it may be there: it stays known until somebody may look
        return True


def sheets_path(edition: Edition) -> str:
    """Where the sheets to fold of an edition lie: beside it."""
    path = PurePosixPath(edition.path)
    return str(path.with_name(f"{path.stem}-sheets{path.suffix}"))


def _slug_of(path: str) -> str:
    """The slug of an article by its path; empty for other files."""
    return PurePosixPath(path).name.partition(".")[0] if path.startswith(ARTICLES) else ""
