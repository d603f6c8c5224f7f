"""Abbreviations that a reader meets before they are written out."""

import re
from collections.abc import Iterator, Sequence

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.readability.data import words
from glossary_publish.readability.manuscript import Manuscript
from glossary_publish.readability.passages import Passage

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
TOKEN = re.compile(r"(?<![\w@#./&-])[A-Za-z]{2,8}(?![\w@&]|\.\w|/\w)")
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
BEFORE = 14  # words before an abbreviation, or after it, among which its long form stands
BELOW = 2  # passages after a heading, a term or a cell that may write out what stands in it
SETTING = "known_abbreviations in content/glossary.toml"
BESIDE = 4  # words beside it that say that it is one


def check(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """Warn once of each abbreviation that is not known and not written out where it is first read."""
    known = {*words("abbreviations", "known", manuscript.language), *manuscript.known_abbreviations}
    written_out, told = _other_names(manuscript), set[str]()
    passages = tuple(manuscript.passages)
    for at, passage in enumerate(passages):
        here = list(_abbreviations(passage.text))
        below = () if passage.scored else passages[at + 1 : at + 1 + BELOW]
        written_out |= {
            name
            for name, match in here
            if _written_out(passage.text, match, manuscript.language)
            or any(_says(name, other, manuscript.language) for other in below)
        }
        for name, match in here:
            if name in known | written_out | told or _shouted(passage.text, match, manuscript.language):
                continue
            told.add(name)
            help = f'write it out where it stands first: "long form ({name})"'
            if later := _later(name, passages, manuscript.language):
                place = manuscript.places.find([name], later.span)
                help = f"it is written out in line {place.line} only; write it out where it stands first"
            message = f"the abbreviation {name!r} is used before it is written out"
            yield manuscript.warning(
                "undefined-abbreviation",
                message,
                passage.span,
                f"{help}, or add it to {SETTING}",
                match[0].split(),
            )


def _other_names(manuscript: Manuscript) -> set[str]:
    """The abbreviations among the other names of the article: they stand below its title."""
    lines = (line.text for line in manuscript.article.also_known_as)
    return {name for line in lines for name, _ in _abbreviations(line)}


def _abbreviations(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """What looks like an abbreviation: more capitals than small letters, and no Roman number. A plural counts as one."""
    for match in TOKEN.finditer(text):
        name = match[0][:-1] if re.fullmatch(r"[A-Z]{2,}s", match[0]) else match[0]
        capitals = sum(map(str.isupper, name))
        if capitals >= 2 and capitals > len(name) - capitals and not ROMAN.fullmatch(name):
            yield name, match


def _written_out(text: str, match: re.Match[str], language: str) -> bool:
    """Whether the long form stands beside an abbreviation, in parentheses or in the words before."""
    before, after = text[: match.start()], text[match.end() :]
    if before.endswith("(") and after[:1] in (")", ",", ";", ":"):
        return True
    if re.match(r"\s?\([^)]*[^\W\d_]{3,}[^)]*\)", after):
        return True
    earlier = WORD.findall(before)[-BEFORE:]
    later = WORD.findall(re.split(r"[.!?]\s", after)[0])[:BEFORE]
    if words("abbreviations", "introduced_by", language) & {*earlier[-BESIDE:], *later[:BESIDE]}:
        return True
    parts = [word.lower() for word in (*earlier, *later)]
    return _spells(parts, match[0].removesuffix("s").lower())


def _says(name: str, passage: Passage, language: str) -> bool:
    """Whether a passage writes an abbreviation out, or begins with its long form."""
    here = (match for found, match in _abbreviations(passage.text) if found == name)
    if any(_written_out(passage.text, match, language) for match in here):
        return True
    return _spells([word.lower() for word in WORD.findall(passage.text)[:BEFORE]], name.lower())


def _spells(parts: Sequence[str], letters: str) -> bool:
    """Whether words one after the other begin with the letters of an abbreviation; small words may stand between."""
    for start in range(len(parts)):
        rest, skipped = letters, 0
        for word in parts[start:]:
            if rest and word.startswith(rest[0]) and word != letters:
                rest, skipped = rest[1:], 0
            elif rest == letters or skipped == 1 or len(word) > 4:
                break
            else:
                skipped += 1
            if not rest:
                return True
    return False


def _shouted(text: str, match: re.Match[str], language: str) -> bool:
    """Whether it is a plain word in capitals, or stands in a line of them."""
    if match[0].lower() in words("abbreviations", "plain_words", language):
        return True
    neighbours = WORD.findall(text[: match.start()])[-1:] + WORD.findall(text[match.end() :])[:1]
    return any(len(word) > 3 and word.isupper() for word in neighbours)


def _later(name: str, passages: Sequence[Passage], language: str) -> Passage | None:
    """The passage that writes an abbreviation out."""
    return next(
        (
            passage
            for passage in passages
            for found, match in _abbreviations(passage.text)
            if found == name and _written_out(passage.text, match, language)
        ),
        None,
    )
