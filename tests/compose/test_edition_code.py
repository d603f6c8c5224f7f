"""The edition code: short, easy to spell out, the same in all formats, another one for any other text."""

import json
import re
import tomllib
from dataclasses import replace
from itertools import combinations

import pytest

from glossary_publish.compose.edition_code import ALPHABET, LENGTH, edition_code
from tests.compose.sample import ROOT, article, complete, compose_for_clinic, composed, layout, lines
from tests.glossary.clinics.sample import LOGO, clinic
from tests.glossary.sample import ARTICLE, CRISIS, KINDS, REFERENCES, SETTINGS, edited, files

TITLE = "Trial: a page that shows whether every format can be made"
UNCITED = """\
  - id: nobody2001
    type: book
    title: A book that nobody cites
    author:
      - family: Nobody
        given: Ann
    publisher: Example Press
    issued:
      date-parts:
        - - 2001
    kind: foundational-text
"""


@pytest.mark.parametrize(
    ("title", "initials"),
    [
        ("Example Clinic Glossary", "EC"),
        ("Trial", "T"),
        ("Østfold Clinic", "C"),
        ("Élan Öffentlich", "E"),
        ("Oxford Institute Library Clinic", "C"),
        ("治疗", ""),
        ("1 Clinic", "C"),
    ],
)
def test_a_code_begins_with_initials_that_cannot_be_misread(title: str, initials: str) -> None:
    assert edition_code(title, [b"x"]).rpartition("-")[0] == initials


def test_a_code_has_at_most_twelve_characters_and_no_look_alikes() -> None:
    for number in range(500):
        code = edition_code("Very Long Titled Glossary", [str(number).encode()])
        assert len(code) <= 12
        assert not set("0O1IL") & set(code)
        assert re.fullmatch(f"[A-Z]+-[{ALPHABET}]{{{LENGTH}}}", code)


def test_pieces_are_not_run_together() -> None:
    assert edition_code("A", [b"ab", b"c"]) != edition_code("A", [b"a", b"bc"])


def test_codes_are_spread_evenly() -> None:
    codes = {edition_code("A", [str(number).encode()]) for number in range(5000)}
    assert len(codes) >= 4999  # of some 110 million
    assert {code[2] for code in codes} == set(ALPHABET)


def test_all_formats_of_an_article_have_one_code() -> None:
    codes = {composed(on=layout(name)).metadata.code for name in ("handout", "ebook", "word")}
    assert len(codes) == 1


def test_the_code_changes_with_whatever_the_text_says() -> None:
    changed: tuple[dict[str, str], ...] = (
        {},
        article(("One item", "One thing")),
        article(("*stressed*", "stressed")),
        article(("[@bordin1979]", "[@bordin1979, p. 4]")),
        article(("- One item\n- Another", "1. One item\n2. Another")),
        article(("The note.", "A note.")),
        article(("version: 1.0", "version: 1.1")),
        article(("2025-12-18", "2025-12-19")),
        article(("  sample: true", "  on: 2025-12-01\n  due: 2026-12-01")),
        article(("  sample: true", "  on: 2025-12-01\n  due: 2026-12-02")),
        article(("term: Trial", "term: Try")),
        edited(CRISIS, ("at any hour.\n", "day and night.\n")),
        edited(CRISIS, ("tel:988", "tel:989")),
        edited(CRISIS, ("short: Call", "short: Do call")),
        edited(REFERENCES, ("16", "17")),
        edited(KINDS, ('"foundational text"', '"basic text"')),
        edited(SETTINGS, ("Nobody", "Somebody")),
        edited(SETTINGS, ("org/trial", "org/other")),
        edited(SETTINGS, ("CC BY 4.0", "CC BY 3.0")),
        edited(SETTINGS, ("sample = true", "sample = false")),
        edited(SETTINGS, ('"ama"', '"apa"')),
    )
    codes = [composed(change).metadata.code for change in changed]
    assert [pair for pair in combinations(range(len(codes)), 2) if codes[pair[0]] == codes[pair[1]]] == []


def test_articles_of_the_same_words_have_codes_of_their_own() -> None:
    both = edited(ARTICLE, to="content/articles/twin.md")
    assert composed(both).metadata.code != composed(both, slug="twin").metadata.code


def test_the_code_changes_with_the_articles_that_are_named_as_related_and_not_with_their_words() -> None:
    other = "content/articles/other.md"
    named, renamed = complete(), complete()
    renamed[other] = renamed[other].replace("Other term", "Another term").replace("One item", "One thing")
    without = complete(("related:\n  - other\n", ""))
    codes = [composed(change).metadata.code for change in (named, renamed, without)]
    assert codes[0] == codes[1] != codes[2]


