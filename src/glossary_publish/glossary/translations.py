"""Whether a translation says what its original says today: block by block, by the hashes that it records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from glossary_publish.article import Article, Line, Translation
from glossary_publish.diagnostics import Report, Span
from glossary_publish.glossary.pieces import Piece, pieces_of

RECORD = "translates"
SAME = ("version", "audience", "status", "superseded_by", "related", "references", "boilerplate")
Pair = tuple[int | None, int | None]


def check_translation(article: Article, original: Article | None, report: Report) -> None:
    """Report whatever of an original its translation lacks, or translated in another wording than today's."""
    translation = article.translates
    if original is None or original.language == article.language:
        if translation is not None:
            message = f"there is no article {article.slug!r} that this one could be a translation of"
            help = f"put content/articles/{article.slug}.md there and mend it, or delete the key {RECORD}"
            report.error("missing-original", message, article.place(RECORD), help)
        return
    if translation is None:
        message = f"which version of {original.path} this translates is not recorded"
        help = f"add the lines that `glossary-publish blocks {article.slug}` prints"
        report.error("translation-not-recorded", message, Span(article.path), help)
        return
    _check_facts(article, translation, original, report)
    for code, message, span, help in _Comparison.of(article, translation, original).faults():
        report.error(code, message, span, help)


def _check_facts(article: Article, translation: Translation, original: Article, report: Report) -> None:
    if translation.version != original.version:
        message = (
            f"version {translation.version} is translated, and {original.path} is {original.version} now"
        )
        help = f"see what has changed, then write version: {original.version}"
        report.error("translation-outdated", message, article.place(f"{RECORD}.version"), help)
    for key in SAME:
        own, theirs = _fact(article, key), _fact(original, key)
        if own != theirs:
            message = f"{key} is {_list(own)}, and in {original.path} it is {_list(theirs)}"
            report.error("translation-differs", message, article.place(key), "write the same in both")


def _fact(article: Article, key: str) -> tuple[str, ...]:
    value: str | tuple[str | Line, ...] = getattr(article, key)
    items = (value,) if isinstance(value, str) else value
    return tuple(item if isinstance(item, str) else item.text for item in items if item)


def _list(values: Sequence[str]) -> str:
    return ", ".join(values) or "not there"


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The pieces of an original, those of its translation, and the record of what was translated."""

    path: str
    originals: Sequence[Piece]
    own: Sequence[Piece]
    recorded: Sequence[Line]

    @classmethod
    def of(cls, article: Article, translation: Translation, original: Article) -> "_Comparison":
        """The comparison of two articles."""
        return cls(article.path, pieces_of(original), pieces_of(article), translation.blocks)

    def faults(self) -> Iterator[tuple[str, str, Span, str]]:
        """Code, message, place and help of each block that is out of date, missing, or not there to be translated."""
        hashes = [line.text.split()[0] for line in self.recorded]
        records = dict(
            pair for pair in _paired([one.hash for one in self.originals], hashes) if pair[0] is not None
        )
        used = {index for index in records.values() if index is not None}
        places = dict(pair for pair in self._places() if pair[0] is not None)
        translated = {index for index in places.values() if index is not None}
        for index, piece in enumerate(self.originals):
            yield from self._fault(index, piece, records.get(index), places.get(index))
        for index, line in enumerate(self.recorded):
            if index not in used:
                message = f"the original has no block {line.text!r} any more"
                yield "translation-needless", message, line.span, "delete the line and what it stood for"
        for index, piece in enumerate(self.own):
            if index not in translated and not piece.field:
                message = f"the block {piece.label!r} translates nothing: the original has none like it here"
                yield "translation-needless", message, piece.span, "delete it, or put it where it belongs"

    def _fault(
        self, index: int, piece: Piece, record: int | None, place: int | None
    ) -> Iterator[tuple[str, str, Span, str]]:
        called = f"the block {piece.label!r} ({piece.span})"
        line = f"'- {piece.hash} {piece.label}'"
        if place is None:
            message = f"{called} has no translation"
            help = f"translate it, and put the line {line} into its place below {RECORD}.blocks"
            yield "translation-missing", message, self._end(index), help
            return
        own = self.own[place]
        if own.kind != piece.kind:
            message = f"{called} is a {piece.kind}, and its translation is a {own.kind}"
            yield "translation-differs", message, own.span, "keep kind, citations, links and note marks"
        if record is None:
            message = f"{called} is new since it was translated"
            yield (
                "translation-stale",
                message,
                own.span,
                f"translate it, and add the line {line} below {RECORD}.blocks",
            )
        elif self.recorded[record].text.split()[0] != piece.hash:
            old = self.recorded[record]
            message = f"{called} has changed since it was translated"
            help = f"translate it anew, then write {line} in line {old.span.line} of {self.path}"
            yield "translation-stale", message, own.span, help

    def _places(self) -> Iterator[Pair]:
        """Which piece of the translation stands for which of the original."""
        fields = {piece.field: index for index, piece in enumerate(self.own) if piece.field}
        for index, piece in enumerate(self.originals):
            if piece.field:
                yield index, fields.get(piece.field)
        theirs = [index for index, piece in enumerate(self.originals) if not piece.field]
        own = [index for index, piece in enumerate(self.own) if not piece.field]
        for one, other in _paired([self.originals[i].kind for i in theirs], [self.own[i].kind for i in own]):
            yield None if one is None else theirs[one], None if other is None else own[other]

    def _end(self, index: int) -> Span:
        """Where the translation of a piece would stand: after that of the last piece before it that has one."""
        places = dict(pair for pair in self._places() if pair[0] is not None)
        before = (places.get(earlier) for earlier in range(index - 1, -1, -1))
        found = next((place for place in before if place is not None), None)
        return self.own[found].span if found is not None else Span(self.path)


def _paired(left: Sequence[str], right: Sequence[str]) -> Iterator[Pair]:
    """Two sequences side by side: what is equal first, and what lies between as far as it reaches."""
    for _, start, end, first, last in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        yield from zip_longest(range(start, end), range(first, last))
