"""What the fields of a reference must and may look like in print, whatever the style."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from glossary_publish.verify.conservation.fields import Fields, Value, value_of
from glossary_publish.verify.conservation.leaves import words
from glossary_publish.verify.conservation.styles import Style

NAMES = ("author", "editor")
SILENT = frozenset(("id", "kind", "type"))
# What every style shows of a source of some type; of all types title, names, year and address.
SHOWN = {
    "article-journal": ("container-title", "volume", "issue", "page"),
    "book": ("publisher",),
    "chapter": ("container-title", "publisher"),
}
TWICE = frozenset(("genre", "number"))  # fields that a style may show in two places
ORDINAL = re.compile(r"(\d+)[a-z]{1,3}")  # `2nd`, and a year with a letter
TAG = re.compile(r"</?(?:i|b|sc|sup|sub|span)\b[^>]*>")  # what CSL allows in a title
QUOTES = frozenset("\"'“”‘’«»‹›„‚")
SIGNS = frozenset(".,;:()[]-–—…“”‘’'/&")  # between fields, and what a style turns signs into


def missing(fields: Fields, style: Style, text: Sequence[str]) -> Iterator[Value]:
    """The fields that an entry does not show though its style can, or not in their usual order."""
    exact, found = _exact(text), _plain(text)
    authors = [_exact(words(name.text)) for name in _names(fields, "author")[:1]]
    first = max(0, *(_find(author, exact, 0) for author in authors), 0)
    title = fields["title"][0] if "title" in fields and "title" in style.shows else None
    start = 0
    if title is not None:
        form = _exact(words(TAG.sub("", title.text)))
        place = _find(form, exact, first)
        if place < 0:
            yield title
        start = len(_plain(exact[: place + len(form)])) if place >= 0 else 0
    found = found[: _address_place(fields, found)]
    for name in SHOWN.get(value_of(fields, "type"), ()):
        forms = {key: _form(key, fields[key][0]) for key in (name, f"{name}-short") if key in fields}
        places = {key: place for key, form in forms.items() if (place := _find(form, found, start)) >= 0}
        if not forms or style.shows.isdisjoint((name, f"{name}-short")):
            continue
        longer = (form for form in forms.values() if any(set(forms[key]) < set(form) for key in places))
        rest = {word for form in longer for word in form} - {word for key in places for word in forms[key]}
        if not places or rest & set(found):
            yield fields[next(iter(forms))][0]
        else:
            start = max(place + len(forms[key]) for key, place in places.items())
    year = fields.get("issued.date-parts", fields.get("issued.raw", ()))[:1]
    if year and "issued" in style.shows and not any(word.startswith(year[0].text[:4]) for word in found):
        yield year[0]


def _address_place(fields: Fields, found: tuple[str, ...]) -> int:
    """Where the DOI begins, which repeats numbers of volume and pages; the end if there is none."""
    place = _find(_plain(words(value_of(fields, "DOI"))), found, 0) if "DOI" in fields else -1
    return place if place >= 0 else len(found)


def _form(name: str, value: Value) -> tuple[str, ...]:
    """The words of a field that are shown in any case: of pages the first one."""
    return _plain(words(re.split(r"[-–—,]", value.text)[0] if name == "page" else value.text))


def _exact(some: Sequence[str]) -> tuple[str, ...]:
    """Words and signs in small letters, without the quotation marks, which a style may turn into others."""
    return tuple(word.casefold() for word in some if word not in QUOTES)


def missing_names(fields: Fields, style: Style, text: Sequence[str]) -> Iterator[Value]:
    """The authors, or else the editors, whose names are not there in their order, each with its initials."""
    found = _plain(text)
    role = next((role for role in NAMES if role in style.shows and _names(fields, role)), "")
    names, given = _names(fields, role), fields.get(f"{role}.given", ())
    shown = style.first if style.fewest and len(names) >= style.fewest else len(names)
    start, sides = 0, {"before", "after"}
    for index, name in enumerate(names[:shown]):
        family = _plain(words(name.text))
        place = _find(family, found, start)
        if place < 0:
            yield name
            continue
        start = place + 1
        if len(given) == len(names):
            beside = {"before": found[max(0, place - 1) : place], "after": found[place + len(family) :][:1]}
            own = {side for side, word in beside.items() if not set(_beside(given[index])).isdisjoint(word)}
            # The names after the first one stand alike, and none of them is turned round where the first is not.
            sides = sides & own if index else {"before", *(own & {"after"})}
            led = index or not style.turned or "after" in own
            if not own or not sides or not led:
                yield name


def _beside(given: Value) -> Iterator[str]:
    """What of a given name may stand beside the family name."""
    plain = _plain(words(given.text)) or ("",)
    yield from (plain[0], plain[-1], plain[0][:1], plain[-1][:1], "".join(word[:1] for word in plain))


def _names(fields: Fields, role: str) -> list[Value]:
    """Family names, and names that have no parts, in their order."""
    names = (value for key in ("family", "literal") for value in fields.get(f"{role}.{key}", ()))
    return sorted(names, key=lambda value: value.line)


def extra(text: Sequence[str], fields: Fields, style: Style) -> Iterator[str]:
    """The words and signs that no field and no term of the style has, or that are there too often."""
    allowed = sayable(fields, style)
    loose = {word for key in TWICE & fields.keys() for word in _sayable(key, fields[key], style)}
    for word, count in Counter(_plain(text)).items():
        ordinal = ORDINAL.fullmatch(word)
        known = word in style.own or word in loose or (ordinal and ordinal[1] in allowed)
        if not known and count > allowed[word]:
            yield word
    values = [words(value.text) for key in fields for value in fields[key]]
    signs = {sign for value in values for sign in value}
    for sign in dict.fromkeys(text):
        if not sign[0].isalnum() and sign not in SIGNS and sign not in signs and sign not in style.own:
            yield sign
    doubled = {pair for value in values for pair in pairwise(value)}
    for one, other in pairwise(text):
        if one == other and one[0].isalpha() and (one, other) not in doubled:
            yield other


def gaps(text: Sequence[str]) -> bool:
    """Whether there are brackets with nothing between them."""
    return not {("(", ")"), ("[", "]")}.isdisjoint(pairwise(text))


def sayable(fields: Fields, style: Style) -> Counter[str]:
    """The words that the fields of a reference may turn into; of a long and a short form only one is shown."""
    found = Counter[str]()
    for key in fields.keys() - SILENT:
        said = Counter(_sayable(key, fields[key], style))
        if (other := f"{key}-short") in fields:
            said |= Counter(_sayable(other, fields[other], style))
        if key.removesuffix("-short") not in fields.keys() - {key}:
            found.update(said)
    return found


def _sayable(key: str, values: Sequence[Value], style: Style) -> Iterator[str]:
    for value in values:
        plain = _plain(words(TAG.sub("", value.text)))
        yield from plain
        if key.endswith(".given"):
            letters = [word[0] for word in plain]
            yield from letters if style.parted_initials else ()
            yield from ("".join(letters),) if style.joined_initials else ()
        elif key == "page":
            yield from _pages(value.text, style)


def _pages(text: str, style: Style) -> Iterator[str]:
    """The last page of a range in full, and in short (`252-60`) if the style writes it so."""
    for first, last in pairwise(re.findall(r"\d+", text)):
        if len(last) < len(first):
            yield first[: len(first) - len(last)] + last
        yield from (last[place:] for place in range(1, len(last)) if style.short_pages)


def _plain(some: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in some if word[0].isalnum())


def _find(some: Sequence[str], others: Sequence[str], start: int) -> int:
    size = len(some)
    places = (
        place for place in range(start, len(others) - size + 1) if tuple(others[place : place + size]) == some
    )
    return next(places, -1)
