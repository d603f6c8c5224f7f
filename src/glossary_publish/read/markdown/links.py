"""Where a link may lead: another article, the web, a mailbox or a telephone. An allow-list, and nothing decodes past it."""

import re
from urllib.parse import unquote, urlsplit

from markdown_it.common.normalize_url import normalizeLink

from glossary_publish.read.schema import SLUG

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
HOST = re.compile(r"[^\s/?#@:\\<>\"]+(:[0-9]{1,5})?")
MAILBOX = re.compile(r"[^\s@,<>\"]+@[^\s@,<>\"]+")
TELEPHONE = re.compile(r"\+?[0-9][0-9().-]*")
UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\\]")


def target_of(address: str) -> str:
    """The address as the model carries it; raises `ValueError` that says why it may not stand in a link."""
    if not address:
        raise ValueError("the link leads nowhere")
    if UNSEEN.search(address):
        raise ValueError(f"{address!r} holds a space, a control character or a backslash")
    scheme = SCHEME.match(address)
    if scheme is None:
        raise ValueError(f"{address!r} is no full address")
    rest = address[scheme.end() :]
    match scheme[1].lower():
        case "article" if re.fullmatch(SLUG, rest):
            return f"article:{rest}"
        case "http" | "https" if rest.startswith("//") and _has_host(rest):
            return normalizeLink(f"{scheme[1].lower()}:{rest}")
        case "mailto" if MAILBOX.fullmatch(unquote(rest.partition("?")[0])):
            return normalizeLink(f"mailto:{rest}")
        case "tel" if TELEPHONE.fullmatch(rest):
            return f"tel:{rest}"
        case "article" | "http" | "https" | "mailto" | "tel":
            raise ValueError(f"{address!r} is no address that can be reached")
        case _:
            raise ValueError(f"{address!r} begins with {scheme[0]!r}")


def _has_host(rest: str) -> bool:
    try:
        return bool(HOST.fullmatch(urlsplit(f"http:{rest}").netloc))
    except ValueError:
        return False
