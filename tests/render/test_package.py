"""The zip archive that EPUB and DOCX share."""

import io
import random
import zipfile

import pytest

from glossary_publish.render import package
from glossary_publish.render.package import write_package

FILES = [("z/last.txt", b"last" * 40), ("mimetype", b"application/epub+zip"), ("a.txt", b"first" * 40)]


def entries(data: bytes) -> list[zipfile.ZipInfo]:
    """The entries of an archive in their order."""
    return zipfile.ZipFile(io.BytesIO(data)).infolist()


def test_entries_are_sorted_whatever_their_order() -> None:
    names = [entry.filename for entry in entries(write_package(FILES))]
    assert names == ["a.txt", "mimetype", "z/last.txt"]
    assert write_package(FILES) == write_package(FILES[::-1])


def test_the_named_entry_comes_first_uncompressed_and_without_extra_field() -> None:
    data = write_package(FILES, stored_first="mimetype")
    first, *others = entries(data)
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert {entry.compress_type for entry in others} == {zipfile.ZIP_DEFLATED}
    assert data[30:58] == b"mimetypeapplication/epub+zip"


def test_every_entry_carries_the_fixed_stamp_and_mode() -> None:
    for entry in entries(write_package(FILES)):
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert oct(entry.external_attr >> 16) == "0o100644"


def test_what_goes_in_comes_out() -> None:
    archive = zipfile.ZipFile(io.BytesIO(write_package(FILES)))
    assert archive.testzip() is None
    assert {name: archive.read(name) for name in archive.namelist()} == dict(FILES)


def test_the_archive_is_the_one_that_the_standard_library_writes() -> None:
    files = [*FILES, ("leer/größe.txt", b""), ("large.bin", random.Random(1).randbytes(100_000) * 2)]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in sorted(files, key=lambda file: (file[0] != "mimetype", file[0])):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, data, compresslevel=9)
    assert write_package(files, stored_first="mimetype") == buffer.getvalue()


def test_a_file_that_packages_have_in_common_is_packed_once() -> None:
    package._deflated_once.cache_clear()
    for name in ("a", "b"):
        write_package([("styles.xml", b"of many"), ("text.xml", name.encode())], shared={"styles.xml"})
    found = package._deflated_once.cache_info()
    assert (found.misses, found.hits) == (1, 1)  # the texts are not kept


def test_a_name_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="each name once"):
        write_package([("a.txt", b"1"), ("a.txt", b"2")])


def test_a_first_entry_that_is_missing_is_refused() -> None:
    with pytest.raises(ValueError, match="mimetype is to come first"):
        write_package([("a.txt", b"1")], stored_first="mimetype")
