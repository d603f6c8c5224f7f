"""Citation styles: CSL files under layouts/citation-styles/, with the terms of one language."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from lxml import etree

from glossary_publish.bibliography.tree import NAMESPACE, name_of, root_of
from glossary_publish.diagnostics import PublishError, Span, UsageError, fault
from glossary_publish.workspace import Workspace

FOLDER = "layouts/citation-styles"
TERMS = "locales-"
# Which of several variants stands for a language that is named without a region.
PRIMARY = {"de": "de-DE", "en": "en-US", "es": "es-ES", "fr": "fr-FR", "pt": "pt-PT", "zh": "zh-CN"}


class Answers(Protocol):
    """Where answers of the citation engine are kept, by their questions; the question names the style, by its content."""

    def get(self, question: str, /) -> str | None:
        """The answer, if it is kept."""
        ...

    def __setitem__(self, question: str, answer: str, /) -> None:
        """Keep an answer."""
        ...


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """A style and the terms of a language, ready to format. `numbered` styles cite by number.

    `capital_subtitles` tells styles that write the first word of a subtitle with a capital. CSL cannot say it.
    `paths` are the files of style and terms, `answers` what outlives a process of what it made.
    """

    name: str
    numbered: bool
    csl: bytes = field(repr=False)
    locale: bytes = field(repr=False)
    language: str
    capital_subtitles: bool = False
    paths: tuple[str, ...] = ()
    answers: Answers | None = field(default=None, compare=False, repr=False)


def load_style(workspace: Workspace, name: str, language: str) -> CitationStyle:
    """Read `<name>.csl` and the terms of a language; raises `UsageError` when one is missing or unusable."""
    names = workspace.names(FOLDER)
    known = [file.removesuffix(".csl") for file in names if file.endswith(".csl")]
    if name not in known:
        message = f"there is no citation style {name!r}"
        raise fault(UsageError, "unknown-citation-style", message, help=f"choose one of: {', '.join(known)}")
    path = f"{FOLDER}/{name}.csl"
    csl = workspace.read(path)
    root = _root(csl, path, "style", "malformed-citation-style")
    _refuse_what_cannot_print(root, name, path)
    terms = _terms(names, language)
    locale = workspace.read(terms)
    _root(locale, terms, "locale", "malformed-citation-terms")
    return CitationStyle(
        name=name,
        numbered=root.find(f".//{NAMESPACE}text[@variable='citation-number']") is not None,
        csl=csl,
        locale=locale,
        language=language,
        capital_subtitles=_id(root).split("-")[0] == "apa",
        paths=(path, terms),
    )


def _terms(names: tuple[str, ...], language: str) -> str:
    files = {name.removeprefix(TERMS).removesuffix(".xml").lower(): name for name in names if TERMS in name}
    base = language.partition("-")[0].lower()
    for tag in (language.lower(), PRIMARY.get(base, base).lower()):
        if tag in files:
            return f"{FOLDER}/{files[tag]}"
    message = f"there are no citation terms for the language {language!r}"
    help = f"put the CSL locale file of the language into {FOLDER}; there are: {', '.join(files.values())}"
    raise fault(UsageError, "missing-citation-terms", message, Span(FOLDER), help)


def _root(data: bytes, path: str, name: str, code: str) -> etree._Element:
    try:
        root = root_of(data)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        help = "put the file there as its publisher gives it out"
        raise fault(
            UsageError, code, f"{path} is not XML: {error.msg}", Span(path, line, column), help
        ) from error
    if root.getroottree().docinfo.doctype:
        message = f"{path} has a document type, which no file of CSL has"
        raise fault(UsageError, code, message, Span(path), "put a CSL 1.0 file there")
    if root.tag != NAMESPACE + name:
        message = f"{path} holds no CSL {name}: its first element is {name_of(root)!r}"
        raise fault(UsageError, code, message, Span(path, root.sourceline or 0), "put a CSL 1.0 file there")
    return root


def _refuse_what_cannot_print(root: etree._Element, name: str, path: str) -> None:
    parent = root.find(f"{NAMESPACE}info/{NAMESPACE}link[@rel='independent-parent']")
    if parent is not None:
        other = str(parent.get("href")).rpartition("/")[2]
        message = f"the citation style {name!r} is only a name for the style {other!r}"
        help = f"put the file of {other} there instead"
        raise fault(UsageError, "dependent-citation-style", message, Span(path), help)
    if root.get("class") != "in-text":
        message = f"the citation style {name!r} cites in footnotes"
        help = "choose a style that cites in the text, by numbers or by author and date"
        raise fault(UsageError, "note-citation-style", message, Span(path), help)
    for error in _faults(root, path):
        raise error


def _faults(root: etree._Element, path: str) -> Iterator[PublishError]:
    code, help = "malformed-citation-style", "put the file there as its publisher gives it out"
    for part in ("citation", "bibliography"):
        if root.find(f"{NAMESPACE}{part}/{NAMESPACE}layout") is None:
            yield fault(UsageError, code, f"{path} has no layout for its {part}", Span(path), help)
    macros = {macro.get("name") for macro in root.iter(f"{NAMESPACE}macro")}
    for call in root.iterfind(".//*[@macro]"):
        if call.get("macro") not in macros:
            message = f"{path} uses the macro {call.get('macro')!r}, which it does not have"
            yield fault(UsageError, code, message, Span(path, call.sourceline or 0), help)


def _id(root: etree._Element) -> str:
    return root.findtext(f"{NAMESPACE}info/{NAMESPACE}id", "").rpartition("/")[2]
