"""The reproducible zip archive of EPUB and DOCX: order, stamps and modes are ours and not the clock's."""

import io
import zipfile
from collections.abc import Sequence

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip entry can carry (APPNOTE.TXT 4.4.6)
REGULAR_FILE = 0o100644 << 16
UNIX = 3


def write_package(files: Sequence[tuple[str, bytes]], stored_first: str | None = None) -> bytes:
    """Pack (name, bytes) pairs, sorted by name, with fixed stamps and modes.

    `stored_first` names the entry that comes first and uncompressed (EPUB 3.3, OCF 4.2.1: `mimetype`).
    Raises `ValueError` for a name given twice and for a `stored_first` that is not there.
    """
    names = [name for name, _ in files]
    if len(set(names)) != len(names):
        raise ValueError(f"a package holds each name once: {sorted(names)}")
    if stored_first is not None and stored_first not in names:
        raise ValueError(f"{stored_first} is to come first and is not in the package")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in sorted(files, key=lambda file: (file[0] != stored_first, file[0])):
            archive.writestr(_entry(name, stored=name == stored_first), data, compresslevel=9)
    return buffer.getvalue()


def _entry(name: str, *, stored: bool) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.create_system = UNIX
    entry.external_attr = REGULAR_FILE
    return entry
