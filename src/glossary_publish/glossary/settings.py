"""The settings of a glossary, from `content/glossary.toml`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import get_args

from glossary_publish.diagnostics import Report, Span, UsageError
from glossary_publish.glossary.clinics.model import LARGE_PRINT
from glossary_publish.glossary.likeness import did_you_mean
from glossary_publish.glossary.model import ANY, EditionRow, ReadingBudget, Settings
from glossary_publish.glossary.tables import TableReader
from glossary_publish.glossary.toml import read_toml_file
from glossary_publish.layout import layout_names, layout_papers
from glossary_publish.read.schema import Audience
from glossary_publish.workspace import Workspace

PATH = "content/glossary.toml"
KEYS = (
    "title publisher language region site paper large_print citation_style sample require_review_dates require_approval "
    "roles licence editions reading_budgets known_abbreviations"
).split()
ROW = ("articles", "layouts", "papers", "languages", "clinics")
BUDGET = ("audience", "language", "grade", "smog", "words_per_sentence", "longest_sentence")
AUDIENCES = get_args(Audience)
ALWAYS = ("disclaimer", "crisis-notice")  # the roles that no edition goes without
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")  # RFC 5646, 2.1, the usual part
REGION = re.compile(r"[A-Z]{2}|[0-9]{3}")  # ISO 3166-1 or UN M.49
SITE = re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_settings(workspace: Workspace, slugs: Iterable[str], clinics: Iterable[str] = ()) -> Settings:
    """Read the settings; raises `UsageError` with everything that is wrong.

    `slugs` are the articles there are, `clinics` the names of the clinics.
    """
    file = read_toml_file(workspace, PATH)
    report = Report()
    reader = TableReader(file, report, file.table)
    reader.refuse_unknown(KEYS)
    licence = reader.table("licence")
    licence.refuse_unknown(("name", "url"))
    settings = Settings(
        title=reader.text("title"),
        publisher=reader.text("publisher"),
        language=_matching(reader, "language", LANGUAGE, 'a tag such as "en" or "pt-BR"'),
        region=_matching(reader, "region", REGION, 'two capital letters, such as "US"'),
        site=_site(reader),
        paper=reader.text("paper"),
        large_print=_large_print(reader, layout_names(workspace)),
        citation_style=reader.text("citation_style"),
        sample=reader.flag("sample"),
        require_review_dates=reader.flag("require_review_dates"),
        require_approval=reader.flag("require_approval"),
        roles=_roles(reader),
        licence=licence.text("name"),
        licence_url=_web_address(licence, "url"),
        editions=tuple(_rows(reader, set(slugs), layout_names(workspace), set(clinics))),
        reading_budgets=tuple(_budgets(reader)),
        known_abbreviations=reader.texts("known_abbreviations"),
    )
    _check_paper(reader, workspace, settings)
    _check_languages(reader, workspace, settings)
    if report.failed:
        raise UsageError(sorted(report, key=lambda found: found.span or Span(PATH)))
    return settings


def _matching(reader: TableReader, key: str, pattern: re.Pattern[str], kind: str) -> str:
    value = reader.text(key)
    if value and not pattern.fullmatch(value):
        reader.wrong(key, f"is {value!r}", f"write {kind}")
    return value


def _site(reader: TableReader) -> str:
    site = reader.text("site", default="")
    if site.endswith("/"):
        reader.wrong("site", "ends with a slash", f'write "{site.rstrip("/")}"')
    elif site:
        _web_address(reader, "site")
    return site


def _web_address(reader: TableReader, key: str) -> str:
    address = reader.text(key)
    if address and not SITE.fullmatch(address):
        reader.wrong(
            key, f"is {address!r}", "write a web address that begins with https:// and has no ? or #"
        )
    return address


def _roles(reader: TableReader) -> tuple[str, ...]:
    roles = reader.texts("roles", default=None)
    for role in roles:
        if not NAME.fullmatch(role):
            reader.wrong("roles", f"names {role!r}", "use small letters, digits and hyphens")
    for role in ALWAYS:
        if role not in roles and "roles" in reader.values:
            reader.wrong("roles", f"lacks {role!r}", "every edition carries a disclaimer and a crisis notice")
    return tuple(dict.fromkeys(roles))


def _rows(
    reader: TableReader, slugs: set[str], layouts: tuple[str, ...], clinics: set[str]
) -> Iterator[EditionRow]:
    meant = reader.text("large_print", default="")
    for row in reader.tables("editions"):
        row.refuse_unknown(ROW)
        usual = () if "clinics" in row.values else None  # a clinic says itself what it prints
        named = EditionRow(*(row.texts(key, default=usual if key == "layouts" else ()) for key in ROW))
        for slug in sorted(set(named.clinics) - clinics):
            help = did_you_mean(slug, clinics, "see content/clinics/ for the names")
            row.wrong("clinics", f"names the clinic {slug!r}, which is not there", help)
        for slug in sorted(set(named.articles) - slugs):
            help = did_you_mean(slug, slugs, "see content/articles/ for the names")
            row.wrong("articles", f"names the article {slug!r}, which is not there", help)
        own = (
            {LARGE_PRINT} if named.clinics or meant else set[str]()
        )  # which glossary and clinics map to a layout
        for name in sorted(set(named.layouts) - set(layouts) - own):
            help = did_you_mean(name, layouts, f"choose from: {', '.join(layouts)}")
            row.wrong("layouts", f"names the layout {name!r}, which is not there", help)
        if not named.layouts and "layouts" in row.values:
            row.wrong("layouts", "is empty", f"choose from: {', '.join(layouts)}")
        yield named if named.clinics else replace(named, layouts=called(named.layouts, meant))


def _budgets(reader: TableReader) -> Iterator[ReadingBudget]:
    for row in reader.tables("reading_budgets"):
        row.refuse_unknown(BUDGET)
        audience = row.text("audience")
        if audience and audience not in AUDIENCES:
            help = did_you_mean(audience, AUDIENCES, f"choose from: {', '.join(AUDIENCES)}")
            row.wrong("audience", f"is {audience!r}, which is no audience", help)
        language = row.text("language", default=ANY)
        if language != ANY:
            _matching(row, "language", LANGUAGE, 'a tag such as "en" or "pt-BR"')
        yield ReadingBudget(audience, language, *map(row.number, BUDGET[2:]))


def called(layouts: Iterable[str], large_print: str) -> tuple[str, ...]:
    """Layouts by their own names, where one may be called `large-print`."""
    return tuple(large_print if name == LARGE_PRINT and large_print else name for name in layouts)


def _large_print(reader: TableReader, layouts: tuple[str, ...]) -> str:
    """The layout that `large-print` means, if no clinic says otherwise."""
    name = reader.text("large_print", default="")
    if name and name not in layouts:
        known = [layout for layout in layouts if layout.startswith(LARGE_PRINT)]
        reader.wrong("large_print", f"is {name!r}, which is no layout", f"choose from: {', '.join(known)}")
    return name


def _check_languages(reader: TableReader, workspace: Workspace, settings: Settings) -> None:
    """A row may name the languages of which there are articles; no edition would be made in another one."""
    names = (PurePosixPath(name) for name in workspace.names("content/articles"))
    written = {name.stem.partition(".")[2] or settings.language for name in names if name.suffix == ".md"}
    for row in reader.tables("editions"):
        for tag in sorted(set(row.texts("languages", default=())) - written - {settings.language}):
            help = did_you_mean(tag, written, "put the translations into content/articles/<slug>.<lang>.md")
            row.wrong("languages", f"names {tag!r}, in which there is no article", help)


def _check_paper(reader: TableReader, workspace: Workspace, settings: Settings) -> None:
    """The usual paper has to be one that a layout knows; otherwise another one would be taken silently."""
    names = {name for row in settings.editions for name in row.layouts} & set(layout_names(workspace))
    papers = sorted({paper for name in sorted(names) for paper in layout_papers(workspace, name)})
    if settings.paper and papers and settings.paper not in papers:
        help = did_you_mean(settings.paper, papers, f"choose from: {', '.join(papers)}")
        reader.wrong("paper", f"is {settings.paper!r}, which no layout has", help)
