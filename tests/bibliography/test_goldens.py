"""Every source of references.yaml in every style, compared with goldens that were checked by hand."""

import tomllib

import pytest

from glossary_publish.publication import plain_text
from tests.bibliography.material import HERE, formatted, printed, references, shown, style
from tests.support.golden import Golden

STYLES = ("ama", "nlm", "apa")


@pytest.mark.parametrize("name", STYLES)
def test_each_source_is_printed_as_the_manual_of_the_style_says(name: str, golden: Golden) -> None:
    rules = tomllib.loads((HERE / "rules.toml").read_text("utf-8"))[name]
    result = formatted(style(name), *[[key] for key in references()])
    citations = dict(zip(references(), result.citations, strict=True))
    lines = []
    for entry in result.entries:
        rule = [f"# {rules[entry.key]}"] if entry.key in rules else []
        mark = printed(citations[entry.key])
        lines += [*rule, f"{entry.key}  {mark}", f"    {shown(entry.children)}", ""]
    golden.expect("\n".join(lines), HERE / "goldens" / f"{name}.txt")


@pytest.mark.parametrize("name", STYLES)
def test_every_rule_is_about_a_source(name: str) -> None:
    rules = tomllib.loads((HERE / "rules.toml").read_text("utf-8"))[name]
    assert set(rules) - set(references()) == set()


# What the sources of the sample have to look like in AMA and APA. The StatPearls chapter is not among them: see
# the rule in rules.toml.
AMA = {
    "fluckiger2018": "Flückiger C, Del Re AC, Wampold BE, Horvath AO. The alliance in adult psychotherapy: a "
    "meta-analytic synthesis. Psychotherapy (Chic). 2018;55(4):316-340. doi:10.1037/pst0000172",
    "horvath-greenberg1994": "Horvath AO, Greenberg LS, eds. The Working Alliance: Theory, Research, and Practice. "
    "Wiley; 1994.",
    "bordin1979": "Bordin ES. The generalizability of the psychoanalytic concept of the working alliance. "
    "Psychother Theory Res Pract. 1979;16(3):252-260. doi:10.1037/h0085885",
    "safran2011": "Safran JD, Muran JC, Eubanks-Carter C. Repairing alliance ruptures. Psychotherapy (Chic). "
    "2011;48(1):80-87. doi:10.1037/a0022140",
}
APA = {
    "fluckiger2018": "Flückiger, C., Del Re, A. C., Wampold, B. E., & Horvath, A. O. (2018). The alliance in adult "
    "psychotherapy: A meta-analytic synthesis. Psychotherapy, 55(4), 316–340. https://doi.org/10.1037/pst0000172",
    "horvath-greenberg1994": "Horvath, A. O., & Greenberg, L. S. (Eds.). (1994). The working alliance: Theory, "
    "research, and practice. Wiley.",
}


@pytest.mark.parametrize(("name", "expected"), [("ama", AMA), ("apa", APA)])
def test_the_sources_of_the_sample_read_as_expected(name: str, expected: dict[str, str]) -> None:
    entries = formatted(style(name), *[[key] for key in references()]).entries
    found = {entry.key: plain_text(entry.children) for entry in entries}
    assert {key: found[key] for key in expected} == expected


def test_numbers_follow_the_first_citation_and_uncited_sources_come_last() -> None:
    result = formatted(
        style("ama"), ["safran2011"], ["bordin1979", "safran2011"], uncited=["duncan2003", "bordin1979"]
    )
    assert [(entry.key, entry.number, entry.anchor) for entry in result.entries] == [
        ("safran2011", 1, "reference-1"),
        ("bordin1979", 2, "reference-2"),
        ("duncan2003", 3, "reference-3"),
    ]


def test_a_list_by_names_is_sorted_and_has_no_numbers() -> None:
    result = formatted(style("apa"), ["safran2011"], ["bordin1979"], uncited=["fluckiger2018"])
    assert [(entry.key, entry.number, entry.anchor) for entry in result.entries] == [
        ("bordin1979", 0, "reference-1"),
        ("fluckiger2018", 0, "reference-2"),
        ("safran2011", 0, "reference-3"),
    ]


def test_an_article_without_sources_has_no_references() -> None:
    result = formatted(style("ama"))
    assert (result.citations, result.entries) == ((), ())
