"""A clinic that exists in memory, with whatever a test changes."""

import io

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


def clinic(*changes: tuple[str, str], slug: str = SLUG, **files: bytes | str) -> dict[str, str]:
    """The files of the clinic with some words of its own file changed, which must be there; and other files."""
    text = CLINIC
    for old, new in changes:
        assert old in text, f"{old!r} is not in the file"
        text = text.replace(old, new, 1)
    folder = f"content/clinics/{slug}"
    return {f"{folder}/clinic.toml": text, f"{folder}/logo.svg": LOGO, **_in(folder, files)}


def _in(folder: str, files: dict[str, bytes | str]) -> dict[str, str]:
    return {f"{folder}/{name}": data for name, data in files.items()}  # type: ignore[misc]  # bytes are fine too


def png(width: int, height: int, colour: tuple[int, int, int] = (0, 89, 76)) -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "PNG")
    return file.getvalue()
