"""Citation styles: CSL files under layouts/citation-styles/, with the terms of one language."""

from dataclasses import dataclass, field

from lxml import etree

from glossary_publish.diagnostics import Span, UsageError, fault
from glossary_publish.workspace import Workspace

FOLDER = "layouts/citation-styles"
CSL = "{http://purl.org/net/xbiblio/csl}"
PRIMARY = {"en": "en-US", "es": "es-ES", "fr": "fr-FR", "de": "de-DE", "zh": "zh-CN", "pt": "pt-PT"}


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """A style and the terms of a language, ready to format. `numbered` styles cite by number."""

    name: str
    numbered: bool
    csl: bytes = field(repr=False)
    locale: bytes = field(repr=False)
    language: str


def load_style(workspace: Workspace, name: str, language: str) -> CitationStyle:
    """Read `<name>.csl` and the terms of a language; raises `UsageError` when one is missing or unusable."""
    names = workspace.names(FOLDER)
    known = [file.removesuffix(".csl") for file in names if file.endswith(".csl")]
    if name not in known:
        message = f"there is no citation style {name!r}"
        raise fault(UsageError, "unknown-citation-style", message, help=f"choose one of: {', '.join(known)}")
    path = f"{FOLDER}/{name}.csl"
    csl = workspace.read(path)
    root = etree.fromstring(csl)
    locale = _locale(names, language)
    numbered = root.find(f".//{CSL}text[@variable='citation-number']") is not None
    return CitationStyle(name, numbered, csl, workspace.read(f"{FOLDER}/locales-{locale}.xml"), locale)


def _locale(names: tuple[str, ...], language: str) -> str:
    tags = [name[8:-4] for name in names if name.startswith("locales-") and name.endswith(".xml")]
    base = language.partition("-")[0].lower()
    for wanted in (language, PRIMARY.get(base, base)):
        for tag in tags:
            if tag.lower() == wanted.lower():
                return tag
    message = f"there are no citation terms for the language {language!r}"
    help = f"put the CSL locale file of that language into {FOLDER}/; there are: {', '.join(tags)}"
    raise fault(UsageError, "missing-citation-terms", message, Span(FOLDER), help)
