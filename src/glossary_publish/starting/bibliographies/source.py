"""One reference of a file of another program, as CSL data whose scalars are text."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from glossary_publish.bibliography.texts import DOI, RESOLVER, normal
from glossary_publish.diagnostics import PublishError, Span, fault

UNREADABLE = "unreadable-bibliography"
HELP = "mend the file, or export it again from the program that keeps it; nothing was added"
ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?:[T/ ].*)?")
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
SEASONS = {"spring": "1", "summer": "2", "fall": "3", "autumn": "3", "winter": "4"}
RANGE = re.compile(r"\s*[-‐‑‒–—]+\s*")


@dataclass(frozen=True, slots=True)
class Source:
    """A reference and its place. `left_out` names what was there and is no part of a reference here."""

    data: dict[str, Any]
    span: Span
    left_out: tuple[str, ...] = ()


def unreadable(message: str, span: Span, help: str = HELP) -> PublishError:
    """The error for a file that cannot be read on from here."""
    return fault(PublishError, UNREADABLE, message, span, help)


def place(text: str, position: int, path: str) -> Span:
    """Line and column of a position in a text."""
    before = text[:position]
    return Span(path, before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1)


def plain(text: str) -> str:
    """A text without HTML entities, in normal form."""
    return normal(html.unescape(text))


def date(year: str, month: str = "", day: str = "") -> dict[str, Any]:
    """A CSL date of what is known of it; a month may be a name, or a season. Of several days it is the first."""
    year, month, first = year.strip(), month.strip().lower(), re.match(r"\d+", day.strip())
    if not year.isdigit():
        return {"literal": year}  # such as "in press"
    if month in SEASONS:
        return {"date-parts": [[year]], "season": SEASONS[month]}
    number = str(MONTHS.index(month[:3]) + 1) if month[:3] in MONTHS else month.lstrip("0")
    parts = [year, number, first[0].lstrip("0") if first else ""]
    return {"date-parts": [parts[: parts.index("")] if "" in parts else parts]}


def date_of(text: str) -> dict[str, Any] | None:
    """A date as year, month and day with marks between them; other words as they stand; None without any."""
    text = text.strip()
    found = ISO.fullmatch(text.rstrip("/"))
    if found is None:
        return {"literal": text} if text else None
    return date(found[1], found[2] or "", found[3] or "")


def name(text: str) -> dict[str, str]:
    """A name that is written as family, given, suffix; without a comma it is that of a group."""
    family, _, rest = plain(text).partition(",")
    given, _, suffix = rest.partition(",")
    if not rest.strip():
        return {"literal": family.strip()}
    parts = {"family": family.strip(), "given": given.strip(), "suffix": suffix.strip()}
    return {part: words for part, words in parts.items() if words}


def tidied(data: dict[str, Any]) -> dict[str, Any]:
    """The data without what is empty, with its identifiers and pages in the forms that are used here."""
    tidy = {field: value for field, value in data.items() if value not in ("", [], None)}
    texts = {field: value for field, value in tidy.items() if isinstance(value, str)}
    if "DOI" in texts:
        bare = RESOLVER.sub("", texts["DOI"], count=1)
        tidy["DOI"] = bare if DOI.fullmatch(bare) else texts["DOI"]
        if RESOLVER.sub("", texts.get("URL", ""), count=1).casefold() == bare.casefold():
            del tidy["URL"]
    if "page" in texts:
        tidy["page"] = RANGE.sub("-", texts["page"])
    if "title" in texts:
        tidy["title"] = texts["title"].removesuffix(".")
    return tidy


def key_for(data: dict[str, Any]) -> str:
    """A key as people make them: first name and year, in plain letters."""
    people = next(_people(data), ())
    first = people[0] if people else {}
    words = str(first.get("family") or first.get("literal") or data.get("title", ""))
    folded = unicodedata.normalize("NFKD", words.replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    letters = re.findall("[a-z0-9]+", folded.encode("ascii", "ignore").decode().lower())
    stem = "".join(letters) if first.get("family") else "-".join(letters[:2])
    return f"{stem or 'source'}{year_of(data)}"


def year_of(data: dict[str, Any]) -> str:
    """The year of a reference; empty if it has none."""
    issued = data.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    try:
        return str(parts[0][0]) if parts else ""
    except (IndexError, KeyError, TypeError):
        return ""


def _people(data: dict[str, Any]) -> Iterator[Sequence[dict[str, str]]]:
    for role in ("author", "editor"):
        if isinstance(people := data.get(role), list) and all(isinstance(one, dict) for one in people):
            yield people
