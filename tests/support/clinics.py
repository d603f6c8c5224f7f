"""What tells the sample clinics apart, and what a finished file holds of it: words, colours, pictures."""

import io
import re
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import PIL.Image

from glossary_publish.verify.inspect.pdf import inspect
from tests.support.house.sources import ROOT

CLINICS = ROOT / "content/clinics"
NUMBER = rb"(-?\d*\.?\d+)"
FILLED = re.compile(rb"(?<![\d.])" + rb"\s+".join([NUMBER] * 3) + rb"\s+(?:rg|RG|sc|SC|scn|SCN)\b")
OUTLINE = re.compile(r'<path d="([^"]+)"')
SAID = ("/EmbeddedFile", "/Metadata")


@dataclass(frozen=True)
class Traits:
    """What a clinic has to itself: words, a colour as hexadecimal digits, and its logo as grey pixels or drawn lines."""

    words: tuple[str, ...]
    colour: str
    pixels: bytes
    lines: str


@dataclass(frozen=True)
class Contents:
    """What a finished file holds: its words, the files in it, the colours and lines that it paints, its pictures."""

    words: str
    files: str
    colours: str
    pictures: tuple[bytes, ...]
    lines: str

    def of(self, own: Traits) -> list[str]:
        """What of a clinic is there, each thing once."""
        found = [word for word in own.words if word in self.words or word in self.files]
        found += [own.colour] if own.colour in self.colours else []
        found += ["logo"] if own.pixels and own.pixels in self.pictures else []
        return found + (["logo"] if own.lines and own.lines in self.lines else [])


def clinic_slugs() -> list[str]:
    """The sample clinics."""
    return sorted(path.parent.name for path in CLINICS.glob("*/clinic.toml"))


def traits(slug: str) -> Traits:
    """What a sample clinic has to itself, as its files say; of numbers to call their digits too, as links have them."""
    folder = CLINICS / slug
    table: dict[str, Any] = tomllib.loads((folder / "clinic.toml").read_text("utf-8"))
    texts = [table["name"], *table["address"], table["feedback"], table.get("website", ""), slug]
    numbers = [phone["number"] for phone in table["phones"]]
    texts += [*table["language_help"].values(), *table["hours"].values(), *numbers]
    texts += [re.sub(r"\D", "", number) for number in numbers]
    texts += re.findall(r"[\w-]+\.example\.org", f"{table['feedback']} {table.get('website', '')}")
    brand = (folder / "brand.yml").read_text("utf-8") if (folder / "brand.yml").exists() else ""
    colour = table.get("colour") or re.findall(r'"(#[0-9a-f]{6})"', brand)[0]
    return Traits(tuple(dict.fromkeys(filter(None, texts))), colour.lstrip("#"), *_logo(folder))


def _logo(folder: Path) -> tuple[bytes, str]:
    """A picture as pixels, or the outline of a drawing as a page draws it."""
    if (folder / "logo.png").exists():
        return next(_pixels((folder / "logo.png").read_bytes())), ""
    (outline,) = OUTLINE.findall((folder / "logo.svg").read_text("utf-8"))
    points = re.findall(r"([ML])([\d.]+) ([\d.]+)", outline)
    return b"", "\n".join(f"{x} {y} {operator.lower()}" for operator, x, y in points)


def contents(file: Path) -> Contents:
    """What a finished file holds."""
    data = file.read_bytes()
    if file.suffix == ".pdf":
        return _contents_of_pdf(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    text = "\n".join(inner.decode("utf-8", "replace") for inner in members.values())
    pictures = [inner for member, inner in members.items() if member.endswith(("png", "jpg"))]
    pixels = tuple(pixels for one in pictures for pixels in _pixels(one))
    return Contents("\n".join([text, *members]), "", text.lower(), pixels, text)


def _contents_of_pdf(data: bytes) -> Contents:
    seen = inspect(data)
    assert seen.faults == ()
    words = [*seen.furniture, *seen.metadata.values(), *seen.attachments]
    for item in seen.items:
        words += [item.text, item.alt, *(link.target for link in item.links)]
    files, colours, pictures, lines = list[str](), list[str](), list[bytes](), list[str]()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for stream in pdf.objects:
            match stream:
                case pikepdf.Stream() if stream.get("/Subtype") == "/Image":
                    pictures.append(_greys(pikepdf.PdfImage(stream).as_pil_image()))
                case pikepdf.Stream() if stream.get("/Type") in SAID:
                    files.append(stream.read_bytes().decode("utf-8", "replace"))
                case pikepdf.Stream():
                    painted = stream.read_bytes()
                    colours += _colours(painted)
                    lines.append(painted.decode("latin-1"))
                case _:
                    continue
    said = " ".join(" ".join(words).split())
    return Contents(said, "\n".join(files), " ".join(colours), tuple(pictures), "\n".join(lines))


def _colours(painted: bytes) -> Iterator[str]:
    for found in FILLED.finditer(painted):
        yield "".join(f"{round(float(part) * 255):02x}" for part in found.groups())


def _pixels(data: bytes) -> Iterator[bytes]:
    yield _greys(PIL.Image.open(io.BytesIO(data)))


def _greys(picture: PIL.Image.Image) -> bytes:
    """The pixels without their colours, which layouts of greys leave away."""
    return picture.convert("RGB").convert("L").tobytes()
