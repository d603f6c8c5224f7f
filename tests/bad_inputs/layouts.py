"""Layouts with one fault each, made from those that come with the tool."""

from dataclasses import dataclass

from tests.bad_inputs.project import Project
from tests.support.house.sources import ROOT

HTML, CSS, TOML = "handout.html", "handout.css", "layout.toml"
TITLE, PAGE = "<title>{{ ", "@page {"
SUFFIXES = {"handout": "pdf", "ebook": "epub", "word": "docx"}


@dataclass(frozen=True, slots=True)
class Case:
    """A layout like `base` with some words of one of its files changed.

    `codes` are told of its edition; a text that is not seen may be missed by several checks. With `at_line` the fault
    is told at its line. Exit code 2 stands for bad configuration: that is one fault, told once.
    """

    name: str
    codes: frozenset[str]
    base: str
    file: str
    old: str
    new: str
    at_line: bool = False
    exit_code: int = 1

    @property
    def layout(self) -> str:
        """The name of the layout."""
        return self.name.lower().replace(" ", "-")

    @property
    def path(self) -> str:
        """The finished file, for the second of the good articles."""
        return f"second/second_{self.layout}.{SUFFIXES[self.base]}"

    def write(self, project: Project) -> None:
        """Put the layout into a project, still good."""
        for file in (ROOT / "layouts" / self.base).iterdir():
            project.write(f"layouts/{self.layout}/{file.name}", file.read_bytes())

    def spoil(self, project: Project) -> None:
        """Make it bad."""
        project.edit(f"layouts/{self.layout}/{self.file}", self.old, self.new)

    def place(self, project: Project) -> str:
        """Where the fault is told."""
        file = TOML if "layout-fails" in self.codes else self.file
        path = f"layouts/{self.layout}/{file}"
        if not self.at_line:
            return path
        lines = project.text(path).splitlines()
        return f"{path}:{next(number for number, line in enumerate(lines, 1) if self.new in line)}"


def _template(name: str, new: str, code: str = "broken-template") -> Case:
    return Case(
        name, frozenset({code}), "handout", HTML, TITLE, f"{new}{TITLE}", code == "broken-template", 2
    )


def _never(name: str, new: str, code: str) -> Case:
    """A template that would never end: its worker is ended."""
    return Case(name, frozenset({code}), "handout", HTML, TITLE, f"{new}{TITLE}")


def _style(name: str, rule: str, *codes: str) -> Case:
    return Case(name, frozenset(codes), "handout", CSS, PAGE, f"{rule}\n{PAGE}")


def _table(name: str, base: str, old: str, new: str, *codes: str, exit_code: int = 2) -> Case:
    return Case(name, frozenset(codes), base, TOML, old, new, exit_code=exit_code)


