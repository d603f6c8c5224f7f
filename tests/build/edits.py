"""Random edits of a small project: every kind of file that an edition can depend on, and the finished files too."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from glossary_publish.build.trial import SAMPLE
from tests.support.house.sources import ROOT
from tests.support.listed import files_in

Edit = Callable[["Desk"], str]
SLUGS = ("trial", "second", "third")
ROWS = (
    '[[editions]]\nlayouts = ["ebook"]\n',
    '[[editions]]\nlayouts = ["ebook", "word"]\n',
    '[[editions]]\nlayouts = ["ebook"]\n\n[[editions]]\nlayouts = ["ebook"]\nclinics = ["example-clinic-north"]\n',
)
PRINTED = '[[editions]]\nlayouts = ["ebook"]\n\n[[editions]]\narticles = ["trial"]\nlayouts = ["handout"]\n'
SHARED = ("theme.toml", "strings/en.toml", "citation-styles/ama.csl", "fonts/NotoSans-Bold.ttf")
OF_LAYOUTS = ("ebook/style.css", "ebook/text.xhtml", "ebook/layout.toml", "word/styles.xml")
BETTER = "content/boilerplate/trial-disclaimer-us.en.md"
CLINIC = "content/clinics/example-clinic-north"
NUMBERS = ("1", "2", "3")


class Desk:
    """A project on which somebody works."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self.root, self.chance = root, chance
        shutil.copytree(SAMPLE / "content", root / "content")
        self.write("content/articles/second.md", self.article("second"))
        self.rows(ROWS[1])
        self.keep()

    def keep(self) -> None:
        """Remember the project, to return to it from a state of which no editions can be made."""
        self._kept = {
            name: data for name, data in files_in(self.root).items() if not name.startswith("dist/")
        }

    def undo(self) -> None:
        """Return to what was remembered."""
        for name in ("content", "layouts"):
            shutil.rmtree(self.root / name, ignore_errors=True)
        for name, data in self._kept.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_bytes(data)

    def article(self, slug: str) -> str:
        """The text of the sample under another name."""
        text = (SAMPLE / "content/articles/trial.md").read_text("utf-8")
        return text.replace("term: Trial", f"term: The {slug}").replace('"Trial: a', f'"The {slug}: a')

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def there(self, folder: str, pattern: str = "*") -> list[Path]:
        return sorted(path for path in (self.root / folder).rglob(pattern) if path.is_file())

    def rows(self, rows: str) -> None:
        settings = self.read("content/glossary.toml").partition("[[editions]]")[0]
        self.write("content/glossary.toml", settings + rows)

    def swap(self, path: str, old: str, *new: str) -> str:
        """Put one of several texts into the place of another, or of any of them."""
        text = self.read(path)
        before = next((one for one in (old, *new) if one in text), "")
        after = self.chance.choice([one for one in (old, *new) if one != before])
        self.write(path, text.replace(before, after, 1) if before else text)
        return f"{path}: {after!r}"


def word_of_an_article(desk: Desk) -> str:
    path = desk.chance.choice(desk.there("content/articles"))
    path.write_text(path.read_text("utf-8") + f"\n\nMore of it: {desk.chance.random()}.\n", "utf-8")
    return path.name


def front_matter(desk: Desk) -> str:
    path = f"content/articles/{desk.chance.choice(desk.there('content/articles')).name}"
    choices = (("version: 1.0", "version: 1.1", "version: 1.2"), ("term: T", "term: New t"))
    return desk.swap(path, *desk.chance.choice(choices))


