"""Bad content. Each fault stands in an article, an image, a reference or a boilerplate of its own.

So that all of them can be tried in one build, the article of each is called like its case, and so is what it uses.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bad_inputs.images import gif, huge_png, png, svg, use_bomb
from tests.bad_inputs.project import ARTICLE, ARTICLES, Project

IMAGES = "content/images"
FIGURE = "## What is tried\n\n![A dot.](images/{name})\n"
Break = Callable[[Project, str], None]


@dataclass(frozen=True, slots=True)
class Case:
    """A fault of one article, or of what it alone uses.

    `article`, `reference` and `boilerplate` are the bad texts, with ▶ where the fault is told; empty ones stay good.
    `image` is a file name that the article shows; `act` does what no text can. Without a mark, `place` says where the
    fault is told; `{slug}` is the article's name. `follows` is what is told of the article in consequence.
    """

    name: str
    code: str
    article: str = ""
    reference: str = ""
    boilerplate: str = ""
    image: str = ""
    act: Break | None = None
    place: str = "content/articles/{slug}.md"
    follows: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The name of its article."""
        return "bad-" + self.name.lower().replace(" ", "-")

    def good(self) -> str:
        """The article before it is broken."""
        text = ARTICLE
        if self.image:
            text = text.replace("## What is tried\n", FIGURE.format(name=self.image))
        if self.reference:
            text = text.replace("[@bordin1979]", f"[@{self.slug}]")
        if self.boilerplate:
            text = text.replace("key_points:", f"boilerplate:\n  - {self.slug}\nkey_points:")
        return text


def _replace(name: str, code: str, old: str, new: str) -> Case:
    assert old in ARTICLE
    return Case(name, code, ARTICLE.replace(old, new, 1))


def _in_place(name: str, code: str, make: Callable[[Path], object], follows: tuple[str, ...] = ()) -> Case:
    """Something else stands in the place of the article."""

    def act(project: Project, slug: str) -> None:
        project.remove(f"{ARTICLES}/{slug}.md")
        make(project.root / f"{ARTICLES}/{slug}.md")

    return Case(name, code, act=act, follows=follows)


def _image(name: str, code: str, file: str, make: bytes | Callable[[Path], object] | None) -> Case:
    """Something bad stands in the place of the image, or nothing does."""

    def act(project: Project, _: str) -> None:
        path = f"{IMAGES}/{file}"
        project.remove(path)
        if isinstance(make, bytes):
            project.write(path, make)
        elif make is not None:
            make(project.root / path)

    return Case(name, code, image=file, act=act, place="content/articles/{slug}.md:17:1")


def _named(name: str, code: str, address: str) -> Case:
    """An article that names an image by an address."""
    return Case(name, code, ARTICLE.replace("- One item\n", f"▶![A dot.]({address})\n\n- One item\n"))


def _outside(path: Path) -> None:
    outside = path.parents[3] / "outside.png"
    outside.write_bytes(png())
    path.symlink_to(outside)


def _sparse(path: Path) -> None:
    """A file of 100 MB that takes no room on the disk."""
    path.touch()
    os.truncate(path, 100 * 1024 * 1024)


def _reference(name: str, code: str, old: str, new: str) -> Case:
    text = ENTRY.replace(old, new, 1)
    assert text != ENTRY
    return Case(name, code, reference=text, follows=("unusable-reference",))


def _boilerplate(name: str, code: str, old: str, new: str) -> Case:
    text = TEXT.replace(old, new, 1)
    assert text != TEXT
    return Case(name, code, boilerplate=text, follows=("missing-boilerplate",))


def _no_boilerplate(name: str, make: Callable[[Path], object]) -> Case:
    """Something else stands in the place of the boilerplate."""
    place = "content/boilerplate/{slug}.en.md"

    def act(project: Project, slug: str) -> None:
        project.remove(place.format(slug=slug))
        make(project.root / place.format(slug=slug))

    return Case(name, "not-a-file", boilerplate=TEXT, act=act, place=place, follows=("missing-boilerplate",))


