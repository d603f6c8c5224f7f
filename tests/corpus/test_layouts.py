"""What an author can write is printed in every layout, and each keeps its promises."""

from glossary_publish.compose import compose
from glossary_publish.diagnostics import PublishError, Report
from glossary_publish.glossary import load_glossary
from glossary_publish.layout import layout_names, load_layout
from glossary_publish.publish import publish, publish_sheets
from glossary_publish.workspace import MemoryWorkspace
from tests.corpus.cases import Case, cases, content
from tests.support.campaign import Campaign

PAPERS = ("letter", "a4")
# A page foot in large print has no room for two hundred letters: the author is told to give the article a term.
LONG_TERMS = ("title-of-200-characters", "title-of-one-long-word")
OVERFULL = frozenset(("overlapping-text", "ink-near-edge"))
ONE_PAGE = frozenset(("too-many-pages",))  # what a summary says of lists that are longer than any author's


def test_every_layout_prints_what_can_be_written(campaign: Campaign) -> None:
    workspace, random = MemoryWorkspace({}), campaign.random("layouts")
    layouts = [name for name in layout_names(workspace) if load_layout(workspace, name).format == "pdf"]
    pairs = [(case, name) for case in cases() for name in layouts if name != "handout"]
    chosen = random.sample(pairs, campaign.count(len(pairs)))
    told = {f"{case} in {name}": codes(case, name, random.choice(PAPERS)) for case, name in chosen}
    assert {name: found for name, found in told.items() if found} == {}


def codes(case: Case, name: str, paper: str) -> set[str]:
    """What is told of a case in a layout, but for what is told of it in a handout too."""
    workspace, report = MemoryWorkspace(content(case)), Report()
    glossary = load_glossary(workspace, Report())
    article = next((one for one in glossary.articles if one.slug == case.name), None)
    if article is None:
        return set()
    layout = load_layout(workspace, name, paper)
    try:
        publication = compose(glossary, article, layout)
        publish_sheets(publication, layout, publish(publication, layout, report), report)
    except PublishError as error:
        expected = {*case.codes.get("pdf", ()), *(ONE_PAGE if layout.minima.pages else ())}
        expected |= OVERFULL if case.name in LONG_TERMS else set()
        return {found.code for found in error.diagnostics} - expected
    return set()
