"""What each part of a publication has to say, from its sources: one or several ways, each as leaves."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from glossary_publish.publication import Part
from glossary_publish.verify.conservation import clinic
from glossary_publish.verify.conservation.dates import shown_dates
from glossary_publish.verify.conservation.fields import values_of
from glossary_publish.verify.conservation.files import ARTICLES, REFERENCES, SETTINGS, Document, Sources
from glossary_publish.verify.conservation.leaves import CITED, MARKED, Leaf, plain

Leaves = tuple[Leaf, ...]
Ways = Iterator[tuple[str, Leaves]]  # the form that a layout asks for by name, and what is said in it
WORDS_A_MINUTE = 200
# Letters of scripts without spaces between words, kana and Han: two of them count as a word.
SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
EDITING = "editing-"
ARTICLE = "article:"


class Saying:
    """What one article says, with all that its glossary adds to it. `code` is the edition code, which no source has."""

    def __init__(self, sources: Sources, article: Document, code: str, left_out: Sequence[str]) -> None:
        self.sources = sources
        self.article = article
        self.code = code
        self.left_out = frozenset(left_out)

    def ways(self, id: str, part: Part | None, form: str) -> tuple[Leaves, ...]:
        """All ways in which a part may say it; none when there is nothing to be said."""
        if part is not None and part.stamp is not None:
            return self.boilerplate(part.stamp.id, form)
        ways = [way for way in PARTS[id](self) if way[1]] if id in PARTS else []
        return tuple(leaves for name, leaves in ways if form in ("", name))

    @property
    def translates(self) -> bool:
        """Whether the article records what it translates."""
        return "translates.version" in self.article.fields

    def string(self, mark: str, key: str, links: Sequence[str] = (), **values: str) -> Leaf:
        """A leaf of one string."""
        text = self.sources.string(key, **values)
        return replace(plain(mark, text, self.sources.strings_path), links=tuple(links))

    def value(self, mark: str, key: str) -> Leaf:
        """A leaf of one value of the front matter."""
        return plain(mark, self.article.value(key), self.article.path, self.article.line(key))

    def linked(self, leaves: Sequence[Leaf]) -> Leaves:
        """Leaves whose links to articles lead to their addresses."""
        return tuple(
            replace(leaf, links=tuple(map(self._address, leaf.links))) if leaf.links else leaf
            for leaf in leaves
        )

    def _address(self, target: str) -> str:
        return self.sources.address(target.removeprefix(ARTICLE)) if target.startswith(ARTICLE) else target

    def boilerplate(self, id: str, form: str) -> tuple[Leaves, ...]:
        """A text that many articles carry, in full or in its short form."""
        text = self.sources.boilerplate(id)
        if text is None:
            return ()
        head = [plain("h2", text.value("heading"), text.path, text.line("heading"))]
        if text.value("callout"):
            head.insert(0, plain("p", text.value("callout"), text.path, text.line("callout")))
        short = plain("p", text.value("short"), text.path, text.line("short"))
        ways = {"full": (*head, *self.linked(text.text.body)), "short": (*head, short)}
        return (ways[form],) if form in ways else tuple(ways.values())

    def minutes(self) -> str:
        """How long reading takes."""
        count = sum(_read_words(leaf) for leaf in self.article.text.body)
        return str(max(1, -(-count // WORDS_A_MINUTE)))

    def day(self, key: str) -> tuple[str, ...]:
        """A date of the front matter in words."""
        return shown_dates(self.article.value(key), self.sources.language, self.sources.region)

    def related(self) -> Iterator[tuple[str, str, str]]:
        """Term, address and language (if it is another one) of each related article of which editions are made."""
        for slug in values_of(self.article.fields, "related"):
            path = self.sources.path_of(slug, self.left_out)
            if path:
                language = self.sources.language_of(path)
                other = language if language != self.sources.language else ""
                yield self.sources.term_in(path), self.sources.address(slug), other


def _read_words(leaf: Leaf) -> int:
    """The words with a letter or a digit: what has none is not read."""
    text, letters = SPACELESS.subn(" ", leaf.text.replace(CITED, "").replace(MARKED, ""))
    words = [word for word in text.split() if word[0].isalnum() or any(map(str.isalnum, word))]
    return len(words) + (letters + 1) // 2


def _editing(say: Saying) -> Ways:
    steps = [key for key in say.sources.strings if key.startswith(EDITING) and key != "editing-instructions"]
    lines = (say.string("bullet+/p", step) for step in steps)
    yield "full", (say.string("h2", "editing-instructions"), *lines)


def _label(say: Saying) -> Ways:
    minutes = say.minutes()
    key = say.sources.counted("label", int(minutes))
    label = say.string("p", key, category=say.article.value("category"), minutes=minutes)
    yield "full", (label,)


def _title(say: Saying) -> Ways:
    names = values_of(say.article.fields, "also_known_as")
    joined = say.sources.string("between-names").join(names)
    other = (say.string("p", "also-known-as", names=joined),) if names else ()
    yield "full", (say.value("h1", "title"), *other, say.value("p", "description"))


def _facts(say: Saying) -> Ways:
    by, due = say.article.value("reviewed.by"), say.article.value("reviewed.due")
    on = say.article.value("reviewed.on")
    sample = say.article.value("reviewed.sample").lower() == "true"
    for index, day in enumerate(say.day("updated")):
        leaves = [
            say.string("fact", "updated"),
            plain("value", day, say.article.path, say.article.line("updated")),
        ]
        leaves.append(say.string("fact", "review"))
        if sample:
            leaves.append(say.string("value", "sample-review"))
        elif on:
            leaves.append(
                say.string("value", "reviewed-on", reviewer=by, date=_like(say.day("reviewed.on"), index))
            )
        else:
            leaves.append(say.string("value", "reviewed", reviewer=by))
        if due:
            place = say.article.line("reviewed.due")
            date = plain("value", _like(say.day("reviewed.due"), index), say.article.path, place)
            leaves += (say.string("fact", "review-due"), date)
        else:
            label = "review-due" if on and not sample else "review-date"
            leaves += (say.string("fact", label), say.string("value", "not-recorded"))
        yield "full", (*leaves, say.string("fact", "version"), say.value("value", "version"))


def _like(days: Sequence[str], index: int) -> str:
    """A date in the same form as another one."""
    return days[min(index, len(days) - 1)]


def _listed(key: str) -> Callable[[Saying], Ways]:
    """A list of the front matter under its heading."""

    def say_list(say: Saying) -> Ways:
        values = say.article.fields.get(key.replace("-", "_"), ())
        items = (plain("bullet+/p", value.text, say.article.path, value.line) for value in values)
        if values:
            yield "full", (say.string("h2", key), *items)

    return say_list


def _body(say: Saying) -> Ways:
    yield "full", say.linked(say.article.text.body)


def _notes(say: Saying) -> Ways:
    notes = tuple(
        replace(leaf, mark=f"note {number}/{leaf.mark}")
        for number, leaves in enumerate(say.article.text.notes, 1)
        for leaf in say.linked(leaves)
    )
    if notes:
        yield "full", (say.string("h2", "notes"), *notes)
        yield "native", notes


def _related(say: Saying) -> Ways:
    short, long = [], []
    for term, address, language in say.related():
        leaf = plain("bullet+/p", term, SETTINGS)
        line = say.string("bullet+/p", "related-article", [address] * 2, article=term, address=address)
        languages = (language,) if language else ()
        short.append(replace(leaf, links=(address,) if address else (), languages=languages))
        long.append(replace(line, languages=languages) if address else short[-1])
    if short:
        yield "link", (say.string("h2", "related"), *short)
        yield "address", (say.string("h2", "related"), *long)


def _references(say: Saying) -> Ways:
    heading, address = say.string("h2", "references"), say.sources.address(say.sources.slug)
    listed = (heading, Leaf("references", (), REFERENCES), say.string("p", "legend"))
    elsewhere = (heading, say.string("p", "references-elsewhere", [address], address=address))
    yield "full", listed
    yield "address", elsewhere if address else listed
    if say.sources.clinic:
        yield "request", (heading, clinic.on_request(say), *(elsewhere[1:] if address else ()))


def _colophon(say: Saying) -> Ways:
    licence: Mapping[str, str] = say.sources.settings.get("licence", {})
    name, url = licence.get("name", ""), licence.get("url", "")
    imprint = {
        "publisher": say.sources.setting("publisher"),
        "version": say.article.value("version"),
        "code": say.code,
    }
    sample = (say.string("p", "sample-notice"),) if say.sources.settings.get("sample") else ()
    sample = (*_original(say), *sample)
    lines = (say.string("p", "imprint", **imprint), say.string("p", "licence", [url], licence=name))
    yield "full", (*lines, *sample)
    yield "short", (say.string("p", "imprint-short", [url], licence=name, **imprint), *sample)


def _original(say: Saying) -> Iterator[Leaf]:
    """What a translation says of the article that it translates."""
    original = say.sources.document(f"{ARTICLES}/{say.sources.slug}.md") if say.translates else None
    if original is not None:
        values = {"title": original.value("title"), "version": original.value("version")}
        yield replace(say.string("p", "translation", **values), languages=(say.sources.setting("language"),))


def _address(say: Saying) -> Ways:
    address = say.sources.address(say.sources.slug)
    if address:
        address = f"{address}?{say.code}"
        line = say.string("p", "address", [address], address=address.removeprefix("https://"))
        yield "link", (line,)
        yield "qr", (line, say.string("qr", "qr-code", [address]))


PARTS: Mapping[str, Callable[[Saying], Ways]] = {
    "editing-instructions": _editing,
    "label": _label,
    "title": _title,
    "facts": _facts,
    "key-points": _listed("key-points"),
    "actions": _listed("actions"),
    "questions-to-ask": _listed("questions-to-ask"),
    "body": _body,
    "notes": _notes,
    "related": _related,
    "references": _references,
    "colophon": _colophon,
    "address": _address,
    **clinic.PARTS,
}
