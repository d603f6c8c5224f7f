"""Archives that two programs may read differently, or that could take all memory, are refused before they are read."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest

from glossary_publish.verify.inspect.zip_gate import (
    LARGEST_FILE,
    LARGEST_PART,
    MEBIBYTE,
    MOST_PARTS,
    Part,
    UnreadableFile,
    open_archive,
)

FIRST, SECOND = b"mimetype", b"EPUB/text.xhtml"
WORDS = b"Words that stand in a file. " * 40
CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
# Where the fields of an entry stand, in the directory and before the file (APPNOTE.TXT 4.3.7 and 4.3.12).
FLAGS, METHOD, CRC, PACKED, SIZE, MODE, OFFSET = 8, 10, 16, 20, 24, 38, 42
LOCAL_FLAGS, LOCAL_METHOD = 6, 8


def archive(*names: str | bytes, data: bytes = WORDS, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of files of the same bytes; names in bytes are put in place of others of their length."""
    buffer = io.BytesIO()
    places = {f"{number:04}".ljust(len(name), "x").encode(): name for number, name in enumerate(names)}
    with zipfile.ZipFile(buffer, "w") as file:
        for place in places:
            file.writestr(zipfile.ZipInfo(place.decode()), data, method)
    found = buffer.getvalue()
    for place, name in places.items():
        found = found.replace(place, name if isinstance(name, bytes) else name.encode())
    return found


def patched(data: bytes, signature: bytes, field: int, value: bytes, entry: int = 0) -> bytes:
    """An archive with other bytes in a field of an entry."""
    place = -1
    for _ in range(entry + 1):
        place = data.index(signature, place + 1)
    return data[: place + field] + value + data[place + field + len(value) :]


def short(number: int) -> bytes:
    """Two bytes."""
    return struct.pack("<H", number)


def long(number: int) -> bytes:
    """Four bytes."""
    return struct.pack("<L", number)


SAMPLE = archive(FIRST, SECOND)
STORED = archive(FIRST, SECOND, method=zipfile.ZIP_STORED)


def test_the_files_of_an_archive_come_in_the_order_of_its_directory() -> None:
    assert open_archive(SAMPLE) == (
        Part("mimetype", WORDS, stored=False),
        Part("EPUB/text.xhtml", WORDS, stored=False),
    )


def test_a_file_that_is_not_compressed_says_so() -> None:
    assert [part.stored for part in open_archive(STORED)] == [True, True]


def test_folders_are_no_files() -> None:
    assert [part.name for part in open_archive(archive(b"EPUB/", SECOND))] == ["EPUB/text.xhtml"]


