"""Bad configuration: nothing can be made with it, so nothing is, and the exit code is 2."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.bad_inputs.project import ARTICLES, SETTINGS, Project

KINDS = "content/kinds.toml"
APPROVALS = "content/approvals.toml"
STYLE = "layouts/citation-styles/house.csl"
STRINGS = "layouts/strings/en.toml"
THEME = "layouts/theme.toml"
FONTS = "layouts/fonts/fonts.toml"
OWN_FONTS, OWN_FILE = "layouts/fonts/own.toml", "layouts/fonts/own.ttf"
OWN_FONT = '[[fonts]]\nfamily = "A"\nweight = "400"\nstyle = "normal"\nfile = "own.ttf"\n'
MINE = "layouts/mine/layout.toml"
LAYOUT = """title = "Mine"
format = "epub"
furniture = []

[minima]
size = 9
contrast = 4.5

[[parts]]
id = "label"
"""
APPROVAL = """[first.en]
version = "1.0"
by = "Nobody"
on = 2026-01-01
content = "00"
"""


@dataclass(frozen=True, slots=True)
class Case:
    """Files that are put in place of others, each with its text; a text may be made from the one that was there.

    `place` is where the fault is told when no text has a mark.
    """

    name: str
    code: str
    files: dict[str, str | bytes | Callable[[Project], str]]
    place: str = ""


def _settings(name: str, code: str, old: str, new: str, place: str = "") -> Case:
    def changed(project: Project) -> str:
        text = project.text(SETTINGS)
        assert old in text
        return text.replace(old, new, 1)

    return Case(name, code, {SETTINGS: changed}, place)


def _layout(name: str, code: str, old: str, new: str, place: str = MINE) -> Case:
    """A layout of the project's own that the glossary asks for."""
    assert old in LAYOUT
    asked = _settings("", "", '"word"]', '"word", "mine"]').files
    return Case(name, code, {**asked, MINE: LAYOUT.replace(old, new, 1)}, place)


def _style(name: str, code: str, text: str, place: str = STYLE) -> Case:
    asked = _settings("", "", '"ama"', '"house"').files
    return Case(name, code, {**asked, STYLE: text}, place)


def _approvals(name: str, code: str, old: str, new: str) -> Case:
    assert old in APPROVAL
    return Case(name, code, {APPROVALS: APPROVAL.replace(old, new, 1)}, APPROVALS)


def _broad(levels: int) -> str:
    return "a = " + "[" * levels + "]" * levels


