"""After one edit a build makes exactly the editions that show what was edited: no more, and none is left out."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from glossary_publish.build.building import Build
from glossary_publish.build.material import Material
from glossary_publish.build.plan import Selection
from glossary_publish.build.workers import Workers
from glossary_publish.diagnostics import Report
from tests.build.sample import made, nothing_beforehand
from tests.build.small_glossary import NORTH, NOTICES, REFERENCES, SOUTH, Glossary, editions
from tests.glossary.clinics.sample import png
from tests.support.listed import files_in
from tests.support.own_font import FILE, OWN, ROW, font

Edit = Callable[["Glossary"], None]


@dataclass(frozen=True)
class Done:
    """What a build did: the paths of what it made, kept, could not make, and removed."""

    made: set[str]
    current: set[str]
    failed: set[str]
    removed: set[str]


def build(root: Path, workers: Workers) -> Done:
    """A build of which nothing is rendered: what it makes is decided without that."""
    work = Build(Material(root), root / "dist", workers, Report(), made, nothing_beforehand)
    outcomes = list(work.make(work.plan(Selection()), lambda: None))
    return Done(
        {one.edition.path for one in outcomes if one.made},
        {one.edition.path for one in outcomes if one.current},
        {one.edition.path for one in outcomes if one.exit_code},
        {entry.path for entry in work.removed},
    )


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, workers: Workers) -> Path:
    """The glossary with all of its editions."""
    root = tmp_path_factory.mktemp("exact") / "project"
    Glossary(root).begin()
    assert build(root, workers) == Done(EVERYTHING, set(), set(), set())
    return root


@pytest.fixture
def glossary(begun: Path, tmp_path: Path) -> Glossary:
    """A copy of it, to be edited."""
    shutil.copytree(begun, tmp_path / "project")
    return Glossary(tmp_path / "project")


EVERYTHING = editions()
PAPER = ("handout", "large-print-uk")


def word(slug: str) -> Edit:
    return lambda glossary: glossary.edit(f"content/articles/{slug}.md", "One item", "One other item")


def term(slug: str) -> Edit:
    return lambda glossary: glossary.edit(f"content/articles/{slug}.md", f"term: The {slug}", "term: Some")


def change(path: str, old: str, new: str) -> Edit:
    return lambda glossary: glossary.edit(path, old, new)


def more(path: str, text: str) -> Edit:
    return lambda glossary: glossary.more(path, text)


def add(path: str, data: bytes) -> Edit:
    return lambda glossary: glossary.put(path, data)


def own_font(glossary: Glossary) -> None:
    glossary.put(FILE, font())
    glossary.write(OWN, ROW)


def word_and_its_translation(glossary: Glossary) -> None:
    word("beta")(glossary)
    glossary.translate()


def touch(glossary: Glossary) -> None:
    for path in glossary.root.rglob("*"):
        path.touch()


ONE_ENTRY = 'volume: "16"', 'volume: "17"'
WITH_SOURCES = editions("alpha", "gamma")
EXACT: dict[str, tuple[Edit, set[str]]] = {
    "a word of an article that another names": (word("alpha"), editions("alpha")),
    "a word of an article that nobody names": (word("delta"), editions("delta")),
    "the term of an article that another names": (term("alpha"), editions("alpha", "beta")),
    "the term of an article that nobody names": (term("gamma"), editions("gamma")),
    "a word of a translation": (
        change("content/articles/beta.es.md", "- Otra cosa", "- Una cosa"),
        editions("beta", languages=("es",)),
    ),
    "a word of an article and of its translation": (word_and_its_translation, editions("beta")),
    "the disclaimer of all but one region": (
        more(f"{NOTICES}/trial-disclaimer.en.md", "More.\n"),
        editions(languages=("en",), owners=("", SOUTH)),
    ),
    "the disclaimer of the region of a clinic": (
        more(f"{NOTICES}/trial-disclaimer-us.en.md", "More.\n"),
        editions(owners=(NORTH,)),
    ),
    "a disclaimer in another language": (
        more(f"{NOTICES}/trial-disclaimer.es.md", "More.\n"),
        editions(languages=("es",)),
    ),
    "a crisis notice": (more(f"{NOTICES}/trial-crisis.en.md", "More.\n"), editions(languages=("en",))),
    "the style sheet of a layout that others extend": (
        more("layouts/handout/handout.css", "\n/* more */\n"),
        editions(layouts=PAPER),
    ),
    "the style sheet of a layout that extends another": (
        add("layouts/large-print-uk/large-print.css", b'{% include "handout.css" %}\n'),
        editions(layouts=("large-print-uk",)),
    ),
    "the style sheet of an ebook": (
        more("layouts/ebook/style.css", "\n/* more */\n"),
        editions(layouts=("ebook",)),
    ),
    "a file that is new in the folder of a layout": (
        add("layouts/ebook/notes.txt", b"Notes.\n"),
        editions(layouts=("ebook",)),
    ),
    "what all layouts share": (more("layouts/theme.toml", "\n# more\n"), EVERYTHING),
    "a font of the project": (own_font, EVERYTHING),
    "a reference": (change(REFERENCES, *ONE_ENTRY), editions("alpha")),
    "a reference of another article": (change(REFERENCES, "Another book", "A third book"), editions("gamma")),
    "a reference that nobody cites": (change(REFERENCES, "that nobody", "which nobody"), set()),
    "the places of all references": (change(REFERENCES, "references:", "# A line more.\nreferences:"), set()),
    "the kinds of sources": (
        change("content/kinds.toml", 'labels.en = "review"', 'labels.en = "an overview"'),
        WITH_SOURCES,
    ),
    "the citation style": (more("layouts/citation-styles/ama.csl", "<!-- more -->\n"), WITH_SOURCES),
    "a citation style that is not used": (more("layouts/citation-styles/apa.csl", "<!-- -->\n"), set()),
    "the words of one language": (
        change("layouts/strings/es.toml", 'updated = "Actualizado"', 'updated = "Cambiado"'),
        editions(languages=("es",)),
    ),
    "the words of another language": (
        change("layouts/strings/en.toml", 'updated = "Updated"', 'updated = "Changed"'),
        editions(languages=("en",)),
    ),
    "the words of a language that is not used": (more("layouts/strings/fr.toml", "# more\n"), set()),
    "the file of a clinic": (
        change(f"content/clinics/{NORTH}/clinic.toml", 'number = "555-0100"', 'number = "555-0109"'),
        editions(owners=(NORTH,)),
    ),
    "the brand of a clinic": (
        change(f"content/clinics/{SOUTH}/brand.yml", '"#6b2a53"', '"#333366"'),
        editions(owners=(SOUTH,)),
    ),
    "a brand that comes to a clinic": (
        add(f"content/clinics/{NORTH}/brand.yml", b"color:\n  primary: '#333366'\n"),
        editions(owners=(NORTH,)),
    ),
    "the logo of a clinic": (
        change(f"content/clinics/{NORTH}/logo.svg", 'r="84"', 'r="70"'),
        editions(owners=(NORTH,)),
    ),
    "a picture": (add("content/images/square.png", png(50, 50)), editions("gamma")),
    "a picture that nobody shows": (add("content/images/other.png", png(50, 50)), set()),
    "the settings": (more("content/glossary.toml", "\n# more\n"), EVERYTHING),
    "a layout that nobody uses": (
        add("layouts/paperback/layout.toml", b'extends = "ebook"\ntitle = "Paperback"\n'),
        set(),
    ),
    "a style sheet of a layout that nobody uses": (more("layouts/summary/summary.css", "/**/\n"), set()),
    "the words on the page for finding sheets": (more("layouts/finder/strings/en.toml", "# more\n"), set()),
    "a page beside the articles": (add("content/README.md", b"# Notes\n"), set()),
    "nothing but times": (touch, set()),
}


@pytest.mark.parametrize("what", EXACT)
def test_an_edit_makes_the_editions_that_show_it_and_no_others(
    glossary: Glossary, workers: Workers, what: str
) -> None:
    edit, wanted = EXACT[what]
    edit(glossary)
    assert build(glossary.root, workers) == Done(wanted, EVERYTHING - wanted, set(), set())
    assert build(glossary.root, workers) == Done(set(), EVERYTHING, set(), set())


def test_an_article_that_comes_or_goes_concerns_its_own_editions_alone(
    glossary: Glossary, workers: Workers
) -> None:
    glossary.write(
        "content/articles/omega.md", glossary.read("content/articles/delta.md").replace("delta", "omega")
    )
    assert build(glossary.root, workers) == Done(editions("omega"), EVERYTHING, set(), set())
    (glossary.root / "content/articles/omega.md").unlink()
    assert build(glossary.root, workers) == Done(set(), EVERYTHING, set(), editions("omega"))


def test_an_original_that_is_edited_stops_its_translation_until_that_is_mended(
    glossary: Glossary, workers: Workers
) -> None:
    spanish = editions("beta", languages=("es",))
    word("beta")(glossary)
    files = files_in(glossary.root / "dist")
    done = build(glossary.root, workers)
    assert (done.made, done.removed) == (editions("beta", languages=("en",)), set())
    assert done.current == EVERYTHING - editions("beta")
    assert {name: files_in(glossary.root / "dist")[name] for name in spanish} == {
        name: files[name] for name in spanish
    }
    glossary.translate()
    assert build(glossary.root, workers) == Done(spanish, EVERYTHING - spanish, set(), set())


def test_of_an_article_that_others_name_all_but_its_term_concerns_itself_alone(
    glossary: Glossary, workers: Workers
) -> None:
    path, description = "content/articles/alpha.md", "description: This page is made"
    glossary.edit(path, description, description.replace("made", "often made"))
    own = editions("alpha")
    assert build(glossary.root, workers) == Done(own, EVERYTHING - own, set(), set())
