"""Reading a page for finding sheets back: what it offers, and whether it does no more than that.

It is read as a browser reads it, and everything that is said of a file is taken from what stands around its link.
"""

import base64
import hashlib
import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import etree

from glossary_publish.diagnostics import Report, Span

HELP = "look at the templates in layouts/finder/, if they were changed; else report it"
Said = tuple[str, str, str, str, str, str, str]
POLICY = "Content-Security-Policy"
ELEMENTS = frozenset(
    "html head meta title style body header main nav template script div p span ul li h1 h2 h3 dl dt dd time a "
    "label input select option button".split()
)
ATTRIBUTES = frozenset(
    "lang dir charset http-equiv content name class id role hidden for type value href datetime autocomplete "
    "autocapitalize spellcheck aria-label aria-labelledby aria-describedby data-pattern data-none data-language "
    "data-layout data-paper".split()
)


class Offer(NamedTuple):
    """A file and what a page says of it; dates as ISO 8601 has them, or empty.

    A tuple, because a page of a large glossary has many thousands, and all are compared.
    """

    path: str
    title: str
    language: str
    direction: str
    version: str
    updated: str
    due: str
    code: str
    format: str


def check_finder(
    name: str, data: bytes, offers: Iterable[Offer], pages: Iterable[str], report: Report
) -> None:
    """Tell in what a page, called `name` in the output folder, differs from what it has to offer and lead to."""
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    for message in (*_offered_otherwise(root, name, offers), *_led_elsewhere(root, name, pages)):
        report.error("finder-differs", f"{name} {message}", Span(name), HELP)
    for message in _dangers(root):
        report.error("finder-unsafe", f"{name} {message}", Span(name), HELP)


def _offered_otherwise(root: Any, name: str, offers: Iterable[Offer]) -> Iterator[str]:
    wanted, found = Counter(offers), Counter(_offers(root, name))
    if wanted == found:
        return
    instead = {offer.path: offer for offer in found - wanted}
    for offer in sorted((wanted - found).elements()):
        other = instead.pop(offer.path, None)
        if other is None:
            yield f"does not offer {offer.path}"
        else:
            yield from (
                f"says of {offer.path} that its {field} is {said!r}, and it is {fact!r}"
                for field, said, fact in zip(Offer._fields, other, offer, strict=True)
                if said != fact
            )
    left = (found - wanted) - Counter(offer for offer in found - wanted if offer.path not in instead)
    yield from (f"offers {offer.path} once too often" for offer in sorted(left.elements()))


def _offers(root: Any, name: str) -> Iterator[Offer]:
    said = dict[Any, Said]()
    for link in root.iter("a"):
        if "page" in _classes(link):
            continue
        text = _above(link, "text")
        if text not in said:
            said[text] = _said(text, _above(link, "topic"))
        format = " ".join(_words(one) for one in link.iter(etree.Element) if "format" in _classes(one))
        yield Offer(_target(link, name), *said[text], format)


def _said(text: Any, topic: Any) -> Said:
    """What a page says of all files of a text: all of an offer but path and format."""
    own = _by_class(text)
    titles = own.get("title") or (one for one in topic.iter(etree.Element) if "title" in _classes(one))
    title = next(iter(titles), etree.Element("p"))
    language = text.get("data-language", "")
    return (
        _words(title),
        language,
        title.get("dir", "") if title.get("lang") == text.get("data-language") else "",
        _joined(own, "version"),
        "".join(time.get("datetime", "") for time in own.get("updated", ())),
        "".join(time.get("datetime", "") for time in own.get("due", ())),
        _joined(own, "code"),
    )


def _led_elsewhere(root: Any, name: str, pages: Iterable[str]) -> Iterator[str]:
    found = Counter(_target(link, name) for link in root.iter("a") if "page" in _classes(link))
    wanted = Counter(pages)
    yield from (f"does not lead to {path}" for path in sorted(wanted - found))
    yield from (f"leads to {path}" for path in sorted(found - wanted))


def _target(link: Any, name: str) -> str:
    """Where a link leads, in the output folder; what leads out of it, or is no plain path, as it stands."""
    href = link.get("href", "")
    parts = urlsplit(href)
    if (
        parts.scheme
        or parts.netloc
        or parts.query
        or parts.fragment
        or not parts.path
        or href.startswith("/")
    ):
        return str(href)
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))


def _dangers(root: Any) -> Iterator[str]:
    """What a page must not hold: it may be opened on a machine that has more to lose than this page."""
    policy = "".join(
        meta.get("content", "") for meta in root.iter("meta") if meta.get("http-equiv") == POLICY
    )
    if "default-src 'none';" not in policy:
        yield "does not refuse everything that it does not name"
    for kind in ("script", "style"):
        found = [element.text or "" for element in root.iter(kind)]
        wanted = [f"{kind}-src '{_digest(text)}';" for text in found]
        if len(found) != 1 or wanted[0] not in policy:
            yield f"has a {kind} that its policy does not name"
    for element in root.iter(etree.Element):
        if element.tag not in ELEMENTS:
            yield f"has an element {element.tag}"
        if not ATTRIBUTES.issuperset(keys := element.keys()):
            yield from (f"has an attribute {key}" for key in keys if key not in ATTRIBUTES)


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _above(element: Any, kind: str) -> Any:
    """The nearest element of a class that an element is in; an empty one without any."""
    found = (one for one in element.iterancestors() if kind in _classes(one))
    return next(found, etree.Element("div"))


def _by_class(element: Any) -> dict[str, list[Any]]:
    """An element and all within it, by their classes, in their order."""
    found: dict[str, list[Any]] = {}
    for one in element.iter(etree.Element):
        for kind in _classes(one):
            found.setdefault(kind, []).append(one)
    return found


def _joined(elements: dict[str, list[Any]], kind: str) -> str:
    return " ".join(map(_words, elements.get(kind, ())))


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _classes(element: Any) -> frozenset[str]:
    return _named(element.get("class", ""))


@lru_cache(maxsize=256)
def _named(classes: str) -> frozenset[str]:
    return frozenset(classes.split())
