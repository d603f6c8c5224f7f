"""What may be handed out on a day: reviews, approvals, and what a sample may do."""

from datetime import date, timedelta

import pytest

from glossary_publish.build.governance import Governance
from glossary_publish.compose.boilerplate import boilerplate_anywhere
from glossary_publish.glossary import Glossary
from glossary_publish.glossary.approvals import PATH, content_hash
from tests.build.sample import article
from tests.glossary.sample import ARTICLE, SETTINGS, edited, line, loaded

DUE = date(2026, 6, 1)
IN_EARNEST = edited(SETTINGS, ("sample = true", "sample = false"))
REVIEWED = edited(ARTICLE, ("  sample: true", f"  on: 2024-06-01\n  due: {DUE}"))
OVERDUE = f"{ARTICLE}:12:3 review-overdue: the review of trial was due on {DUE}"
STOPPED = "no PDF and no ebook of it is made; a Word draft is"


def glossary(*changes: dict[str, str]) -> Glossary:
    """The sample with some files changed."""
    whole, report = loaded(*changes)
    report.stop_if_failed()
    return whole


def told(whole: Glossary, today: date) -> list[str]:
    """What is said of the one article."""
    return [line(found) for found in Governance(whole, today).of(whole.articles[0])]


def stopped(whole: Glossary, today: date) -> list[str]:
    """The formats in which the one article may not be made."""
    governance = Governance(whole, today)
    return [format for format in ("pdf", "epub", "docx") if governance.stops(whole.articles[0], format)]


@pytest.mark.parametrize("days", [0, 1, 179, 180])
def test_a_review_that_is_due_within_180_days_is_a_warning(days: int) -> None:
    whole = glossary(IN_EARNEST, REVIEWED)
    today = DUE - timedelta(days)
    assert told(whole, today) == [f"{ARTICLE}:12:3 review-due-soon: the review of trial is due on {DUE}"]
    assert stopped(whole, today) == []


def test_a_review_that_is_due_later_is_nothing_to_tell() -> None:
    assert told(glossary(IN_EARNEST, REVIEWED), DUE - timedelta(181)) == []
    assert told(glossary(IN_EARNEST), date.max) == []


@pytest.mark.parametrize("due", [date.min, date.max])
def test_the_first_and_the_last_day_that_can_be_written_are_days_like_others(due: date) -> None:
    whole = glossary(IN_EARNEST, edited(ARTICLE, ("  sample: true", f"  due: {due.isoformat()}")))
    assert stopped(whole, DUE) == (["pdf", "epub"] if due < DUE else [])


def test_after_the_due_day_there_is_no_pdf_and_no_ebook() -> None:
    whole = glossary(IN_EARNEST, REVIEWED)
    assert told(whole, DUE + timedelta(1)) == [f"{OVERDUE}: {STOPPED}"]
    assert stopped(whole, DUE + timedelta(1)) == ["pdf", "epub"]


def test_in_a_sample_an_overdue_review_is_a_warning() -> None:
    whole = glossary(REVIEWED)
    assert told(whole, DUE + timedelta(1)) == [OVERDUE]
    assert stopped(whole, DUE + timedelta(1)) == []


def approved(content: str = "") -> dict[str, str]:
    """An approval of the sample article, as it is or of another content."""
    if not content:
        whole = glossary(IN_EARNEST)
        content = content_hash(whole.articles[0], boilerplate_anywhere(whole, whole.articles[0]))
    entry = f'[trial.en]\nversion = "1.0"\nby = "Dr. Example"\non = 2026-01-15\ncontent = "{content}"\n'
    return {PATH: entry}


def test_an_approval_holds_for_the_text_that_was_approved() -> None:
    assert told(glossary(IN_EARNEST, approved()), DUE) == []


@pytest.mark.parametrize("settings", [IN_EARNEST, edited(SETTINGS)])
def test_one_changed_character_makes_the_approval_void_and_stops_pdf_and_ebook(
    settings: dict[str, str],
) -> None:
    whole = glossary(settings, approved(), edited(ARTICLE, ("Another item", "Another itam")))
    assert told(whole, DUE) == [
        f"{ARTICLE}:2:1 approval-void: trial was changed after Dr. Example approved it on 2026-01-15: "
        f"the approval is void, {STOPPED}"
    ]
    assert stopped(whole, DUE) == ["pdf", "epub"]


def test_an_approval_of_another_text_is_void() -> None:
    assert stopped(glossary(approved("00")), DUE) == ["pdf", "epub"]


def test_a_glossary_may_ask_for_approvals() -> None:
    asking = edited(SETTINGS, ("sample = true", "require_approval = true"))
    whole = glossary(asking)
    assert told(whole, DUE) == [f"{ARTICLE}:2:1 approval-missing: nobody has approved trial: {STOPPED}"]
    assert stopped(whole, DUE) == ["pdf", "epub"]
    assert stopped(glossary(asking, approved()), DUE) == []


def test_boilerplate_that_is_at_fault_is_told_where_it_is_composed_and_nowhere_else() -> None:
    missing = {"content/boilerplate/trial-crisis.en.md": ""}
    whole, _ = loaded(IN_EARNEST, approved(), missing)
    assert told(whole, DUE) == []


def test_without_a_glossary_everything_may_be_handed_out() -> None:
    assert Governance().of(article("alpha")) == ()
    assert Governance().withdrawn == {}
