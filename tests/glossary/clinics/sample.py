"""A clinic that exists in memory, with whatever a test changes."""

import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PIL import Image

SLUG = "corner"
FOLDER = f"content/clinics/{SLUG}"
FILE = f"{FOLDER}/clinic.toml"
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" width="90" height="60">'
    '<rect width="90" height="60" fill="#00594c"/></svg>'
)
CLINIC = """\
name = "Corner Clinic"
address = ["1 Sample Street", "Exampletown"]
hours = "Weekdays, 9 to 5"
language_help = "Need an interpreter? Ask us."
website = "https://corner.example.org"
feedback = "sheets@corner.example.org"
write_in = ["questions", "appointment", "notes"]
logo = "logo.svg"
colour = "#00594c"

[[phones]]
label = "Appointments"
number = "555-0100"
"""


def clinic(
    *changes: tuple[str, str], slug: str = SLUG, files: Mapping[str, bytes | str] = MappingProxyType({})
) -> dict[str, Any]:
    """The files of the clinic with some words of its own file changed, which must be there; and other files."""
    text = CLINIC
    for old, new in changes:
        assert old in text, f"{old!r} is not in the file"
        text = text.replace(old, new, 1)
    folder = f"content/clinics/{slug}"
    beside = {"clinic.toml": text, "logo.svg": LOGO, **files}
    return {f"{folder}/{name}": data for name, data in beside.items()}


def png(width: int, height: int, colour: tuple[int, int, int] = (0, 89, 76)) -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "PNG")
    return file.getvalue()
