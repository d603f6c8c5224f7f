"""Finding an edition by the code on its pages, as somebody reads it out or a phone scans it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from difflib import get_close_matches

from glossary_publish.build.manifest import Entry
from glossary_publish.build.plan import Edition
from glossary_publish.build.record import Former, Record
from glossary_publish.build.standing import Judge, Standing, Status
from glossary_publish.build.status import Verdict
from glossary_publish.compose.edition_code import ALPHABET, as_printed
from glossary_publish.diagnostics import PublishError

DASHES = "\u2010-\u2014 -"
SPOKEN = re.compile(rf"[a-z]{{0,2}}[{DASHES}]?[0-9a-z]{{6}}", re.IGNORECASE)
MARKED = re.compile(rf"[0-9{DASHES}]|^[A-Z]+$")  # what is all in small letters may be the name of a folder


def asked_code(words: str) -> str:
    """The edition code that somebody gives, as it is printed, or that ends an address; empty for anything else."""
    spoken = words.rpartition("?")[2].strip()
    known = SPOKEN.fullmatch(spoken) and (MARKED.search(spoken) or spoken != words)
    return as_printed(spoken) if known else ""


class Lookup:
    """Answers for codes, from a manifest and, where that is silent, from the sources."""

    def __init__(self, judge: Judge, record: Record) -> None:
        self.judge = judge
        self.record = record

    def answers(self, code: str) -> list[Verdict]:
        """What the edition with a code is worth today; more than one answer if articles share the code by chance."""
        found: dict[tuple[str, str], Verdict] = {}
        for row in self.record.rows:
            if row.code == code:
                verdict = Verdict(code, _named(self.judge.of(row, self.record), row))
                key = row.slug, row.language
                found[key] = min(found.get(key, verdict), verdict, key=lambda one: one.status.rank)
        if not found:
            return list(self._of_sources(code)) or [Verdict(code, Standing(Status.NOT_OURS, self._why(code)))]
        return list(found.values())

    def _of_sources(self, code: str) -> Iterator[Verdict]:
        """Answers from what would be built now; an article has the code of its first layout in all of them."""
        for edition in self._one_of_each():
            with suppress(PublishError):
                metadata = self.judge.material.compose(edition).metadata
                if metadata.code == code:
                    due = metadata.review_due.isoformat() if metadata.review_due else ""
                    reason = f"{metadata.slug}, version {metadata.version}: the sources say so, no manifest knows it"
                    yield Verdict(code, self.judge.overdue(due) or Standing(Status.CURRENT, reason))

    def _one_of_each(self) -> Iterator[Edition]:
        """One edition of each article in each language and for each clinic, unless the manifest knows its code."""
        material = self.judge.material
        groups: dict[tuple[str, str, str], list[Edition]] = {}
        for edition in material.editions(material.languages, material.clinics):
            groups.setdefault((edition.slug, edition.language, edition.clinic), []).append(edition)
        for editions in groups.values():
            if not any(map(self._is_known, editions)):
                yield editions[0]

    def _is_known(self, edition: Edition) -> bool:
        entry = self.record.editions.get(edition.path)
        return entry is not None and not self.judge.what_changed(entry)

    def _why(self, code: str) -> str:
        """Why a code is not ours, with what it may have been meant to be."""
        strange = sorted({letter for letter in code.rpartition("-")[2] if letter not in ALPHABET})
        if strange:
            return f"no code has {' or '.join(strange)} among its last six characters"
        close = get_close_matches(code, sorted({row.code for row in self.record.rows}), n=1, cutoff=0.75)
        return "no edition has this code" + (f"; did you mean {close[0]}?" if close else "")


def _named(standing: Standing, row: Entry | Former) -> Standing:
    """The answer with the article and the version that a code stands for."""
    reason = f"{row.slug}, version {row.version}" + (f": {standing.reason}" if standing.reason else "")
    return Standing(standing.status, reason, standing.successor)