def test_an_archive_without_files_is_empty() -> None:
    assert open_archive(archive()) == ()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("/etc/passwd", "leads out of the archive"),
        ("../up.txt", "leads out of the archive"),
        ("a/../../up", "leads out of the archive"),
        ("a/./b", "leads out of the archive"),
        ("a//b.txt", "leads out of the archive"),
        ("C:/a.txt", "leads out of the archive"),
        ("a" * 256, "leads out of the archive"),
        ("a\\b.txt", "forbidden characters"),
        ("a\x00b.txt", "forbidden characters"),
        ("a\nb.txt", "forbidden characters"),
        (b"a\xff.txt", "not UTF-8"),
    ],
)
def test_a_name_that_could_lead_anywhere_is_refused(name: str | bytes, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        open_archive(archive(FIRST, name))


def test_a_name_in_another_script_is_read_when_it_says_that_it_is_utf_8() -> None:
    data = archive("تحالف.txt".encode())
    data = patched(patched(data, CENTRAL, FLAGS, short(0x800)), LOCAL, LOCAL_FLAGS, short(0x800))
    assert open_archive(data)[0].name == "تحالف.txt"


Change = Callable[[bytes], bytes]


def both(data: bytes, field: int, local: int, value: bytes) -> bytes:
    """The same value in the directory and before the file."""
    return patched(patched(data, CENTRAL, field, value), LOCAL, local, value)


REFUSED: dict[str, tuple[str, Change]] = {
    "two files of one name": ("same name", lambda _: archive(SECOND, SECOND)),
    "two names that differ in case": ("same name", lambda _: archive(SECOND, b"EPUB/Text.xhtml")),
    "a file that is encrypted": ("encrypted", lambda data: both(data, FLAGS, LOCAL_FLAGS, short(1))),
    "a file that is strongly encrypted": (
        "encrypted",
        lambda data: both(data, FLAGS, LOCAL_FLAGS, short(0x41)),
    ),
    "a directory that is masked": ("encrypted", lambda data: both(data, FLAGS, LOCAL_FLAGS, short(0x2000))),
    "encryption that only the file itself tells of": (
        "something else",
        lambda data: patched(data, LOCAL, LOCAL_FLAGS, short(1)),
    ),
    "a packing that is not read": ("not read", lambda data: both(data, METHOD, LOCAL_METHOD, short(12))),
    "two packings for one file": (
        "does not agree",
        lambda data: patched(data, LOCAL, LOCAL_METHOD, short(0)),
    ),
    "a symbolic link": ("link or a device", lambda data: _mode(data, 0o120777)),
    "a device": ("link or a device", lambda data: _mode(data, 0o020666)),
    "a pipe": ("link or a device", lambda data: _mode(data, 0o010666)),
    "two entries over one file": ("something else", lambda _: _twice_the_same()),
    "a file within a file": ("overlap", lambda _: _quoted()),
    "a file in the directory": (
        "overlap|agree|outside",
        lambda data: patched(data, CENTRAL, PACKED, long(len(data) - 40), 1),
    ),
    "an entry past the end": ("outside", lambda data: patched(data, CENTRAL, OFFSET, long(len(data) + 9))),
    "an entry at the very end": ("outside", lambda data: patched(data, CENTRAL, OFFSET, long(len(data) - 9))),
    "an entry that leads to no file": (
        "something else",
        lambda data: patched(data, CENTRAL, OFFSET, long(4)),
    ),
    "another name before the file": ("something else", lambda data: data.replace(FIRST, b"mimetypo", 1)),
    "a size that is too small": (
        "not as long|not what",
        lambda data: patched(data, CENTRAL, SIZE, long(len(WORDS) - 1)),
    ),
    "a size that is too large": ("not what", lambda data: patched(data, CENTRAL, SIZE, long(len(WORDS) + 1))),
    "a packed size that is too small": (
        "not as long|overlap|damaged",
        lambda data: patched(data, CENTRAL, PACKED, long(9)),
    ),
    "another checksum": ("not what", lambda data: patched(data, CENTRAL, CRC, long(7))),
    "bytes that are no stream": (
        "damaged",
        lambda data: patched(data, LOCAL, 30 + len(FIRST), b"\xff\xff\xff"),
    ),
    "something after the archive": ("follows it", lambda data: data + b"MZ"),
    "an archive that is cut": ("cut", lambda data: data[:-30]),
    "only its beginning": ("no zip archive", lambda data: data[:20]),
    "no archive": ("no zip archive", lambda _: b"<html>no archive</html>"),
    "nothing": ("no zip archive", lambda _: b""),
    "several volumes": ("volumes", lambda data: patched(data, END, 4, short(1))),
    "more entries than it says": (
        "more than it says",
        lambda data: patched(data, END, 8, short(1) + short(1)),
    ),
    "fewer entries than it says": ("cut|damaged", lambda data: patched(data, END, 8, short(3) + short(3))),
    "two counts of its entries": ("volumes", lambda data: patched(data, END, 8, short(1))),
    "a directory somewhere else": ("not where", lambda data: patched(data, END, 16, long(3))),
    "a directory that is damaged": ("damaged", lambda data: patched(data, CENTRAL, 0, b"XX")),
    "a name that goes on past the directory": (
        "damaged",
        lambda data: patched(data, CENTRAL, 28, short(60_000), 1),
    ),
    "zip64 sizes": (
        "damaged|unpacks|does not agree",
        lambda data: patched(data, CENTRAL, PACKED, b"\xff" * 8),
    ),
}


def _mode(data: bytes, mode: int) -> bytes:
    return patched(patched(data, CENTRAL, 4, short(3 << 8 | 20)), CENTRAL, MODE, long(mode << 16))


def _twice_the_same() -> bytes:
    """The second entry of the directory leads to the first file, under another name."""
    data = archive(FIRST, b"nimetype")
    return patched(data, CENTRAL, OFFSET, long(0), 1)


def _quoted() -> bytes:
    """CVE-2024-0450: the packed bytes of the first file hold the second one, header and all."""
    inner = archive(b"inner.txt", data=b"x" * 2000, method=zipfile.ZIP_STORED)
    inner_body = inner[: inner.index(CENTRAL)]
    outer = archive(b"outer.txt", data=inner_body, method=zipfile.ZIP_STORED)
    rows = outer[outer.index(CENTRAL) : outer.index(END)]
    row = patched(
        inner[inner.index(CENTRAL) : inner.index(END)], CENTRAL, OFFSET, long(30 + len(b"outer.txt"))
    )
    body = outer[: outer.index(CENTRAL)]
    end = END + short(0) * 2 + short(2) * 2 + long(len(rows + row)) + long(len(body)) + short(0)
    return body + rows + row + end


@pytest.mark.parametrize(("why", "change"), REFUSED.values(), ids=REFUSED.keys())
def test_an_archive_that_could_mean_two_things_is_refused(why: str, change: Change) -> None:
    with pytest.raises(UnreadableFile, match=why):
        open_archive(change(SAMPLE))


def test_too_many_files_are_refused_before_one_of_them_is_read() -> None:
    names = [f"{number}.txt".encode() for number in range(MOST_PARTS + 1)]
    with pytest.raises(UnreadableFile, match=r"2,001 files"):
        open_archive(archive(*names, data=b""))


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="bytes, at most"):
        open_archive(bytes(LARGEST_FILE + 1))


def test_a_bomb_is_refused_by_what_it_announces() -> None:
    bomb = archive(FIRST, data=bytes(2 * MEBIBYTE))
    with pytest.raises(UnreadableFile, match="unpacks to 2,097,152 bytes"):
        open_archive(bomb)


def test_a_part_that_is_too_large_is_refused_even_if_it_packs_badly() -> None:
    data = patched(SAMPLE, CENTRAL, SIZE, long(LARGEST_PART + 1))
    with pytest.raises(UnreadableFile, match="unpacks to"):
        open_archive(data)


def test_a_bomb_that_lies_about_its_size_is_not_unpacked_further_than_it_says() -> None:
    machine = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = machine.compress(bytes(50 * MEBIBYTE)) + machine.flush()
    bomb = archive(FIRST, data=bytes(50 * MEBIBYTE))
    assert packed in bomb
    with pytest.raises(UnreadableFile, match="not as long"):
        open_archive(patched(bomb, CENTRAL, SIZE, long(1000)))


def test_a_text_that_packs_well_is_no_bomb() -> None:
    words = b"".join(b"Line %d of a long text.\n" % number for number in range(60_000))
    assert open_archive(archive(FIRST, data=words))[0].data == words
