"""A small glossary of which each edition shows something else: what an edit of it makes can be told exactly."""

import shutil
from pathlib import Path

from glossary_publish.build.trial import SAMPLE
from glossary_publish.diagnostics import Report
from glossary_publish.glossary.pieces import record
from glossary_publish.read.article import read_article
from glossary_publish.workspace import DiskWorkspace
from tests.build.edits import ENTRY
from tests.glossary.clinics.sample import png
from tests.support.house.sources import ROOT

ARTICLES, LAYOUTS = ("alpha", "beta", "gamma", "delta"), ("handout", "large-print-uk", "ebook")
NORTH, SOUTH = "example-clinic-north", "example-clinic-south"
NOTICES = "content/boilerplate"
REFERENCES = "content/references.yaml"
OTHER = ENTRY.replace("foundational-text", "review")
UNUSED = """  - id: unused2001
    type: book
    title: A book that nobody cites
    author:
      - family: Nobody
        given: N.
    publisher: Press
    issued:
      date-parts:
        - - 2001
    kind: review
"""
KIND = '\n[review]\nlabels.en = "review"\nlabels.es = "revisión"\n'
ROWS = f"""[[editions]]
layouts = ["handout", "large-print-uk", "ebook"]
languages = ["en", "es"]

[[editions]]
layouts = ["handout"]
clinics = ["{NORTH}", "{SOUTH}"]
"""
FIGURE = '\n![A square.](images/square.png "A square")\n'


class Glossary:
    """Four articles on two papers and as ebooks, and the handouts of two clinics.

    `alpha` and `gamma` cite a source each, `gamma` has a picture, `beta` names alpha by its term and is translated,
    `delta` does nothing of that. The glossary is for Britain; one of the clinics is in the United States, for which
    there is another disclaimer.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def begin(self) -> None:
        shutil.copytree(SAMPLE / "content", self.root / "content")
        (self.root / "content/articles/trial.md").unlink()
        text = (SAMPLE / "content/articles/trial.md").read_text("utf-8")
        for slug in ("alpha", "beta", "gamma", "delta"):
            own = text.replace("term: Trial", f"term: The {slug}").replace('"Trial: a', f'"The {slug}: a')
            self.write(f"content/articles/{slug}.md", own)
        for slug in ("beta", "delta"):
            self.edit(f"content/articles/{slug}.md", "[@bordin1979] ", "")
        self.edit("content/articles/beta.md", "key_points:", "related: [alpha]\nkey_points:")
        self.edit("content/articles/gamma.md", "@bordin1979", "@other1999")
        self.write("content/articles/gamma.md", self.read("content/articles/gamma.md") + FIGURE)
        self.put("content/images/square.png", png(40, 40))
        self.write(REFERENCES, self.read(REFERENCES).rstrip() + "\n" + OTHER + UNUSED)
        self.write("content/kinds.toml", self.read("content/kinds.toml") + KIND)
        for notice in ("crisis", "disclaimer"):
            english = self.read(f"{NOTICES}/trial-{notice}.en.md")
            self.write(f"{NOTICES}/trial-{notice}.es.md", english.replace("language: en", "language: es"))
        american = self.read(f"{NOTICES}/trial-disclaimer.en.md").replace("region: any", "region: US")
        american = american.replace("id: trial-disclaimer", "id: trial-disclaimer-us")
        self.write(f"{NOTICES}/trial-disclaimer-us.en.md", american)
        settings = self.read("content/glossary.toml").partition("[[editions]]")[0]
        self.write("content/glossary.toml", settings.replace('region = "US"', 'region = "GB"') + ROWS)
        for clinic in (NORTH, SOUTH):
            shutil.copytree(ROOT / f"content/clinics/{clinic}", self.root / f"content/clinics/{clinic}")
        self.edit(f"content/clinics/{SOUTH}/clinic.toml", 'region = "US"', 'region = "GB"')
        self.translate()

    def translate(self) -> None:
        """Have a translation of beta as it is now."""
        path = "content/articles/beta.md"
        article = read_article(DiskWorkspace(self.root), path, Report(), "en")
        assert article is not None
        text = self.read(path).replace("key_points:", f"{record(article)}key_points:", 1)
        self.write("content/articles/beta.es.md", text.replace("- Another item", "- Otra cosa"))

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def put(self, path: str, data: bytes) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(data)

    def write(self, path: str, text: str) -> None:
        self.put(path, text.encode())

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace the only place of a text; a file of the layouts becomes the project's own."""
        if not (self.root / path).exists():
            self.put(path, (ROOT / path).read_bytes())
        assert self.read(path).count(old) == 1, path
        self.write(path, self.read(path).replace(old, new))

    def more(self, path: str, text: str) -> None:
        """Put a text to the end of a file; one of the layouts becomes the project's own."""
        if not (self.root / path).exists():
            self.put(path, (ROOT / path).read_bytes())
        self.write(path, self.read(path) + text)


def editions(
    *slugs: str,
    layouts: tuple[str, ...] = LAYOUTS,
    languages: tuple[str, ...] = ("en", "es"),
    owners: tuple[str, ...] = ("", NORTH, SOUTH),
) -> set[str]:
    """The paths of the editions of some articles, of all of them if none is named."""
    marks = {"handout": ("", "pdf"), "large-print-uk": ("_large-print-uk", "pdf"), "ebook": ("", "epub")}
    found = set()
    for slug in slugs or ARTICLES:
        for layout in layouts:
            mark, suffix = marks[layout]
            if "" in owners and "en" in languages:
                found.add(f"{slug}/{slug}{mark}.{suffix}")
            if "" in owners and "es" in languages and slug == "beta":
                found.add(f"{slug}/{slug}{mark}_es.{suffix}")
            if layout == "handout" and "en" in languages:
                found |= {f"clinics/{one}/{slug}/{slug}.pdf" for one in owners if one}
    return found
