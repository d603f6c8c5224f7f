"""The handout layouts, and a maker of handouts that takes no diagnostic."""

from collections.abc import Callable

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout, load_layout
from glossary_publish.publication import Publication
from glossary_publish.render.pdf import render
from glossary_publish.workspace import MemoryWorkspace
from tests.support.publications import every_construct

PAPERS = ("letter", "a4")


@pytest.fixture(scope="session")
def layouts() -> dict[str, Layout]:
    """The handout on each of its papers."""
    return {paper: load_layout(MemoryWorkspace({}), "handout", paper) for paper in PAPERS}


@pytest.fixture(scope="session")
def layout(layouts: dict[str, Layout]) -> Layout:
    """The handout on the usual paper."""
    return layouts["letter"]


@pytest.fixture(scope="session")
def make(layouts: dict[str, Layout]) -> Callable[..., bytes]:
    """Renders a publication; any diagnostic is a failure."""

    def made(publication: Publication, paper: str = "letter") -> bytes:
        report = Report()
        data = render(publication, layouts[paper], report)
        assert list(report) == []
        return data

    return made


@pytest.fixture(scope="session")
def handout(make: Callable[..., bytes]) -> bytes:
    """The sample as a handout."""
    return make(every_construct())