CASES = [
    Case("settings that end in the middle", "malformed-toml", {SETTINGS: 'title = "Trial'}, SETTINGS),
    _settings("settings that are no TOML", "malformed-toml", 'region = "US"', "region = ▶"),
    Case("settings in UTF-16", "not-utf-8", {SETTINGS: "title".encode("utf-16")}, f"{SETTINGS}:1:1"),
    Case("settings 5000 deep", "malformed-toml", {SETTINGS: _broad(5000)}, SETTINGS),
    _settings("a key that is none", "unknown-setting", "sample =", "▶smaple ="),
    _settings("a bad site", "wrong-setting", "site =", '▶site = "javascript:alert(1)" #'),
    _settings("a bad language", "wrong-setting", "language =", '▶language = "../en" #'),
    _settings("a language of no article", "wrong-setting", "layouts =", '▶languages = ["es"]\nlayouts ='),
    _settings("an unknown layout", "wrong-setting", "layouts =", '▶layouts = ["poster"] #'),
    _settings("an unknown article", "wrong-setting", "layouts =", '▶articles = ["gone"]\nlayouts ='),
    _settings("large print of no layout", "wrong-setting", "paper =", '▶large_print = "huge"\npaper ='),
    _settings(
        "a budget of reading for nobody",
        "wrong-setting",
        "[licence]",
        '[[reading_budgets]]\n▶audience = "patients"\n[licence]',
    ),
    _settings(
        "a budget of reading of no size",
        "wrong-setting",
        "[licence]",
        '[[reading_budgets]]\naudience = "clients"\n▶grade = "low"\n[licence]',
    ),
    _settings("known words that are no texts", "wrong-setting", "roles", "▶known_abbreviations = 3\nroles"),
    _settings("an unknown paper", "unknown-paper", "layouts =", 'papers = ["a9"]\nlayouts ='),
    _settings("an unknown usual paper", "wrong-setting", "paper =", '▶paper = "a9" #'),
    _settings("an unknown citation style", "unknown-citation-style", '"ama"', '"nobody"'),
    _settings("a citation style with a path", "unknown-citation-style", '"ama"', '"../../nobody"'),
    _settings("no disclaimer", "wrong-setting", "roles =", '▶roles = ["crisis-notice"] #'),
    _settings("a paper that is a number", "wrong-setting", "paper =", "▶paper = 4 #"),
    Case("kinds that are no TOML", "malformed-toml", {KINDS: "[foundational-text\n"}, f"{KINDS}:1:19"),
    Case("kinds in another encoding", "not-utf-8", {KINDS: b'[a]\nlabels.en = "\xe9"\n'}, f"{KINDS}:2:14"),
    Case("strings that are no TOML", "malformed-toml", {STRINGS: "a = ▶\n"}),
    Case("a string that is a number", "wrong-string", {STRINGS: "▶contents = 3"}),
    Case("a theme that is no TOML", "malformed-toml", {THEME: "[colour]\nink = ▶\n"}),
    Case("an own font that is none", "unusable-font", {OWN_FONTS: OWN_FONT, OWN_FILE: b"GIF89a"}, OWN_FILE),
    Case(
        "an own font that is a collection",
        "unusable-font",
        {OWN_FONTS: OWN_FONT, OWN_FILE: b"ttcf"},
        OWN_FILE,
    ),
    Case("an own font that is gone", "broken-layout", {OWN_FONTS: OWN_FONT}, "layouts/handout/layout.toml"),
    Case("own fonts that are no TOML", "malformed-toml", {OWN_FONTS: "fonts = ▶\n"}),
    Case("a list of fonts that is no TOML", "malformed-toml", {FONTS: "fonts = ▶\n"}),
    Case(
        "a font that is not there",
        "broken-layout",
        {FONTS: '[[fonts]]\nfamily = "A"\nweight = "400"\nstyle = "normal"\nfile = "gone.ttf"\n'},
        "layouts/handout/layout.toml",
    ),
    Case(
        "fonts without names",
        "broken-layout",
        {FONTS: '[[fonts]]\nfile = "gone.ttf"\n'},
        "layouts/handout/layout.toml",
    ),
    _layout("a layout that is no TOML", "malformed-toml", 'title = "Mine"', "title = ▶"),
    _layout("a layout for no format", "broken-layout", '"epub"', '"odt"'),
    _layout("a layout without a format", "broken-layout", 'format = "epub"\n', ""),
    _layout("a layout without minima", "broken-layout", "[minima]", "[maxima]"),
    _layout("minima in words", "broken-layout", "size = 9", 'size = "small"'),
    _layout("a minimum of no name", "broken-layout", "size = 9", "size = 9\nmargn = 20"),
    _layout("a minimum below nothing", "broken-layout", "size = 9", "size = 9\nmargin = -20"),
    _layout("a ban in words", "broken-layout", "size = 9", 'size = 9\nitalics = "no"'),
    _layout("a layout made of nothing", "broken-layout", '"Mine"', '"Mine"\nextends = "gone"'),
    _layout("a layout made of itself", "broken-layout", '"Mine"', '"Mine"\nextends = "mine"'),
    _layout("a layout made of a list", "broken-layout", '"Mine"', '"Mine"\nextends = ["handout"]'),
    _layout("parts that are no tables", "broken-layout", '[[parts]]\nid = "label"\n', 'parts = ["label"]\n'),
    _layout("a part with a field too many", "broken-layout", 'id = "label"', 'id = "label"\nhidden = true'),
    _style("a citation style that is no XML", "malformed-citation-style", "<style", f"{STYLE}:1:7"),
    _style(
        "a citation style with an entity",
        "malformed-citation-style",
        '<!DOCTYPE style [<!ENTITY a "b">]><style/>',
    ),
    _style("another file as a citation style", "malformed-citation-style", "<html/>", f"{STYLE}:1:1"),
    _approvals("approvals that are no TOML", "malformed-toml", '"Nobody"', "▶Nobody"),
    _approvals("an approval for no language", "wrong-approval", "[first.en]", "[▶first]"),
    _approvals("approvals in a list", "wrong-approval", "[first.en]", "[[▶first]]"),
    _approvals("an approval on no day", "wrong-setting", "on = 2026-01-01", '▶on = "2026-01-01"'),
    _approvals("an approval on a day that is none", "malformed-toml", "2026-01-01", "▶2026-02-30"),
    _approvals("an approval of nothing", "missing-setting", '[first.en]\nversion = "1.0"', "[▶first.en]"),
    _approvals("an approval by nobody", "wrong-setting", "by =", '▶by = "" #'),
    _approvals("a key that no approval has", "unknown-setting", "content =", '▶note = "x"\ncontent ='),
    Case("approvals in UTF-16", "not-utf-8", {APPROVALS: "first".encode("utf-16")}, f"{APPROVALS}:1:1"),
    Case("no articles at all", "nothing-matched", {f"{ARTICLES}/first.md": "", f"{ARTICLES}/second.md": ""}),
]
