"""What is lost, added or out of order between the leaves of the sources and those of a part."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain

from glossary_publish.diagnostics import Report, Span
from glossary_publish.verify.conservation.leaves import Cited, Leaf, all_words, told
from glossary_publish.verify.conservation.targets import same_target
from glossary_publish.verify.excerpts import shortened

HELP = "nothing is written; report this fault of the tool with the article"
LONGEST = 4000  # words whose differences are looked for one by one


def compare(part: str, wanted: Sequence[Leaf], seen: Sequence[Leaf], report: Report) -> None:
    """Report every difference; `seen` is what the part says."""
    if all_words(wanted) == all_words(seen):
        _compare_shapes(part, wanted, seen, report)
        _compare_details(part, wanted, seen, report)
        return
    lost, added = list(_alone(wanted, seen)), list(_alone(seen, wanted))
    for leaf in [leaf for leaf in lost if any(leaf.words == other.words for other in added)]:
        other = next((one for one in added if one.words == leaf.words), None)
        if other is not None:
            lost.remove(leaf)
            added.remove(other)
            out_of_order(part, leaf.words, _place(leaf), report)
    _compare_words(part, lost, added, report)


def words_lost(part: str, words: Sequence[str], span: Span | None, report: Report) -> None:
    """Words of a source are not there."""
    message = f"{shortened(told(words))!r} stands in the source and not in the part {part}"
    report.error("words-lost", message, span, HELP, part)


def words_added(part: str, words: Sequence[str], span: Span | None, report: Report) -> None:
    """Words are there that stand in no source."""
    message = f"{shortened(told(words))!r} is in the part {part} and has no source"
    report.error("words-added", message, span, HELP, part)


def out_of_order(part: str, words: Sequence[str], span: Span | None, report: Report) -> None:
    """Words stand in another place than in their source."""
    message = f"{shortened(told(words))!r} does not stand in the part {part} where the source has it"
    report.error("words-out-of-order", message, span, HELP, part)


def _alone(some: Sequence[Leaf], others: Sequence[Leaf]) -> Iterator[Leaf]:
    """The leaves that have no equal in their place on the other side."""
    matcher = SequenceMatcher(
        None, [leaf.words for leaf in some], [leaf.words for leaf in others], autojunk=False
    )
    last = 0
    for start, _, size in matcher.get_matching_blocks():
        yield from some[last:start]
        last = start + size


def _compare_words(part: str, wanted: Sequence[Leaf], seen: Sequence[Leaf], report: Report) -> None:
    left, right = all_words(wanted), all_words(seen)
    if len(left) > LONGEST or len(right) > LONGEST:
        changes = [(0, len(left), 0, len(right))]
    else:
        matcher = SequenceMatcher(None, left, right, autojunk=False)
        changes = [change[1:] for change in matcher.get_opcodes() if change[0] != "equal"]
    left_places, right_places = _places(wanted), _places(seen)
    for start, end, begin, finish in changes:
        if start < end:
            words_lost(part, left[start:end], left_places[start], report)
        if begin < finish:
            words_added(part, right[begin:finish], right_places[begin], report)


def _places(leaves: Sequence[Leaf]) -> list[Span]:
    """The place of each word."""
    return [Span(leaf.path, leaf.line_of(index)) for leaf in leaves for index in range(len(leaf.words))]


def _place(leaf: Leaf) -> Span:
    return Span(leaf.path, leaf.line)


def _compare_shapes(part: str, wanted: Sequence[Leaf], seen: Sequence[Leaf], report: Report) -> None:
    """The words are the same: what they are, and where one thing ends and the next begins, has to be too."""
    left = [(leaf.mark, len(leaf.words)) for leaf in wanted]
    right = [(leaf.mark, len(leaf.words)) for leaf in seen]
    if left == right:
        return
    index = next(
        (place for place, (one, other) in enumerate(zip(left, right, strict=False)) if one != other),
        min(len(left), len(right)),
    )
    leaf = wanted[index] if index < len(wanted) else None
    other = seen[index] if index < len(seen) else None
    words = (leaf or other or Leaf("", ())).words
    message = (
        f"{shortened(told(words))!r} is {_named(leaf)} in the source and {_named(other)} in the part {part}"
    )
    report.error("blocks-differ", message, _place(leaf) if leaf else None, HELP, part)


def _named(leaf: Leaf | None) -> str:
    return f"{leaf.mark!r} of {len(leaf.words)} words" if leaf else "nothing of its own"


def _compare_details(part: str, wanted: Sequence[Leaf], seen: Sequence[Leaf], report: Report) -> None:
    """What is between the words: links, marks of notes, citations."""
    for leaf, other in zip(wanted, seen, strict=False):
        links = list(map(same_target, leaf.links)) == list(map(same_target, other.links))
        if not links:
            message = f"{_links(other)} in the part {part}, and {_links(leaf)} in the source"
            report.error("links-not-of-source", message, _place(leaf), HELP, part)
        if leaf.notes != other.notes:
            message = f"the note marks {_listed(other.notes)} should be {_listed(leaf.notes)}"
            report.error("note-marks-not-of-source", message, _place(leaf), HELP, part)
        if leaf.languages != other.languages:
            message = f"words in {_listed(other.languages)} should be in {_listed(leaf.languages)}"
            report.error("languages-not-of-source", message, _place(leaf), HELP, part)
        if len(leaf.citations) != len(other.citations) or not all(
            map(_same_citation, leaf.citations, other.citations)
        ):
            message = f"{_citations(other)} in the part {part}, and {_citations(leaf)} in the source"
            report.error("citations-not-of-source", message, _place(leaf), HELP, part)


def _listed(some: Sequence[str]) -> str:
    return ", ".join(some) or "none"


def _links(leaf: Leaf) -> str:
    return f"links lead to {', '.join(leaf.links)}" if leaf.links else "there are no links"


def _citations(leaf: Leaf) -> str:
    keys = [" ".join((*one.before, one.key, *one.place)) for one in chain(*leaf.citations)]
    return f"citations are of {'; '.join(keys)}" if keys else "there are no citations"


def _same_citation(wanted: Sequence[Cited], seen: Sequence[Cited]) -> bool:
    return len(wanted) == len(seen) and all(map(_same_source, wanted, seen))


def _same_source(wanted: Cited, seen: Cited) -> bool:
    """Equal but for the label of a place, which the source may write in many ways (`p.`, `pages`, nothing)."""
    before, after = _plain(wanted.before), _plain(wanted.place)
    if (wanted.key, before) != (seen.key, _plain(seen.before)):
        return False
    place = _plain(seen.place)
    if after == place:
        return seen.label in ("", "page")
    return after[1:] == place and _abbreviates(wanted.place[0], seen.label)


def _abbreviates(sign: str, label: str) -> bool:
    signs = {
        "§": "section",
        "¶": "paragraph",
        "no": "issue",
        "nos": "issue",
        "number": "issue",
        "numbers": "issue",
    }
    return signs.get(sign, sign)[:1].lower() == label[:1]


def _plain(some: Sequence[str]) -> list[str]:
    """The words among some words and signs; the signs for section and paragraph are labels in words."""
    return [word for word in some if any(map(str.isalnum, word)) or word in "§¶"]
