"""Phrases that put people down, from a list with the wording to prefer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.glossary.languages import broader
from glossary_publish.readability.data import table, words
from glossary_publish.readability.manuscript import Manuscript
from glossary_publish.readability.sentences import WORD

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")
# After a noun comes the end of its phrase, or one of the small words that follow a person.
AFTER_A_NOUN = (
    r"(?=\s*(?:[.,;:!?)\]”’\"'–—]|$)|"
    r"\s+(?:who|is|are|was|were|and|or|can|may|must|should|will|has|have|had|with|in|on|to|at|from|do|does|said|says)\b)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase to avoid, as a pattern, and what to write in its place."""

    pattern: re.Pattern[str]
    prefer: str


def check(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """Warn of each phrase of the list, apart from those that are quoted or advised against."""
    for passage in manuscript.passages:
        quoted = [range(*match.span()) for match in QUOTED.finditer(passage.text)]
        seen: dict[str, int] = {}
        for match, prefer in _matches(passage.text, manuscript.language):
            nth = seen[match[0]] = seen.get(match[0], -1) + 1
            if any(match.start() in stretch for stretch in quoted):
                continue
            if _shunned(passage.text[: match.start()], manuscript.language):
                continue
            message = f"{match[0]!r} puts people down"
            yield manuscript.warning(
                "stigmatising-phrase", message, passage.span, f"write: {prefer}", match[0].split(), nth
            )


def _shunned(before: str, language: str) -> bool:
    """Whether the words before a phrase advise against it."""
    last = [word.lower() for word in WORD.findall(before)[-2:]]
    return not words("phrases", "shunned_after", language).isdisjoint({" ".join(last), *last[-1:]})


def _matches(text: str, language: str) -> list[tuple[re.Match[str], str]]:
    """The phrases of a text in their order; of two at one place, the longer one."""
    found: dict[int, tuple[re.Match[str], str]] = {}
    for phrase in _phrases(language):
        for match in phrase.pattern.finditer(text):
            other = found.get(match.start())
            if other is None or len(match[0]) > len(other[0][0]):
                found[match.start()] = match, phrase.prefer
    kept: list[tuple[re.Match[str], str]] = []
    for start in sorted(found):
        if not kept or start >= kept[-1][0].end():
            kept.append(found[start])
    return kept


@cache
def _phrases(language: str) -> tuple[Phrase, ...]:
    rows = [row for tag in broader(language) for row in table("phrases").get(tag, {}).get("phrases", ())]
    return tuple(_phrase(row["avoid"], row.get("noun", False), row["prefer"]) for row in rows)


def _phrase(avoid: list[str], noun: bool, prefer: str) -> Phrase:
    choices = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(avoid, key=len, reverse=True))
    pattern = rf"(?<![\w-])(?:{choices})(?![\w-]){AFTER_A_NOUN if noun else ''}"
    return Phrase(re.compile(pattern, re.IGNORECASE), prefer)
