"""Images are read when they load, stand in content/ and are what their name says."""

import io
import zlib
from collections.abc import Callable
from pathlib import Path

import PIL.Image
import pytest

from glossary_publish.diagnostics import EnvironmentFault, Report, Span, fault
from glossary_publish.publication import Image
from glossary_publish.read.image import read_image
from glossary_publish.workspace import DiskWorkspace, MemoryWorkspace
from tests.read.sample import codes_of

PLACE = Span("content/articles/a.md", 12, 1)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60"><circle r="5"/></svg>'


def picture(format: str, size: tuple[int, int] = (30, 20), **options: object) -> bytes:
    out = io.BytesIO()
    PIL.Image.new("RGB", size, "white").save(out, format, **options)
    return out.getvalue()


def read(name: str, data: bytes) -> tuple[Image | None, list[str]]:
    report = Report()
    path = f"content/images/{name}"
    image = read_image(MemoryWorkspace({path: data}), path, PLACE, report)
    assert all(diagnostic.span == PLACE and diagnostic.help for diagnostic in report)
    assert (image is None) is report.failed
    return image, codes_of(report)


@pytest.mark.parametrize(
    ("name", "format", "media_type"),
    [
        ("a.png", "PNG", "image/png"),
        ("a.jpg", "JPEG", "image/jpeg"),
        ("a.JPEG", "JPEG", "image/jpeg"),
        ("a.gif", "GIF", "image/gif"),
        ("a.webp", "WEBP", "image/webp"),
    ],
)
def test_four_raster_formats_are_read(name: str, format: str, media_type: str) -> None:
    data = picture(format)
    assert read(name, data) == (Image(f"content/images/{name}", media_type, data, 30, 20), [])


def test_a_drawing_is_read() -> None:
    assert read("a.svg", SVG) == (Image("content/images/a.svg", "image/svg+xml", SVG, 120, 60), [])


def test_a_picture_with_a_small_one_inside_is_a_jpeg() -> None:
    out = io.BytesIO()
    PIL.Image.new("RGB", (30, 20)).save(
        out, "MPO", save_all=True, append_images=[PIL.Image.new("RGB", (3, 2))]
    )
    image, codes = read("a.jpg", out.getvalue())
    assert codes == []
    assert image is not None
    assert (image.media_type, image.width, image.height) == ("image/jpeg", 30, 20)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.png", b"", "damaged-image"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "damaged-image"),
        ("a.png", picture("PNG")[:60], "damaged-image"),
        ("a.jpg", picture("JPEG", (300, 300))[:700], "damaged-image"),
        ("a.png", b"<html></html>", "damaged-image"),
        ("a.png", SVG, "damaged-image"),
        ("a.png", picture("BMP"), "damaged-image"),
        ("a.png", picture("JPEG"), "misnamed-image"),
        ("a.jpg", picture("PNG"), "misnamed-image"),
        ("a.svg", picture("PNG"), "unsafe-svg"),
        ("a.bmp", picture("BMP"), "unsupported-image"),
        ("a.pdf", b"%PDF-1.7", "unsupported-image"),
        ("a", picture("PNG"), "unsupported-image"),
        ("a.emf", b"", "unsupported-image"),
    ],
)
def test_what_is_no_image_is_refused(name: str, data: bytes, code: str) -> None:
    assert read(name, data) == (None, [code])


def test_the_message_names_no_object_of_the_process() -> None:
    report = Report()
    path = "content/images/a.png"
    read_image(MemoryWorkspace({path: b"<html></html>"}), path, PLACE, report)
    (found,) = report
    assert found.message.endswith("cannot be read as an image: no decoder knows its bytes")


def test_an_image_that_moves_is_refused() -> None:
    others = [PIL.Image.new("RGB", (30, 20), colour) for colour in ("black", "red")]
    assert read("a.gif", picture("GIF", save_all=True, append_images=others)) == (None, ["moving-image"])
    assert read("a.png", picture("PNG", save_all=True, append_images=others)) == (None, ["moving-image"])


def test_an_image_that_is_to_be_turned_is_refused() -> None:
    turned = PIL.Image.Exif()
    turned[0x0112] = 6
    upright = PIL.Image.Exif()
    upright[0x0112] = 1
    assert read("a.jpg", picture("JPEG", exif=turned)) == (None, ["turned-image"])
    assert read("a.jpg", picture("JPEG", exif=upright))[1] == []


def sized(width: int, height: int) -> bytes:
    """A PNG whose header claims a size that its few bytes do not hold."""
    data = bytearray(picture("PNG"))
    data[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.parametrize("size", [(60_000, 60_000), (10_000, 10_000), (20_001, 1), (1, 20_001), (7000, 6000)])
def test_a_picture_that_would_fill_the_memory_is_refused_unread(size: tuple[int, int]) -> None:
    assert read("a.png", sized(*size)) == (None, ["image-too-large"])


@pytest.mark.parametrize(
    "path", ["../a.png", "content/../a.png", "/etc/a.png", "https://x.org/a.png", "layouts/a.png"]
)
def test_nothing_outside_of_content_is_read(path: str) -> None:
    report = Report()
    workspace = MemoryWorkspace({path: picture("PNG")})
    assert read_image(workspace, path, PLACE, report) is None
    assert codes_of(report) == ["image-outside-content"]
    assert workspace.reads == {}


def test_a_missing_image_is_told_where_it_is_used() -> None:
    report = Report()
    assert read_image(MemoryWorkspace({}), "content/images/a.png", PLACE, report) is None
    [found] = report
    assert (found.code, found.span) == ("missing-image", PLACE)


def _folder(path: Path) -> None:
    path.mkdir()


def _link(path: Path) -> None:
    path.symlink_to("/etc/hostname")


@pytest.mark.parametrize("make", [_folder, _link])
def test_what_is_no_file_of_the_project_is_refused(make: Callable[[Path], None], tmp_path: Path) -> None:
    (tmp_path / "content/images").mkdir(parents=True)
    make(tmp_path / "content/images/a.png")
    report = Report()
    assert read_image(DiskWorkspace(tmp_path), "content/images/a.png", PLACE, report) is None
    assert codes_of(report) in (["not-a-file"], ["path-outside-project"])


def test_a_fault_of_the_machine_is_no_fault_of_the_image() -> None:
    class Broken(MemoryWorkspace):
        def read(self, path: str) -> bytes:
            raise fault(EnvironmentFault, "unreadable-file", f"{path} cannot be read")

    with pytest.raises(EnvironmentFault):
        read_image(Broken({}), "content/images/a.png", PLACE, Report())
