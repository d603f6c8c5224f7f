"""An approval is written down, and remarks, order and everything else in the file stay as they are."""

import tomllib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_publish.diagnostics import Span, UsageError
from glossary_publish.glossary.approving import with_approval
from glossary_publish.glossary.model import Approval

NEW = Approval("trial", "en", "1.1", "Somebody Else", date(2026, 2, 1), "bb", Span(""))
FILE = """\
# Before.

[other.es]   # an entry of another article
version = "2.0"
by = 'Dr. "Other"'
on = 2025-01-01
content = "cc"

# About trial.
[trial.en]
content = "aa"     # written by hand
by   =   "Dr. # Example"
# A remark within.
on = 2026-01-15# close by
version = '1.0'

[zeta.en]
version = "1.0"
by = "Zeta"
on = 2025-01-01
content = "dd"
"""


def test_a_new_file_says_what_it_is() -> None:
    text = with_approval("", NEW)
    assert text.startswith("# Who approved which text")
    assert tomllib.loads(text) == {"trial": {"en": values(NEW)}}


def values(approval: Approval) -> dict[str, object]:
    """What an entry has to say."""
    return {"version": approval.version, "by": approval.by, "on": approval.on, "content": approval.content}


def test_a_changed_entry_keeps_its_place_its_remarks_and_its_neighbours() -> None:
    assert with_approval(FILE, NEW).splitlines() == [
        {
            'content = "aa"     # written by hand': 'content = "bb"     # written by hand',
            'by   =   "Dr. # Example"': 'by   =   "Somebody Else"',
            "on = 2026-01-15# close by": "on = 2026-02-01# close by",
            "version = '1.0'": 'version = "1.1"',
        }.get(row, row)
        for row in FILE.splitlines()
    ]


def test_an_article_that_was_never_approved_stands_at_the_end() -> None:
    added = with_approval(FILE, replace(NEW, slug="beta"))
    assert added.startswith(FILE)
    assert tomllib.loads(added) == {**tomllib.loads(FILE), "beta": {"en": values(NEW)}}
    assert with_approval(FILE.rstrip("\n"), replace(NEW, slug="beta")) == added


def test_another_language_is_another_entry() -> None:
    table = tomllib.loads(with_approval(FILE, replace(NEW, language="es")))
    assert set(table["trial"]) == {"en", "es"}
    assert table["trial"]["en"]["content"] == "aa"


def test_approving_twice_is_as_approving_once() -> None:
    once = with_approval(FILE, NEW)
    assert with_approval(once, NEW) == once


@pytest.mark.parametrize(
    "text",
    [
        'trial.en = {version = "1.0", by = "A", on = 2026-01-01, content = "aa"}\n',
        '[trial.en]\nversion = "1.0"\nby = """\nA\n"""\non = 2026-01-01\ncontent = "aa"\n',
    ],
)
def test_an_entry_that_is_written_in_another_way_is_left_alone(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        with_approval(text, NEW)
    (found,) = caught.value.diagnostics
    assert (found.code, bool(found.help)) == ("approval-not-editable", True)


@given(name=st.text(min_size=1), times=st.integers(1, 3))
def test_any_name_is_read_back_as_it_was_given(name: str, times: int) -> None:
    try:
        name.encode()
    except UnicodeEncodeError:
        return
    text = FILE
    for _ in range(times):
        text = with_approval(text, replace(NEW, by=name))
    assert tomllib.loads(text)["trial"]["en"]["by"] == name
