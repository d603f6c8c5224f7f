"""What docs/plain-language.md says is so: its budgets, its codes, and the table that it shows."""

import re
import tomllib

from glossary_publish.readability.budgets import LIMITS
from glossary_publish.readability.data import table
from tests.support.command import run
from tests.support.house.documents import blocks
from tests.support.house.sources import ROOT, SOURCE

GUIDE = (ROOT / "docs/plain-language.md").read_text("utf-8")
BUDGET = re.compile(r"^\| (clients|clinicians) \| (English|others) \| (.*) \|$", re.MULTILINE)
CODE = re.compile(r"^\| `([a-z-]+)` \|", re.MULTILINE)


def test_the_budgets_are_those_of_the_tool() -> None:
    rows = {
        (audience, language): numbers.split(" | ") for audience, language, numbers in BUDGET.findall(GUIDE)
    }
    budgets = table("budgets")
    assert rows == {
        (audience, name): [str(budgets[audience][tag].get(limit, "–")) for limit in LIMITS]
        for audience in ("clients", "clinicians")
        for tag, name in (("en", "English"), ("any", "others"))
    }
    assert f"at least {budgets['enough']['words']} words" in GUIDE
    assert f"or {budgets['enough']['sentences']} sentences" in GUIDE


def test_every_code_of_the_room_is_listed() -> None:
    codes = tomllib.loads((SOURCE / "readability/codes.toml").read_text("utf-8"))
    assert CODE.findall(GUIDE) == list(codes)


def test_the_table_is_what_the_command_prints() -> None:
    (shown,) = [code for beside, code in blocks(GUIDE) if beside == "console"]
    line, _, printed = shown.removeprefix("$ ").partition("\n")
    program, *arguments = line.split()
    assert program == "glossary-publish"
    ended = run(*arguments, folder=ROOT)
    assert ended.stdout.rstrip().endswith(printed.removeprefix("…\n").rstrip())


def test_the_settings_that_are_shown_can_be_used() -> None:
    (shown,) = [code for beside, code in blocks(GUIDE) if beside == "toml"]
    (row,) = tomllib.loads(shown)["reading_budgets"]
    assert set(row) <= {"audience", "language", *LIMITS}