def related(desk: Desk) -> str:
    path = desk.chance.choice(desk.there("content/articles"))
    text = path.read_text("utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("related:")]
    other = desk.chance.choice([slug for slug in SLUGS if slug != path.stem])
    place = lines.index("key_points:")
    if f"related: [{other}]" not in text:
        lines.insert(place, f"related: [{other}]")
    path.write_text("\n".join(lines), "utf-8")
    return f"{path.name} and {other}"


def an_article_comes_or_goes(desk: Desk) -> str:
    path = desk.root / "content/articles/third.md"
    if path.exists():
        path.unlink()
    else:
        desk.write("content/articles/third.md", desk.article("third"))
    return f"third {path.exists()}"


def a_withdrawal(desk: Desk) -> str:
    return desk.swap("content/articles/second.md", "key_points:", "status: withdrawn\nkey_points:")


def a_reference(desk: Desk) -> str:
    return desk.swap("content/references.yaml", 'volume: "16"', 'volume: "17"', 'volume: "18"')


def a_kind(desk: Desk) -> str:
    return desk.swap("content/kinds.toml", '"foundational text"', '"first text"', '"basic text"')


def a_notice(desk: Desk) -> str:
    path = desk.chance.choice(desk.there("content/boilerplate"))
    path.write_text(path.read_text("utf-8").rstrip() + f" More: {desk.chance.choice(NUMBERS)}.\n", "utf-8")
    return path.name


def a_notice_that_fits_better(desk: Desk) -> str:
    path = desk.root / BETTER
    if path.exists():
        path.unlink()
    else:
        text = desk.read("content/boilerplate/trial-disclaimer.en.md")
        desk.write(
            BETTER,
            text.replace("id: trial-disclaimer", "id: trial-disclaimer-us").replace(
                "region: any", "region: US"
            ),
        )
    return f"{BETTER} {path.exists()}"


def a_setting(desk: Desk) -> str:
    choices = (("sample = true", "sample = false"), ('title = "Trial"', 'title = "Other"'))
    return desk.swap("content/glossary.toml", *desk.chance.choice(choices))


def other_rows(desk: Desk) -> str:
    rows = PRINTED if not desk.chance.randrange(5) else desk.chance.choice(ROWS)
    if "clinics" in rows and not (desk.root / CLINIC).exists():
        shutil.copytree(ROOT / CLINIC, desk.root / CLINIC)
    desk.rows(rows)
    return rows


def a_clinic(desk: Desk) -> str:
    if not (desk.root / CLINIC).exists():
        shutil.copytree(ROOT / CLINIC, desk.root / CLINIC)
        return "a clinic comes"
    if "clinics" not in desk.read("content/glossary.toml") and desk.chance.randrange(2):
        shutil.rmtree(desk.root / CLINIC)
        return "a clinic goes"
    path = desk.root / CLINIC / "clinic.toml"
    path.write_text(path.read_text("utf-8") + f"\n# {desk.chance.random()}\n", "utf-8")
    return "a clinic is edited"


def looks(desk: Desk) -> str:
    """A file of the layouts, of which the tool has one too."""
    name = desk.chance.choice((*SHARED, *OF_LAYOUTS))
    path = desk.root / "layouts" / name
    if path.exists():
        path.unlink()
        return f"{name} goes"
    path.parent.mkdir(parents=True, exist_ok=True)
    data = (ROOT / "layouts" / name).read_bytes()
    endings = {".css": b"\n/* other */\n", ".toml": b"\n# other\n", ".csl": b"\n<!-- other -->\n"}
    if name.endswith(".ttf"):
        data = (ROOT / "layouts/fonts/NotoSans-Regular.ttf").read_bytes()
    path.write_bytes(data + endings.get(path.suffix, b"\n"))
    return f"{name} comes"


def a_layout(desk: Desk) -> str:
    folder = desk.root / "layouts/paperback"
    if folder.exists():
        desk.rows(ROWS[0])
        shutil.rmtree(folder)
        return "a layout goes"
    desk.write("layouts/paperback/layout.toml", 'extends = "ebook"\ntitle = "Paperback"\n')
    desk.rows(ROWS[0].replace('"ebook"', '"ebook", "paperback"'))
    return "a layout comes"


def a_finished_file(desk: Desk) -> str:
    files = [path for path in desk.there("dist") if path.suffix in (".epub", ".docx", ".pdf")]
    if not files:
        return "nothing"
    path = desk.chance.choice(files)
    if desk.chance.randrange(2):
        path.unlink()
    else:
        path.write_bytes(path.read_bytes() + b"changed")
    return f"finished {path.name}"


def a_list(desk: Desk) -> str:
    """A file of the manifest is torn or gone."""
    path = desk.chance.choice(desk.there("dist/manifest.d", "*.json") or [desk.root / "dist/manifest.json"])
    if path.exists() and desk.chance.randrange(2):
        path.write_bytes(path.read_bytes()[:100])
    else:
        path.unlink(missing_ok=True)
    return f"list {path.name}"


EDITS: tuple[Edit, ...] = (
    word_of_an_article,
    front_matter,
    related,
    an_article_comes_or_goes,
    a_withdrawal,
    a_reference,
    a_kind,
    a_notice,
    a_notice_that_fits_better,
    a_setting,
    other_rows,
    a_clinic,
    looks,
    a_layout,
    a_finished_file,
    a_list,
)