TEMPLATES = [
    _template("an undefined name", "{{ nobody }}"),
    _template("an injection", "{{ ''.__class__.__mro__ }}"),
    _template("an injection by format", "{{ '{0.__class__.__init__}'.format(metadata) }}"),
    _template("a file above", '{% include "../../../etc/passwd" %}'),
    _template("no condition", "{% if %}"),
    _template("a range without end", "{{ range(10 ** 10) | list }}"),
    _template("a macro that calls itself", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"),
    _never(
        "loops without end",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "renderer-too-slow",
    ),
    _never("words without end", "{{ 'a' * 10 ** 10 }}", "renderer-died"),
    Case(
        "an undefined name in an ebook",
        frozenset({"broken-template"}),
        "ebook",
        "text.xhtml",
        "<title>",
        "<title>{{ nobody }}",
        True,
        2,
    ),
    Case(
        "tags that do not match",
        frozenset({"unreadable-epub"}),
        "ebook",
        "text.xhtml",
        "<title>",
        "<title><b>",
    ),
    Case(
        "styles that are no XML", frozenset({"unreadable-docx"}), "word", "styles.xml", "<w:", "<w:broken <w:"
    ),
]
STYLES = [
    _style("an imported style sheet", '@import url("https://example.org/a.css");', "renderer-complains"),
    _style("a picture of the web", 'h1 { background: url("https://example.org/a.png") }', "refused-address"),
    _style("a picture of the disk", 'h1 { background: url("file:///etc/passwd") }', "refused-address"),
    _style(
        "a font of the web",
        '@font-face { font-family: X; src: url("https://example.org/a.ttf") }',
        "refused-address",
    ),
    _style("no disclaimer shown", ".disclaimer { display: none !important }", "words-lost-on-page"),
    _style("a hidden crisis notice", ".crisis-notice { visibility: hidden }", "words-not-painted"),
    _style("a white disclaimer", ".disclaimer p { color: white !important }", "contrast-too-low"),
    _style("a tiny disclaimer", ".disclaimer p { font-size: 3pt !important }", "text-too-small"),
    _style(
        "a disclaimer off the page", ".disclaimer { position: absolute; left: -9999px }", "words-not-painted"
    ),
    _style(
        "a disclaimer denied",
        '.disclaimer p::before { content: "No " }',
        "text-differs",
        "boilerplate-altered",
    ),
    Case(
        "no disclaimer shown in an ebook",
        frozenset({"words-not-painted"}),
        "ebook",
        "style.css",
        "@",
        ".disclaimer { display: none }\n@",
    ),
    Case(
        "type beyond measure",
        frozenset({"layout-fails"}),
        "handout",
        CSS,
        PAGE,
        f"h1 {{ font-size: 1e7px !important }}\n{PAGE}",
        exit_code=2,
    ),
]
TABLES = [
    _table(
        "no part for the disclaimer",
        "handout",
        '[[parts]]\nid = "disclaimer"\n',
        "",
        "words-lost",
        exit_code=1,
    ),
    _table(
        "a part that is none", "handout", 'id = "disclaimer"', 'id = "disclaimr"', "unknown-part", exit_code=1
    ),
    _table("no template named", "handout", 'template = "handout.html"', "", "broken-layout"),
    _table(
        "a template that is not there",
        "handout",
        'template = "handout.html"',
        'template = "gone.html"',
        "broken-template",
    ),
    _table("a paper without measures", "word", "[paper.letter]", "[paper.lettr]", "broken-layout"),
    _table("a width in words", "word", "width = 215.9", 'width = "wide"', "layout-fails"),
    _table("no size of the cover", "ebook", "[cover.title]", "[cover.titel]", "broken-layout"),
    _table("a QR code of no kind", "handout", 'error = "m"', 'error = "z"', "unreadable-qr-code"),
    _table("a QR code in words", "handout", "border = 4", 'border = "wide"', "layout-fails"),
    _table("a QR code that is tiny", "handout", "width = 28", "width = 9", "unreadable-qr-code"),
    _table(
        "a leading that no line has",
        "handout",
        "leading = 1.2",
        "leading = 3",
        "lines-too-close",
        exit_code=1,
    ),
    _table(
        "a margin that is too narrow", "handout", "inner = 23", "inner = 15", "text-near-edge", exit_code=1
    ),
    _table(
        "one page for all", "handout", "safe = 10 ", "pages = 1\nsafe = 10 ", "too-many-pages", exit_code=1
    ),
    _table(
        "greys alone",
        "handout",
        "safe = 10 ",
        "colours = false\nsafe = 10 ",
        "colour-among-greys",
        exit_code=1,
    ),
]
PRINT = [
    _style("a hidden QR code", "figure.qr img { visibility: hidden }", "qr-code-unreadable"),
    _style("no QR code shown", "figure.qr { display: none }", "qr-code-missing"),
    _style("a QR code that turns", "figure.qr img { transform: rotate(20deg) }", "qr-code-unreadable"),
    _style(
        "a QR code in a frame",
        "figure.qr img { outline: 3pt solid black; outline-offset: -4pt }",
        "qr-code-crowded",
    ),
    _style(
        "a QR code made smaller",
        "figure.qr img { width: 14mm !important; height: 14mm !important }",
        "qr-code-too-small",
    ),
    _style("lines of one length", "p { text-align: justify !important }", "lines-justified"),
    _style("a foot that is cut off", ".furniture { margin-block-end: -6mm }", "ink-near-edge"),
    _style("a title in the margin", "h1 { margin-inline-start: -6mm !important }", "text-near-edge"),
]
CASES = [*PRINT, *TEMPLATES, *STYLES, *TABLES]
