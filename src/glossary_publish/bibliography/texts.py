"""One text of a reference: its characters, its markup, and the shapes of identifiers and addresses."""

import re
import unicodedata
from dataclasses import dataclass
from html.entities import html5
from urllib.parse import urlsplit

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufffd-\uffff]")
SPACES = re.compile(r"[ \t\r\n]+")
ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
TAG = re.compile(r"<(/?)([A-Za-z][^<>]*?)\s*>")
# The markup that CSL knows in a text.
MARKUP = {
    "i": "i",
    "b": "b",
    "sup": "sup",
    "sub": "sub",
    "sc": "sc",
    'span style="font-variant:small-caps;"': "span",
    'span class="nocase"': "span",
}
MARKUP_HELP = 'CSL knows <i>, <b>, <sup>, <sub>, <sc> and <span class="nocase">, each with its end'
DOI = re.compile(r"10\.[0-9]{4,9}/[!-~\w]+")
RESOLVER = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*", re.IGNORECASE)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in an entry; `field` says where, with finer places after dots (`author.1.family`)."""

    code: str
    field: str
    message: str
    help: str


def normal(text: str) -> str:
    """A text in NFC with single spaces and none at its ends."""
    return SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")


def fault_of_text(field: str, text: str, name: str = "") -> Fault | None:
    """What is wrong with a text, if anything; `name` is what to call the field."""
    name = name or field
    if not text:
        return Fault("empty-reference-field", field, f"{name} is empty", "fill it in, or delete the line")
    if found := FORBIDDEN.search(text):
        message = f"{name} holds the character U+{ord(found[0]):04X}, which nobody can read"
        return Fault("unreadable-reference", field, message, "type the character that is meant")
    for found in ENTITY.finditer(text):
        if found[0].startswith("&#") or found[0][1:] in html5:
            message = f"{name} holds the HTML entity {found[0]!r}"
            return Fault("html-in-reference", field, message, "type the character itself")
    wrong = _fault_of_markup(text)
    if wrong:
        return Fault("html-in-reference", field, f"{name} holds {wrong}", MARKUP_HELP)
    return _fault_of_shape(field, text)


def _fault_of_markup(text: str) -> str:
    open_ones: list[str] = []
    for found in TAG.finditer(text):
        closing, tag = found[1], found[2]
        if not closing and tag in MARKUP:
            open_ones.append(MARKUP[tag])
        elif not closing or not open_ones or open_ones.pop() != tag:
            return f"{found[0]!r}, which would be printed as it is"
    return f"<{open_ones[-1]}> without its end" if open_ones else ""


def _fault_of_shape(field: str, text: str) -> Fault | None:
    match field:
        case "DOI":
            return _fault_of_doi(text)
        case "URL":
            return _fault_of_address(text)
        case "PMID" if not re.fullmatch("[1-9][0-9]{0,8}", text):
            help = "a PMID has digits only, such as 29792475"
            return Fault("malformed-identifier", field, f"{text!r} is no PMID", help)
        case "PMCID" if not re.fullmatch("PMC[1-9][0-9]*", text):
            return Fault("malformed-identifier", field, f"{text!r} is no PMCID", "write it as PMC3198542")
        case "language" if not LANGUAGE.fullmatch(text):
            help = "write a tag such as en, es or zh-Hant"
            return Fault("malformed-identifier", field, f"{text!r} is no language tag", help)
    return None


def _fault_of_doi(text: str) -> Fault | None:
    if DOI.fullmatch(text):
        return None
    bare = RESOLVER.sub("", text, count=1)
    if DOI.fullmatch(bare):
        message = f"the DOI {text!r} begins with more than the DOI"
        return Fault("malformed-doi", "DOI", message, f"write DOI: {bare}")
    help = "a DOI looks like 10.1037/pst0000172, without spaces"
    return Fault("malformed-doi", "DOI", f"{text!r} is no DOI", help)


def _fault_of_address(text: str) -> Fault | None:
    help = "write the whole address, as in https://example.org/page"
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return Fault("malformed-address", "URL", f"{text!r} is no web address", help)
    if parts.scheme not in ("http", "https"):
        message = f"the address {text!r} does not begin with http:// or https://"
        return Fault("malformed-address", "URL", message, help)
    if not host or parts.username is not None or re.search(r"[\s<>\"]", text):
        return Fault("malformed-address", "URL", f"{text!r} is no web address that can be printed", help)
    return None
