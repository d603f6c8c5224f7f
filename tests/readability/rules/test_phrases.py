"""Phrases that put people down are told with the wording to prefer."""

import pytest

from glossary_publish.readability.data import table
from tests.readability.sample import codes, found, marked

CODE = "stigmatising-phrase"
ENTRIES = [(phrase, row["prefer"]) for row in table("phrases")["en"]["phrases"] for phrase in row["avoid"]]


@pytest.mark.parametrize(("phrase", "prefer"), ENTRIES)
def test_every_phrase_of_the_list_is_found_with_its_wording(phrase: str, prefer: str) -> None:
    body = f"## One\n\nSome *say* that {phrase} are here.\n"
    (one,) = found(body)
    assert (one.code, one.help) == (CODE, f"write: {prefer}")
    assert marked(body) == [phrase]


def test_a_phrase_is_found_over_a_line_end_in_capitals_and_each_time() -> None:
    body = "## One\n\nHe Committed\nsuicide. She committed suicide, and they\ncommitted suicide.\n"
    assert [one.span.line for one in found(body) if one.span] == [14, 15, 16]
    assert marked(body) == ["Committed", "committed suicide", "committed suicide"]


@pytest.mark.parametrize(
    "body",
    [
        "## One\n\nSay “died by suicide”, not “committed suicide”.\n",
        '## One\n\nThe words "the mentally ill" hurt people.\n',
        "## One\n\nWrite of people with a mental illness instead of the mentally ill, or rather than addicts.\n",
        "## One\n\nAvoid committed suicide; write died by suicide.\n",
        "## One\n\nPeople speak of suicide, of a suicide attempt and of a death by suicide.\n",
        "## One\n\nA schizophrenic episode, a borderline result and the borderline range are findings.\n",
        "## One\n\nShe was diagnosed with borderline personality disorder, schizophrenia or an addiction.\n",
        "## One\n\nThe mentally ill patient of the play; addicted; addiction services; an addictive drug.\n",
        "## One\n\nSuccessful suicide prevention, a failed suicide screening, and scores on the borderline.\n",
        "## One\n\nThe team is committed. Suicide is a topic here.\n",
        "## One\n\nA successful attempt to talk, and a failed attempt to call.\n",
        "## One\n\n> He committed suicide, the poet writes.\n",
        "## One\n\nThe page [read this](https://example.org/committed-suicide) is linked.\n",
        "## One\n\nThe mentally ill-prepared team; a borderline-free text.\n",
    ],
)
def test_what_is_quoted_advised_against_or_says_something_else_is_left_alone(body: str) -> None:
    assert codes(body) == []


def test_a_language_without_a_list_is_not_examined() -> None:
    assert codes("## Uno\n\nCommitted suicide, the mentally ill, addicts.\n", language="es") == []
