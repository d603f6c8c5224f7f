"""Files of lines that begin with a tag: RIS, and NBIB as PubMed writes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from glossary_publish.diagnostics import Span
from glossary_publish.starting.bibliographies.source import (
    Source,
    date,
    date_of,
    name,
    plain,
    tidied,
    unreadable,
)

RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?")
NBIB_LINE = re.compile(r"([A-Z]{1,4}) {0,3}- (.*)")
RIS_TYPES = {
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "THES": "thesis",
    "RPRT": "report",
    "GOVDOC": "report",
    "STAND": "standard",
    "ELEC": "webpage",
    "WEB": "webpage",
    "BLOG": "post-weblog",
    "DATA": "dataset",
    "COMP": "software",
    "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary",
    "PAMP": "pamphlet",
    "UNPB": "manuscript",
    "GEN": "document",
}
WITHIN = ("article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference")
RIS_FIELDS = {
    "title": ("TI", "T1", "CT"),
    "container-title": ("JF", "JO", "T2", "BT", "JA"),
    "container-title-short": ("JA", "J2"),
    "collection-title": ("T3",),
    "volume": ("VL",),
    "issue": ("IS",),
    "publisher": ("PB",),
    "publisher-place": ("CY", "PP"),
    "edition": ("ET",),
    "DOI": ("DO",),
    "URL": ("UR", "L2"),
    "language": ("LA",),
    "title-short": ("ST",),
}
RIS_ROLES = {"author": ("AU", "A1"), "editor": ("ED", "A2")}
RIS_OTHER = ("TY", "ER", "PY", "Y1", "DA", "Y2", "SP", "EP", "SN")
# PubMed writes languages in three letters (MARC), CSL wants two.
LANGUAGES = {
    "eng": "en",
    "spa": "es",
    "fre": "fr",
    "ger": "de",
    "ara": "ar",
    "chi": "zh",
    "por": "pt",
    "ita": "it",
}
NBIB_FIELDS = {
    "title": "TI",
    "container-title": "JT",
    "container-title-short": "TA",
    "volume": "VI",
    "issue": "IP",
    "page": "PG",
    "PMID": "PMID",
    "PMCID": "PMC",
    "publisher": "PB",
}
NBIB_OTHER = ("DP", "LID", "AID", "IS", "LA", "BTI", "FAU", "AU", "CN", "FED", "ED")


@dataclass(slots=True)
class Record:
    """The lines of one reference: tag and words, in their order."""

    span: Span
    lines: list[tuple[str, str]] = field(default_factory=list)

    def all(self, *tags: str) -> list[str]:
        """What stands behind some tags."""
        return [words for tag, words in self.lines if tag in tags and words]

    def first(self, *tags: str) -> str:
        """What stands first behind the first of some tags that is there."""
        return next((words for tag in tags for words in self.all(tag)), "")

    def left_out(self, used: set[str]) -> tuple[str, ...]:
        """The tags that nothing was made of."""
        return tuple(sorted({tag for tag, words in self.lines if words} - used))


def read_ris(text: str, path: str) -> list[Source]:
    """Each reference between TY and ER."""
    return [_of_ris(record) for record in _ris_records(text, path)]


def read_nbib(text: str, path: str) -> list[Source]:
    """Each reference that begins with PMID."""
    return [_of_nbib(record) for record in _nbib_records(text, path)]


def _ris_records(text: str, path: str) -> Iterator[Record]:
    record: Record | None = None
    for number, line in enumerate(text.split("\n"), 1):
        found, span = RIS_LINE.fullmatch(line.rstrip()), Span(path, number, 1, len(line) + 1)
        if found is None:
            if not line.strip():
                continue
            if record is None:
                raise unreadable("a line stands outside of a reference", span)
            if record.lines[-1][0] == "TY":
                raise unreadable("a line without a tag follows the type", span)
            _go_on(record, line)
        elif found[1] == "TY":
            if record is not None:
                raise unreadable(f"the reference on line {record.span.line} has no end (ER)", span)
            if (found[2] or "").strip() not in RIS_TYPES:
                raise unreadable(f"{found[2]!r} is no type that is known here", span, _known(RIS_TYPES))
            record = Record(span, [("TY", found[2].strip())])
        elif record is None:
            raise unreadable("a reference begins with TY, and none does here", span)
        elif found[1] == "ER":
            yield record
            record = None
        else:
            record.lines.append((found[1], plain(found[2] or "")))
    if record is not None:
        raise unreadable("the reference has no end (ER)", record.span)


def _nbib_records(text: str, path: str) -> Iterator[Record]:
    record: Record | None = None
    for number, line in enumerate(text.split("\n"), 1):
        found, span = NBIB_LINE.fullmatch(line.rstrip()), Span(path, number, 1, len(line) + 1)
        if not line.strip():
            continue
        if found is None:
            if record is None or not line.startswith("      "):
                raise unreadable("a line has neither a tag nor the white space of one that goes on", span)
            _go_on(record, line)
        elif found[1] == "PMID":
            if record is not None:
                yield record
            record = Record(span, [("PMID", plain(found[2]))])
        elif record is None:
            raise unreadable("a reference begins with PMID, and none does here", span)
        else:
            record.lines.append((found[1], plain(found[2])))
    if record is not None:
        yield record


def _go_on(record: Record, line: str) -> None:
    tag, words = record.lines[-1]
    record.lines[-1] = (tag, plain(f"{words} {line}"))


def _known(names: Any) -> str:
    return f"choose one of: {', '.join(sorted(names))}"


def _of_ris(record: Record) -> Source:
    kind = RIS_TYPES[record.first("TY")]
    data: dict[str, Any] = {"type": kind}
    data |= {name_: record.first(*tags) for name_, tags in RIS_FIELDS.items()}
    data |= {role: [name(one) for one in record.all(*tags)] for role, tags in RIS_ROLES.items()}
    if kind not in WITHIN:  # T2 of a book is its series
        data["collection-title"] = data["collection-title"] or data.pop("container-title")
    if data.get("container-title") == data["container-title-short"]:
        data["container-title-short"] = ""
    when = date_of(record.first("DA")) or date_of(record.first("PY", "Y1"))
    data |= {"issued": when, "accessed": date_of(record.first("Y2"))}
    data["page"] = "-".join(filter(None, (record.first("SP"), record.first("EP"))))
    data["ISSN" if kind in WITHIN[:3] else "ISBN"] = record.first("SN").split(" ")[0]
    used = {*RIS_OTHER, *(tag for tags in (*RIS_FIELDS.values(), *RIS_ROLES.values()) for tag in tags)}
    return Source(tidied(data), record.span, record.left_out(used))


def _of_nbib(record: Record) -> Source:
    data: dict[str, Any] = {"type": "chapter" if record.first("BTI") else "article-journal"}
    data |= {name_: record.first(tag) for name_, tag in NBIB_FIELDS.items()}
    data["container-title"] = record.first("JT", "BTI")
    data["author"] = [_person(one) for one in record.all("FAU") or record.all("AU")]
    data["author"] += [{"literal": one} for one in record.all("CN")]
    data["editor"] = [_person(one) for one in record.all("FED") or record.all("ED")]
    data["issued"] = date(*record.first("DP").split(" ")[:3]) if record.first("DP") else None
    data["DOI"] = next((one.split(" ")[0] for one in record.all("LID", "AID") if one.endswith("[doi]")), "")
    data["ISSN"] = record.first("IS").split(" ")[0]
    data["language"] = LANGUAGES.get(record.first("LA"), record.first("LA"))
    if data["container-title"] == data["container-title-short"]:
        data["container-title-short"] = ""
    used = {*NBIB_OTHER, *NBIB_FIELDS.values()}
    return Source(tidied(data), record.span, record.left_out(used))


def _person(text: str) -> dict[str, str]:
    """A name of PubMed: family, given; or in short, the family and its initials."""
    if "," in text:
        return name(text)
    family, _, initials = text.rpartition(" ")
    given = " ".join(f"{letter}." for letter in initials)
    return {"family": family, "given": given} if family and initials.isupper() else {"literal": text}
