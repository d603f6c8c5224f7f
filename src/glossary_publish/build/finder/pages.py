"""The pages for finding sheets of an output folder: made from its manifest, proven, written; others of ours removed."""

from collections.abc import Callable, Collection, Container, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path, PurePosixPath

from glossary_publish.build.finder.listing import Topic, topics
from glossary_publish.build.finder.looks import Markup, read_looks
from glossary_publish.build.finder.page import Ids, Owner, Page, format_name
from glossary_publish.build.manifest import Entry
from glossary_publish.build.plan import CLINICS
from glossary_publish.build.writing import cannot_write, write_file
from glossary_publish.compose.wording import Wording
from glossary_publish.diagnostics import PublishError, Report, Span
from glossary_publish.direction import direction
from glossary_publish.formats import FORMATS
from glossary_publish.glossary import Glossary
from glossary_publish.glossary.strings import read_strings, string_paths
from glossary_publish.layout import layout_names, layout_table
from glossary_publish.publication import sha256
from glossary_publish.verify.finder import Offer, check_finder
from glossary_publish.workspace import Workspace

NAME = "index.html"
WORDS = "layouts/finder/strings"
OURS = b'<meta name="generator" content="glossary-publish">'


class Finder:
    """Makes the pages of a glossary: one for all sheets, and one for those of each clinic.

    `articles` are those, by slug and language, whose files may be offered.
    """

    def __init__(
        self, workspace: Workspace, glossary: Glossary, articles: Container[tuple[str, str]]
    ) -> None:
        self.workspace = workspace
        self.glossary = glossary
        self.articles = articles
        self._looks = lru_cache(lambda: read_looks(workspace))
        self._wordings: dict[str, Wording] = {}
        self._listed: dict[str, dict[Ids, tuple[Topic, Markup]]] = {}
        self._proven: dict[str, tuple[bytes, list[Offer], list[str]]] = {}

    def prepare(self, root: Path, entries: Mapping[str, Entry], foreseen: Callable[[], bool]) -> None:
        """Write what pages list of files that are there already, while others are made; what is wrong is told later.

        Where it is then `foreseen` what they will offer, they are proven too: they are the same in the end, unless the
        size of a file is another one.
        """
        with suppress(PublishError, OSError):
            self._list(root, entries)
            if foreseen():
                self.pages(root, entries, Report())

    def _list(self, root: Path, entries: Mapping[str, Entry]) -> None:
        by_clinic = dict[str, list[Entry]]()
        for entry in self._offered(entries):
            by_clinic.setdefault(entry.clinic, []).append(entry)
        for clinic, owner in self._owners(by_clinic.keys()).items():
            self._page(root, clinic, owner, by_clinic.get(clinic, []), ()).listing()

    def write(
        self, root: Path, entries: Mapping[str, Entry], before: Mapping[str, str], report: Report
    ) -> dict[str, str]:
        """Write the pages for the files of a folder; what was there before and is ours is replaced or removed.

        Returns the SHA-256 of each page by its path. What is wrong with a page goes into `report`, and then there is
        none: an old one would offer what is no more.
        """
        made = self.pages(root, entries, report)
        for path in sorted({*before} - {*made}):
            _remove(root, path, before[path], report)
        return {path: sha256(data) for path, data in made.items() if _put(root, path, data, before, report)}

    def pages(self, root: Path, entries: Mapping[str, Entry], report: Report) -> dict[str, bytes]:
        """The pages by path, without those that cannot be made, or are not what they should be: that is told."""
        offered = self._offered(entries)
        found = dict[str, bytes]()
        leads = list[tuple[str, Owner]]()
        for clinic, owner in self._owners({entry.clinic for entry in offered}).items():
            own = [entry for entry in offered if entry.clinic == clinic]
            others = () if clinic else tuple(leads)
            told, path = Report(), _path(clinic)
            try:
                data = self._page(root, clinic, owner, own, others).html()
                self._prove(path, data, list(map(_offer, own)), [lead for lead, _ in others], told)
            except PublishError as error:
                told.extend(error.diagnostics)
            if not told.failed:
                found[path] = data
                leads.append((path, owner))
            report.extend(one for one in told if one not in report.diagnostics)
        return found

    def _prove(self, path: str, data: bytes, offers: list[Offer], leads: list[str], report: Report) -> None:
        """Read a page back, unless the same one was proven already to offer the same."""
        if self._proven.get(path) == (data, offers, leads):
            return
        check_finder(path, data, offers, leads, report)
        if not report.failed:
            self._proven[path] = data, offers, leads

    def _owners(self, clinics: Collection[str]) -> dict[str, Owner]:
        """Whose pages there are; that of the glossary is there if any is, and comes last: it leads to the others."""
        own = self.glossary
        known = {clinic.slug: clinic for clinic in own.clinics}
        found = {}
        for slug in sorted({*clinics} - {""}):
            clinic = known.get(slug)
            found[slug] = Owner(clinic.name, clinic.language, clinic.colour) if clinic else Owner(slug, "")
        return found | ({"": Owner(own.title, own.language)} if clinics else {})

    def _page(
        self, root: Path, clinic: str, owner: Owner, entries: list[Entry], others: Iterable[tuple[str, Owner]]
    ) -> Page:
        wording = self._wording(owner.language)
        regions = {one.slug: one.region for one in self.glossary.clinics}
        return Page(
            looks=self._looks(),
            wording=wording,
            region=regions.get(clinic, self.glossary.region),
            owner=owner,
            folder=str(PurePosixPath(_path(clinic)).parent),
            topics=topics(entries, wording.language),
            size_of=lambda path: (root / path).stat().st_size,
            title_of=self._title_of,
            sample=self.glossary.sample,
            clinics=tuple(others),
            listed=self._listed.setdefault(clinic, {}),
        )

    def _offered(self, entries: Mapping[str, Entry]) -> list[Entry]:
        return [
            entry
            for entry in entries.values()
            if (entry.slug, entry.language) in self.articles and entry.format in FORMATS
        ]

    def _wording(self, language: str) -> Wording:
        """The strings of a language for editions and for these pages, or else those of the glossary."""
        if language not in self._wordings:
            shown = language if self._strings(language) is not None else self.glossary.language
            words = {**(self._strings(shown) or {}), **(read_strings(self.workspace, shown, WORDS) or {})}
            there = dict.fromkeys(f"{WORDS}/{name}" for name in self.workspace.names(WORDS))
            paths = string_paths(shown, there, WORDS) or [f"{WORDS}/{shown}.toml"]
            self._wordings[language] = Wording(words, paths, shown)
        return self._wordings[language]

    def _strings(self, language: str) -> Mapping[str, str] | None:
        """The strings of editions in a language, if it has any."""
        known = self.glossary.strings.get(language)
        return known or (read_strings(self.workspace, language) if language else None)

    def _title_of(self, layout: str) -> str:
        if layout not in layout_names(self.workspace):
            return layout
        return str(layout_table(self.workspace, layout)[0].get("title", layout))


