"""A layout is a folder of data, and may be made of another one."""

import re
from typing import Any

import pytest

from glossary_publish.diagnostics import UsageError
from glossary_publish.layout import Layout, Minima, load_layout
from glossary_publish.workspace import MemoryWorkspace

PATH = "layouts/{}/layout.toml"


def loaded(name: str = "pocket", paper: str = "", **tables: str) -> Layout:
    """A layout of a project with these layout.toml, by name."""
    files: dict[str, bytes | str] = {
        PATH.format(name.replace("_", "-")): text.encode() for name, text in tables.items()
    }
    return load_layout(MemoryWorkspace(files), name, paper)


def refused(**tables: str) -> str:
    with pytest.raises(UsageError) as caught:
        loaded(**tables)
    (found,) = caught.value.diagnostics
    assert found.code == "broken-layout"
    return f"{found.span}: {found.message}"


POCKET = 'extends = "handout"\ntitle = "Pocket"\n[type]\nsize = 13\n[theme.colour]\nbrand = "#000000"\n'


def test_what_a_layout_does_not_say_is_said_by_the_one_that_it_extends() -> None:
    pocket, handout = loaded(pocket=POCKET), load_layout(MemoryWorkspace({}), "handout")
    assert (pocket.title, pocket.format, pocket.papers) == ("Pocket", "pdf", handout.papers)
    assert (pocket.parts, pocket.furniture, pocket.minima) == (
        handout.parts,
        handout.furniture,
        handout.minima,
    )
    assert pocket.options["type"] == {**handout.options["type"], "size": 13}
    assert pocket.extends == ("handout",)


def test_its_files_are_its_own_and_those_of_the_other() -> None:
    files: dict[str, bytes | str] = {
        PATH.format("pocket"): POCKET.encode(),
        "layouts/pocket/handout.html": b"<p></p>",
    }
    pocket = load_layout(MemoryWorkspace(files), "pocket")
    assert pocket.files["handout.html"] == b"<p></p>"
    assert pocket.path("handout.html") == "layouts/pocket/handout.html"
    assert pocket.path("handout.css") == "layouts/handout/handout.css"
    assert pocket.files["handout.css"] == load_layout(MemoryWorkspace({}), "handout").files["handout.css"]


def test_its_colours_go_over_those_of_the_theme() -> None:
    pocket, handout = loaded(pocket=POCKET), load_layout(MemoryWorkspace({}), "handout")
    assert pocket.theme["colour"] == {**handout.theme["colour"], "brand": "#000000"}
    assert pocket.theme["scale"] == handout.theme["scale"]


def test_a_line_of_layouts_may_be_long() -> None:
    layout = loaded(pocket='extends = "larger"\ntitle = "x"', larger=POCKET)
    assert layout.extends == ("larger", "handout")
    assert layout.options["type"]["size"] == 13


def test_all_that_is_read_for_a_layout_is_known() -> None:
    workspace = MemoryWorkspace({PATH.format("pocket"): POCKET.encode()})
    load_layout(workspace, "pocket")
    assert {
        "layouts/pocket/layout.toml",
        "layouts/handout/layout.toml",
        "layouts/handout/handout.css",
    } <= set(workspace.reads)


def test_a_layout_that_extends_nothing_that_is_there_is_refused() -> None:
    told = "layouts/pocket/layout.toml: layout 'pocket' extends 'handuot', which is not there"
    assert refused(pocket='extends = "handuot"') == told
    assert refused(pocket="extends = 7").endswith("extends 7, which is not there")


def test_layouts_that_are_made_of_each_other_are_refused() -> None:
    told = "layouts/larger/layout.toml: layout 'larger' extends 'pocket', which is made of it"
    assert refused(pocket='extends = "larger"', larger='extends = "pocket"') == told
    assert refused(pocket='extends = "pocket"').endswith("which is made of it")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("margn = 3", "minima has no 'margn'; there are size, contrast, grey, leading"),
        ("margin = -3", "minima.margin is -3, and no number from 0"),
        ('margin = "wide"', "could not convert string to float: 'wide'"),
        ("margin = true", "minima.margin is True, and no number from 0"),
        ("italics = 0", "minima.italics is 0, and not true or false"),
    ],
)
def test_a_promise_that_cannot_be_measured_is_refused(line: str, told: str) -> None:
    pattern = re.compile(re.escape(f"layout 'pocket' misstates something: {told}"))
    assert pattern.search(refused(pocket=f"{POCKET}\n[minima]\n{line}"))


def test_a_layout_promises_what_it_states_and_no_more() -> None:
    layout = loaded(pocket=f"{POCKET}\n[minima]\nsize = 12\nitalics = false\nmargin = 0\n")
    handout = load_layout(MemoryWorkspace({}), "handout").minima
    assert layout.minima == Minima(**{**_fields(handout), "size": 12, "italics": False, "margin": 0})


def _fields(minima: Minima) -> dict[str, Any]:
    return {name: getattr(minima, name) for name in Minima.__slots__}


@pytest.mark.parametrize(
    "name", ["booklet", "easy-print", "handout", "large-print-uk", "large-print-us", "summary"]
)
def test_every_layout_on_paper_of_the_tool_promises_all_that_can_be_measured(name: str) -> None:
    minima = _fields(load_layout(MemoryWorkspace({}), name).minima)
    numbers = ("size", "contrast", "grey", "leading", "measure", "margin", "inner", "safe")
    assert [key for key in numbers if not minima[key]] == []
    assert not minima["hyphens"]
    assert not minima["justified"]
