"""Images stand below content/, and nowhere else."""

import pytest

from glossary_publish.read.paths import outside_content


@pytest.mark.parametrize(
    "path", ["content/images/a.png", "content/a.svg", "content/images/two words.png", "content/images/ü.png"]
)
def test_plain_names_below_content_are_inside(path: str) -> None:
    assert not outside_content(path)


@pytest.mark.parametrize(
    "path",
    [
        "content",
        "content/",
        "content/../a.png",
        "content/images/../../a.png",
        "content//a.png",
        "content/./a.png",
        "/content/a.png",
        "layouts/a.png",
        "content/images\\a.png",
        "content/https://example.org/a.png",
        "content/c:/a.png",
        "content/a.png?x",
        "content/a.png#x",
        "content/%2e%2e/a.png",
        "content/a\x00.png",
    ],
)
def test_everything_else_is_outside(path: str) -> None:
    assert outside_content(path)