def _path(clinic: str) -> str:
    return f"{CLINICS}/{clinic}/{NAME}" if clinic else NAME


def _offer(entry: Entry) -> Offer:
    """What has to be said of a file."""
    return Offer(
        path=entry.path,
        title=" ".join(entry.topic.get("title", entry.slug).split()),
        language=entry.language,
        direction=direction(entry.language),
        version=entry.version,
        updated=entry.topic.get("updated", ""),
        due=entry.valid_until,
        code=entry.code,
        format=format_name(entry.format),
    )


def _put(root: Path, path: str, data: bytes, before: Mapping[str, str], report: Report) -> bool:
    """Write a page, unless somebody else's lies in its place."""
    file = root / path
    try:
        old = file.read_bytes() if file.is_file() else None
        if old is not None and OURS not in old and sha256(old) != before.get(path):
            message = f"{file} is a page of somebody else, and it stays"
            help = "move it elsewhere, or choose another folder with --out, and build again"
            report.error("page-of-somebody-else", message, Span(str(file)), help)
            return False
        if old != data:
            write_file(root, path, data)
    except OSError as error:
        report.extend(cannot_write(file, error).diagnostics)
        return False
    except PublishError as error:
        report.extend(error.diagnostics)
        return False
    return True


def _remove(root: Path, path: str, digest: str, report: Report) -> None:
    """Remove a page that is the one that was made, and its folder if that is left empty."""
    file = root / path
    inside = ".." not in PurePosixPath(path).parts and file.resolve().is_relative_to(root.resolve())
    try:
        if inside and file.is_file() and not file.is_symlink() and sha256(file.read_bytes()) == digest:
            file.unlink()
            if file.parent != root:
                with suppress(OSError):  # it holds something
                    file.parent.rmdir()
    except OSError as error:
        report.extend(cannot_write(file, error).diagnostics)
