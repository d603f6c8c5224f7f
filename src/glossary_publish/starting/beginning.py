"""What `init` and `new` write, before it is written: file by file, from the templates."""

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from glossary_publish.diagnostics import Span, UsageError, fault
from glossary_publish.glossary.articles import FOLDER as ARTICLES
from glossary_publish.glossary.clinics.model import FOLDER as CLINICS
from glossary_publish.glossary.clinics.reading import KEYS
from glossary_publish.glossary.placeholders import UNFILLED
from glossary_publish.glossary.settings import NAME, PATH
from glossary_publish.starting.files import read_file, refuse_faults, refuse_what_is_there, write_new
from glossary_publish.starting.templating import fill

A_YEAR = timedelta(days=365)
CONTENT = "content/"
IMAGES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")


@dataclass(frozen=True, slots=True)
class Begun:
    """The files that were written, and those that were there and stayed as they are."""

    written: tuple[str, ...]
    kept: tuple[str, ...] = ()


def begin_glossary(root: Path, title: str, publisher: str, paper: str, today: date) -> Begun:
    """Write a small glossary that can be built at once; raises `UsageError` if one is there."""
    if os.path.lexists(root / PATH):
        help = "go on with it, or name another folder"
        raise fault(UsageError, "already-there", f"{root} holds a glossary already", Span(PATH), help)
    values = {
        "title": title,
        "publisher": publisher,
        "paper": paper,
        "today": today.isoformat(),
        "due": (today + A_YEAR).isoformat(),
    }
    files = {path: fill(name, **values).encode() for path, name in tomllib.loads(fill("init.toml")).items()}
    kept = [path for path in files if not path.startswith(CONTENT) and os.path.lexists(root / path)]
    new = {path: data for path, data in files.items() if path not in kept}
    refuse_what_is_there(root, new)
    refuse_faults(root, new)
    write_new(root, new)
    return Begun(tuple(new), tuple(kept))


def begin_article(root: Path, slug: str, **values: object) -> Begun:
    """Write an article; what is not known yet is marked, and a check names each mark."""
    path = f"{ARTICLES}/{_name(slug)}.md"
    return _begin(root, {path: fill("article.md.jinja", **values).encode()}, UNFILLED)


def begin_clinic(
    root: Path,
    slug: str,
    name: str,
    address: Sequence[str],
    phones: Sequence[tuple[str, str]],
    lines: Mapping[str, str | Sequence[str]],
    logo: Path | None,
) -> Begun:
    """Write the file of a clinic, and its logo beside it."""
    folder, files = f"{CLINICS}/{_name(slug)}", dict[str, bytes]()
    said = {key: value for key, value in lines.items() if value}
    if logo is not None:
        if logo.suffix.lower() not in IMAGES:
            help = f"save the image in one of these formats: {' '.join(IMAGES)}"
            raise fault(UsageError, "unsupported-image", f"{logo} is no image that can be printed", help=help)
        beside = f"logo{logo.suffix.lower()}"
        files[f"{folder}/{beside}"] = read_file(logo)
        said["logo"] = beside
    text = fill(
        "clinic.toml.jinja",
        name=name,
        address=list(address),
        phones=phones,
        lines=sorted(said.items(), key=_rank),
    )
    return _begin(root, files | {f"{folder}/clinic.toml": text.encode()})


def _begin(root: Path, files: Mapping[str, bytes], allowed: str = "") -> Begun:
    refuse_what_is_there(root, files)
    refuse_faults(root, files, allowed)
    write_new(root, files)
    return Begun(tuple(files))


def _rank(line: tuple[str, object]) -> int:
    """Where a line stands in the file, whatever was said first."""
    return KEYS.index(line[0])


def _name(slug: str) -> str:
    if not NAME.fullmatch(slug):
        help = "use small letters, digits and single hyphens, such as panic-attack"
        raise fault(UsageError, "wrong-name", f"nothing can be called {slug!r}", help=help)
    return slug