def test_the_code_stays_when_the_text_says_the_same() -> None:
    front, body = files()[ARTICLE].removeprefix("---\n").split("---\n", 1)
    first, *fields = re.split(r"^(?=\w)", front, flags=re.MULTILINE)
    turned, rewrapped = "".join(reversed(fields)), body.replace("important** words", "important**\nwords")
    changed: tuple[dict[str, str], ...] = (
        {},
        {ARTICLE: f"---\n{first}{turned}---\n{body}"},
        {ARTICLE: f"---\n# A comment.\n{front}---\n\n{rewrapped}\n"},
        article(
            ('title: "Trial: a page that shows whether every format can be made"', f"title: >-\n  {TITLE}")
        ),
        article(("audience: [clients]", "audience:\n  - clients")),
        article(("## What is tried", "## What is tried {#tried}")),
        article(("- One item", "* One item"), ("- Another", "* Another")),
        edited(CRISIS, ("approver: Nobody", "approver: Somebody")),
        edited(CRISIS, ("id: trial-crisis\nversion: 1.0\n", "version: 1.0\nid: trial-crisis\n")),
        edited(SETTINGS, ('"handout", "ebook", "word"', '"handout"')),
        edited(SETTINGS, ('"US"', '"GB"')),
        edited(REFERENCES, ("references:\n", "# A comment.\nreferences:\n")),
        edited(
            REFERENCES,
            ("    DOI: 10.1037/h0085885\n", ""),
            ("    type:", "    DOI: 10.1037/h0085885\n    type:"),
        ),
        edited(REFERENCES, ("references:\n", f"references:\n{UNCITED}")),
        edited(KINDS, ("[foundational-text]", '[other]\nlabels.en = "other"\n\n[foundational-text]')),
        edited("layouts/strings/en.toml", ('notes = "Notes"', 'notes = "Footnotes"')),
        edited("layouts/strings/en.toml", ("Save the draft", "Keep the draft")),
        edited("layouts/strings/en.toml", ('kind-of-source = "({kind})"', 'kind-of-source = "[{kind}]"')),
        edited(ARTICLE, ("term: Trial", "term: Other"), to="content/articles/other.md"),
        {
            "content/boilerplate/spare.de.md": edited(CRISIS, ("language: en", "language: de"))[
                CRISIS
            ].replace("trial-crisis", "spare")
        },
    )
    assert [composed(change).metadata.code for change in changed] == [composed().metadata.code] * len(changed)


def test_no_word_around_a_text_changes_its_code() -> None:
    path = "layouts/strings/en.toml"
    keys = tomllib.loads((ROOT / path).read_text("utf-8"))
    strange = {key: f"X{value}" for key, value in keys.items()}
    written = "".join(f"{json.dumps(key)} = {json.dumps(value)}\n" for key, value in strange.items())
    assert composed({path: written}).metadata.code == composed().metadata.code
    assert lines(composed({path: written}), "colophon") != lines(composed(), "colophon")


def test_the_code_is_that_of_the_text_whatever_the_layout_shows_of_it() -> None:
    names = [path.parent.name for path in (ROOT / "layouts").glob("*/layout.toml")]
    plain = replace(layout(), files={}, theme=layout("ebook").theme)
    assert {composed(on=one).metadata.code for one in (*map(layout, names), plain)} == {
        composed().metadata.code
    }


def test_a_clinic_has_codes_of_its_own_that_change_with_its_words_alone() -> None:
    plain, own = composed().metadata.code, compose_for_clinic().metadata.code
    words = (
        ("555-0100", "555-0101"),
        ("Exampletown", "Samplecity"),
        ("Weekdays", "Mondays"),
        ("Ask us", "Call us"),
    )
    codes = [compose_for_clinic(clinic(change)).metadata.code for change in words]
    assert len({plain, own, *codes}) == 6
    looks: tuple[dict[str, str], ...] = (
        clinic(('colour = "#00594c"', 'colour = "#004c59"')),
        clinic(files={"logo.svg": LOGO.replace("#00594c", "#004c59")}),
        clinic(('"questions", "appointment", "notes"', '"notes"')),
        clinic(
            ('name = "Corner Clinic"\n', ""),
            ('colour = "#00594c"', 'colour = "#00594c"\nname = "Corner Clinic"'),
        ),
    )
    assert {compose_for_clinic(change).metadata.code for change in looks} == {own}
