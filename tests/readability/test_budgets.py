"""The budget of an article: by audience and language, from the tool and from the glossary."""

from typing import get_args

import pytest

from glossary_publish.read.schema import Audience
from glossary_publish.readability.budgets import LIMITS
from glossary_publish.readability.data import table
from tests.readability.sample import assessed

BODY = "## One\n\nWe talk.\n"


def limits(settings: str = "", **fields: str) -> dict[str, float]:
    return {name: limit.most for name, limit in assessed(BODY, settings, **fields).budget.items()}


def row(**values: object) -> str:
    lines = [f"{key} = {value!r}\n".replace("'", '"') for key, value in values.items()]
    return f"[[reading_budgets]]\n{''.join(lines)}\n"


@pytest.mark.parametrize("audience", get_args(Audience))
def test_the_tool_has_a_budget_for_every_audience(audience: str) -> None:
    assert limits(audience=audience) == table("budgets")[audience]["en"]
    assert set(limits(audience=audience)) == set(LIMITS)


def test_an_article_for_two_audiences_has_to_suit_both() -> None:
    assert limits(audience="clinicians, clients") == limits(audience="clients")
    budget = assessed(BODY, row(audience="clinicians", smog=5), audience="clients, clinicians").budget
    assert (budget["smog"].most, budget["smog"].audience) == (5, "clinicians")
    assert budget["grade"].audience == "clients"


def test_a_glossary_changes_single_limits() -> None:
    usual = limits()
    assert limits(row(audience="clients", language="en", grade=8.5)) == usual | {"grade": 8.5}
    assert limits(row(audience="clients", grade=8)) == usual | {"grade": 8}
    assert limits(row(audience="clients", language="es", grade=8)) == usual
    assert limits(row(audience="clinicians", grade=8)) == usual


def test_other_languages_have_no_limit_of_grades() -> None:
    assert set(limits(language="es")) == {"words_per_sentence", "longest_sentence"}
