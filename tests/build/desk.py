"""A project on which somebody works: what edits of it have in common."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from glossary_publish.build.trial import SAMPLE
from glossary_publish.diagnostics import Report
from glossary_publish.glossary.pieces import record
from glossary_publish.read.article import read_article
from glossary_publish.workspace import DiskWorkspace
from tests.support.house.sources import ROOT
from tests.support.listed import files_in

Edit = Callable[["Desk"], str]
ARTICLES, NOTICES = "content/articles", "content/boilerplate"
CLINIC = "example-clinic-north"
BRANDED = f"content/clinics/{CLINIC}"
EBOOKS = '[[editions]]\nlayouts = ["ebook"]\n'
SPOKEN = '[[editions]]\nlayouts = ["ebook"]\nlanguages = ["en", "es"]\n'
HANDOUT = '\n[[editions]]\narticles = ["trial"]\nlayouts = ["handout"]\n'
OF_A_CLINIC = f'clinics = ["{CLINIC}"]\n'
ROWS = (
    EBOOKS,
    '[[editions]]\nlayouts = ["ebook", "word"]\n',
    f"{EBOOKS}\n{EBOOKS}{OF_A_CLINIC}",
    SPOKEN,
)
PRINTED = EBOOKS + HANDOUT
PRINTED_BY_A_CLINIC = EBOOKS + HANDOUT + OF_A_CLINIC
SPANISH = (
    ("A trial page.", "Una página de prueba."),
    ("Another item", "Otra cosa"),
    ("A word", "Una palabra"),
)


class Desk:
    """A project on which somebody works."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self.root, self.chance = root, chance
        shutil.copytree(SAMPLE / "content", root / "content")
        for path in self.there(NOTICES):
            text = path.read_text("utf-8").replace("language: en", "language: es")
            self.write(f"{NOTICES}/{path.name.replace('.en.', '.es.')}", text)
        self.write(f"{ARTICLES}/second.md", self.article("second"))
        self.rows(ROWS[1])
        self.once_remembered: dict[str, bytes] = {}
        self.keep()

    def keep(self) -> None:
        """Remember the project, to return to it from a state of which no editions can be made."""
        self._kept = {
            name: data for name, data in files_in(self.root).items() if not name.startswith(("dist/", "."))
        }

    def undo(self) -> None:
        """Return to what was remembered."""
        for name in ("content", "layouts"):
            shutil.rmtree(self.root / name, ignore_errors=True)
        for name, data in self._kept.items():
            self.put(name, data)

    def article(self, slug: str) -> str:
        """The text of the sample under another name."""
        text = (SAMPLE / "content/articles/trial.md").read_text("utf-8")
        return text.replace("term: Trial", f"term: The {slug}").replace('"Trial: a', f'"The {slug}: a')

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def write(self, path: str, text: str) -> None:
        self.put(path, text.encode())

    def put(self, path: str, data: bytes) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(data)

    def put_unnoticed(self, path: Path, data: bytes) -> None:
        """Write a file in such a way that neither its size nor its times tell of it."""
        before = path.stat()
        assert before.st_size == len(data)
        path.write_bytes(data)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def there(self, folder: str, pattern: str = "*") -> list[Path]:
        return sorted(path for path in (self.root / folder).rglob(pattern) if path.is_file())

    def one_of(self, folder: str, pattern: str = "*") -> Path:
        return self.chance.choice(self.there(folder, pattern))

    def original(self) -> Path:
        """An article that is no translation."""
        return self.chance.choice([path for path in self.there(ARTICLES) if "." not in path.stem])

    def once_in(self, times: int) -> bool:
        return not self.chance.randrange(times)

    def rows(self, rows: str) -> None:
        settings = self.read("content/glossary.toml").partition("[[editions]]")[0]
        self.write("content/glossary.toml", settings + rows)

    def open_clinic(self) -> None:
        """Have a clinic, and now and then its printed sheets."""
        if not (self.root / BRANDED).exists():
            shutil.copytree(ROOT / BRANDED, self.root / BRANDED)
        if self.once_in(2):
            self.rows(PRINTED_BY_A_CLINIC)

    def own_layouts(self, name: str) -> str:
        """A file of the layouts that the project has, as the tool has it if it had none; its path."""
        path = f"layouts/{name}"
        if not (self.root / path).exists():
            self.put(path, (ROOT / path).read_bytes())
        return path

    def swap(self, path: str, old: str, *new: str) -> str:
        """Put one of several texts into the place of another, or of any of them."""
        text = self.read(path)
        before = next((one for one in (old, *new) if one in text), "")
        after = self.chance.choice([one for one in (old, *new) if one != before])
        self.write(path, text.replace(before, after, 1) if before else text)
        return f"{path}: {after!r}"

    def translate(self, slug: str) -> None:
        """Have a translation of an article as it is now, unless it has faults."""
        path = f"{ARTICLES}/{slug}.md"
        article = read_article(DiskWorkspace(self.root), path, Report(), "en")
        if article is not None:
            text = self.read(path).replace("key_points:", f"{record(article)}key_points:", 1)
            for english, spanish in SPANISH:
                text = text.replace(english, spanish)
            self.write(f"{ARTICLES}/{slug}.es.md", text)

    def follow(self, path: Path) -> None:
        """Most often a translation is mended as soon as its original is edited."""
        if path.with_name(f"{path.stem}.es.md").exists() and not self.once_in(5):
            self.translate(path.stem)