# As entries of a list; the digits keep the DOI of each apart.
ENTRY = """  - id: {slug}
    type: article-journal
    title: A study of one thing and another
    author:
      - family: Doe
        given: Jane
    container-title: A Journal
    issued:
      date-parts:
        - - 1979
    DOI: 10.1037/{slug}
    kind: foundational-text
"""
TEXT = """---
id: {slug}
version: 1.0
role: advice
region: any
audience: any
language: en
approver: Nobody
heading: Advice
short: Some advice.
---
Some advice that stands in this article alone.
"""
FILES = [
    _in_place("a folder", "not-a-file", Path.mkdir),
    _in_place("a pipe", "not-a-file", os.mkfifo),
    _in_place("a device", "path-outside-project", lambda path: path.symlink_to("/dev/zero")),
    _in_place("a link out", "path-outside-project", lambda path: path.symlink_to("/etc/passwd")),
    _in_place("a link to itself", "not-a-file", lambda path: path.symlink_to(path.name)),
    _in_place("a link to nothing", "missing-article", lambda path: path.symlink_to("nothing.md")),
    _in_place("100 MB", "file-too-large", _sparse),
    Case(
        "UTF-16",
        "not-utf-8",
        act=lambda p, s: p.write(f"{ARTICLES}/{s}.md", ARTICLE.encode("utf-16")),
        place="content/articles/{slug}.md:1:1",
    ),
    _replace("a NUL", "forbidden-character", "Some *stressed*", "Some ▶\0*stressed*"),
    Case("nothing", "empty-file", act=lambda p, s: p.write(f"{ARTICLES}/{s}.md", "")),
    _replace(
        "ten lists deep",
        "nested-too-deep",
        "- One item\n",
        "- One item\n"
        + "".join(f"{'  ' * n}- Deeper\n" for n in range(1, 8))
        + "                ▶- Deepest\n",
    ),
    _replace(
        "raw HTML", "raw-html", "| Format | Reader |", "▶<script>alert(1)</script>\n\n| Format | Reader |"
    ),
    _replace("a dangerous link", "forbidden-link", "a note.", "a note, ▶[here](javascript:alert(1))."),
    _replace("a reference that is not there", "missing-reference", "[@bordin1979]", "▶[@nobody1900]"),
    _replace(
        "a related article that is not there",
        "missing-related-article",
        "key_points:",
        "related:\n  - ▶gone\nkey_points:",
    ),
    Case(
        "a name that another system takes for the same",
        "malformed-file-name",
        act=lambda p, s: p.write(f"{ARTICLES}/{s.upper()}.md", ARTICLE),
        place="content/articles/BAD-A-NAME-THAT-ANOTHER-SYSTEM-TAKES-FOR-THE-SAME.md",
    ),
    Case(
        "a name that is no text",
        "malformed-file-name",
        act=lambda p, s: Path(os.fsdecode(os.fsencode(p.root / ARTICLES) + b"/\xff.md")).touch(),
        place=r"content/articles/\udcff.md",
    ),
    Case(
        "two articles for one name",
        "duplicate-article",
        act=lambda p, s: p.write(f"{ARTICLES}/{s}.en.md", ARTICLE),
        place="content/articles/{slug}.md",
    ),
]
PICTURES = [
    _named("an image above content", "image-outside-content", "../../secret.png"),
    _named("an image of the web", "image-outside-content", "https://example.org/a.png"),
    _named("an image by its root", "image-outside-content", "/etc/passwd"),
    _named("an image of a file address", "image-outside-content", "file:///etc/passwd"),
    _named("an image of a share", "image-outside-content", "//host/share/a.png"),
    _named("an image in its address", "image-outside-content", "data:image/png;base64,AAAA"),
    _image("no image", "missing-image", "gone.png", None),
    _image("an image that is a link out", "path-outside-project", "out.png", _outside),
    _image(
        "an image that is a device",
        "path-outside-project",
        "zero.png",
        lambda path: path.symlink_to("/dev/zero"),
    ),
    _image("an image that is a folder", "not-a-file", "folder.png", Path.mkdir),
    _image("an image that is a pipe", "not-a-file", "pipe.png", os.mkfifo),
    _image("an image of 100 MB", "file-too-large", "large.png", _sparse),
    _image("an image of 60000 pixels", "image-too-large", "huge.png", huge_png(60_000)),
    _image("half an image", "damaged-image", "half.png", png(600, 400)[:400]),
    _image("a page named image", "damaged-image", "page.png", b"<html><script>alert(1)</script></html>"),
    _image("a PDF named image", "damaged-image", "pdf.png", b"%PDF-1.7\n"),
    _image("a GIF named PNG", "misnamed-image", "other.png", gif()),
    _image("a script in a drawing", "unsafe-svg", "script.svg", svg("<script>alert(1)</script>")),
    _image(
        "a handler in a drawing",
        "unsafe-svg",
        "handler.svg",
        svg('<rect onload="alert(1)" width="9" height="9"/>'),
    ),
    _image(
        "a page in a drawing", "unsafe-svg", "foreign.svg", svg("<foreignObject><p>x</p></foreignObject>")
    ),
    _image(
        "an address in a drawing",
        "unsafe-svg",
        "href.svg",
        svg('<use xlink:href="https://example.org/a.svg#b"/>'),
    ),
    _image(
        "an image in a drawing", "unsafe-svg", "inner.svg", svg('<image xlink:href="file:///etc/passwd"/>')
    ),
    _image(
        "a style sheet in a drawing",
        "unsafe-svg",
        "style.svg",
        svg('<style>@import "https://example.org"</style>'),
    ),
    _image(
        "an entity in a drawing",
        "unsafe-svg",
        "entity.svg",
        svg("<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ),
    _image("a bomb of uses", "unsafe-svg", "bomb.svg", use_bomb()),
    _image("a circle of uses", "unsafe-svg", "circle.svg", svg('<g id="a"><use xlink:href="#a"/></g>')),
    _image("a drawing without measure", "unsafe-svg", "wide.svg", svg(box="0 0 1e9 1e9")),
]
SOURCES = [
    _reference(
        "no title",
        "missing-reference-field",
        "  - id: {slug}\n    type: article-journal\n    title: A study of one thing and another\n",
        "  - ▶id: {slug}\n    type: article-journal\n",
    ),
    Case(
        "a reference twice",
        "duplicate-reference",
        reference=ENTRY + ENTRY.replace("id: {slug}", "id: ▶{slug}").replace("DOI: 10.1037", "DOI: 10.1038"),
        follows=("unusable-reference",),
    ),
    _reference("an unknown kind", "unknown-kind", "kind: foundational-text", "kind: ▶gossip"),
    _reference("an unknown type", "unknown-source-type", "type: article-journal", "type: ▶article-jurnal"),
    _reference(
        "a script as an address", "malformed-address", "    DOI:", "    URL: ▶javascript:alert(1)\n    DOI:"
    ),
    _reference("spaces in a DOI", "malformed-doi", "DOI: 10.1037/{slug}", "DOI: ▶10.1037/ {slug}"),
    _reference(
        "a year that is no number",
        "malformed-date",
        "issued:\n      date-parts:\n        - - 1979",
        "issued:\n      ▶date-parts:\n        - - NaN",
    ),
    _reference("HTML in a title", "html-in-reference", "title: A study", "title: ▶<b onclick=x>A</b> study"),
    _reference(
        "a field of another kind",
        "malformed-reference-field",
        "container-title: A Journal",
        "container-title:\n      ▶- A Journal",
    ),
    _reference(
        "a field of no standard", "unknown-reference-field", "container-title: A", "contaner-title: ▶A"
    ),
]
BOILERPLATE = [
    _boilerplate(
        "no role",
        "missing-key",
        "---\nid: {slug}\nversion: 1.0\nrole: advice\n",
        "---\n▶id: {slug}\nversion: 1.0\n",
    ),
    _boilerplate("another language", "boilerplate-misnamed", "language: en", "language: ▶de"),
    _boilerplate("another id", "boilerplate-misnamed", "id: {slug}", "id: ▶somebody"),
    _boilerplate(
        "a note in boilerplate",
        "not-in-boilerplate",
        "Some advice that stands in this article alone.",
        "▶Some advice.[^a]\n\n[^a]: A note.",
    ),
    _boilerplate("an alias in boilerplate", "yaml-alias", "heading: Advice", "heading: ▶*advice"),
    _no_boilerplate("a pipe as boilerplate", os.mkfifo),
    _no_boilerplate("a link to nothing as boilerplate", lambda path: path.symlink_to("nothing")),
]
CASES = [*FILES, *PICTURES, *SOURCES, *BOILERPLATE]
