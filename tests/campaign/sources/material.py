"""Sound publications: all articles of the sample glossary, and one that uses everything an author can write."""

from functools import cache
from pathlib import Path

from glossary_publish.compose import compose
from glossary_publish.diagnostics import Report, Severity
from glossary_publish.glossary import load_glossary
from glossary_publish.layout import layout_names, load_layout
from glossary_publish.workspace import MemoryWorkspace
from tests.campaign.sources.mutant import Sample

ROOT = Path(__file__).resolve().parents[3]
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>'
EVERYTHING = Path(__file__).with_name("everything.md").read_text("utf-8")


def project() -> dict[str, bytes | str]:
    """The files of the sample glossary, with one article more."""
    files: dict[str, bytes | str] = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in sorted((ROOT / "content").rglob("*"))
        if path.is_file()
    }
    return files | {"content/articles/everything.md": EVERYTHING, "content/images/dot.svg": PICTURE}


@cache
def samples() -> tuple[Sample, ...]:
    """Every article in every layout."""
    workspace = MemoryWorkspace(project())
    report = Report()
    glossary = load_glossary(workspace, report)
    assert [one for one in report if one.severity is Severity.ERROR] == []
    found = []
    for name in layout_names(workspace):
        layout = load_layout(workspace, name)
        composed = [compose(glossary, article, layout) for article in glossary.articles]
        found += [
            Sample(one, layout, tuple(other for other in composed if other is not one)) for one in composed
        ]
    return tuple(found)
