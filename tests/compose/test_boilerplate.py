"""Which boilerplate an edition carries: chosen by role, region, language and audience, or not at all."""

import pytest

from glossary_publish.compose import compose
from glossary_publish.diagnostics import PublishError
from glossary_publish.publication import text_hash
from tests.compose.sample import article, composed, fault_of, glossary, ids, layout, lines, listing, part
from tests.glossary.sample import CRISIS, DISCLAIMER, SETTINGS, edited, translated

CHOSEN = "Chosen."
LATER = "content/boilerplate/z-other.en.md"


def other(*changes: tuple[str, str], language: str = "en") -> dict[str, str]:
    """Another crisis notice, which says that it was chosen."""
    common = (("id: trial-crisis", "id: z-other"), ("Call or text [988](tel:988) at any hour.", CHOSEN))
    return edited(CRISIS, *common, *changes, to=f"content/boilerplate/z-other.{language}.md")


def crisis(*changes: dict[str, str]) -> str:
    """The last words of the crisis notice."""
    return lines(composed(*changes), "crisis-notice")[-1]


def test_a_text_for_the_region_goes_before_one_for_any() -> None:
    assert crisis(other(("region: any", "region: US"))) == CHOSEN
    assert crisis(other(("region: any", "region: GB"))) != CHOSEN


def test_a_text_for_the_audience_goes_before_one_for_any() -> None:
    assert crisis(other(("audience: any", "audience: clients"))) == CHOSEN
    assert crisis(other(("audience: any", "audience: clinicians"))) != CHOSEN


def test_a_text_for_one_audience_does_not_go_before_one_for_any_if_others_read_the_article_too() -> None:
    both = article(("[clients]", "[clients, clinicians]"))
    assert crisis(other(("audience: any", "audience: clients")), both) != CHOSEN
    only = edited(CRISIS, ("audience: any", "audience: clinicians"))
    assert crisis(only, both).startswith("Call or text 988")


def test_the_region_counts_more_than_the_audience() -> None:
    general = edited(CRISIS, ("audience: any", "audience: clients"))
    assert crisis(general, other(("region: any", "region: US"))) == CHOSEN


def test_a_text_in_the_very_language_goes_before_one_in_its_parent() -> None:
    british = {"content/articles/trial.en-GB.md": translated(article()["content/articles/trial.md"])}
    whole = glossary(british, other(("language: en", "language: en-GB"), language="en-GB"))
    ends = {one.language: lines(compose(whole, one, layout()), "crisis-notice")[-1] for one in whole.articles}
    assert (ends["en-GB"], ends["en"] == CHOSEN) == (CHOSEN, False)


@pytest.mark.parametrize(
    ("old", "new", "asked"),
    [
        ("role: crisis-notice", "role: greeting", "role 'crisis-notice', region US"),
        ("region: any", "region: GB", "role 'crisis-notice', region US"),
        (
            "audience: any",
            "audience: clinicians",
            "role 'crisis-notice', region US, language en, audience clients",
        ),
    ],
)
def test_without_a_text_for_a_role_there_is_no_edition(old: str, new: str, asked: str) -> None:
    with pytest.raises(PublishError) as caught:
        composed(edited(CRISIS, (old, new)))
    found = fault_of(caught.value)
    assert found.code == "no-boilerplate-for-role"
    assert found.message.startswith(f"no boilerplate is there for {asked}")


def test_two_texts_that_are_equally_right_are_told_by_their_names() -> None:
    with pytest.raises(PublishError) as caught:
        composed(other())
    found = fault_of(caught.value)
    assert found.code == "ambiguous-boilerplate"
    assert found.message.startswith(f"{CRISIS} and {LATER} are both there for role 'crisis-notice'")


def test_a_notice_is_locked_and_stamped_with_the_hash_of_its_text() -> None:
    made = composed()
    for id, boilerplate in ("crisis-notice", "trial-crisis"), ("disclaimer", "trial-disclaimer"):
        one = part(made, id)
        assert one.locked
        assert one.stamp is not None
        assert (one.stamp.id, one.stamp.version) == (boilerplate, "1.0")
        assert one.stamp.text_hash == text_hash(one.blocks)


def test_the_number_to_call_stands_first() -> None:
    assert lines(composed(), "crisis-notice") == [
        "988",
        "In a crisis? You can get help now.",
        "Call or text 988 at any hour.",
    ]


def test_the_short_form_is_the_one_that_a_human_wrote() -> None:
    shown = listing(("title", "full"), ("crisis-notice", "full"), ("disclaimer", "short"))
    assert lines(composed(on=shown), "disclaimer") == ["Disclaimer", "A trial page."]


# --- texts that an article adds --------------------------------------------------------------------


def test_an_article_adds_a_text_and_removes_none() -> None:
    added = article(("key_points:", "boilerplate:\n  - z-other\nkey_points:"))
    made = composed(added, other(("region: any", "region: GB")))
    assert ids(made)[3:6] == ["crisis-notice", "notice_z-other", "disclaimer"]
    assert lines(made, "notice_z-other")[-1] == CHOSEN
    assert part(made, "notice_z-other").locked


def test_a_text_that_is_chosen_already_is_not_added_again() -> None:
    made = composed(article(("key_points:", "boilerplate:\n  - trial-crisis\nkey_points:")))
    assert ids(made) == ids(composed())


@pytest.mark.parametrize("role", ["language-help", "body"])
def test_a_role_without_a_place_in_the_layout_stands_after_the_disclaimer(role: str) -> None:
    roles = edited(SETTINGS, ('"crisis-notice"]', f'"crisis-notice", "{role}"]'))
    made = composed(roles, other(("role: crisis-notice", f"role: {role}")))
    assert ids(made)[3:6] == ["crisis-notice", "disclaimer", "notice_z-other"]


def test_a_layout_can_place_a_role_of_the_glossary() -> None:
    roles = edited(SETTINGS, ('"crisis-notice"]', '"crisis-notice", "language-help"]'))
    shown = listing(
        ("language-help", "full"), ("title", "full"), ("crisis-notice", "full"), ("disclaimer", "full")
    )
    made = composed(roles, other(("role: crisis-notice", "role: language-help")), on=shown)
    assert ids(made) == ["language-help", "title", "crisis-notice", "disclaimer"]


def test_links_to_articles_in_boilerplate_lead_to_the_site() -> None:
    made = composed(edited(DISCLAIMER, ("It gives", "[It](article:trial) gives")))
    assert "https://example.org/trial/trial" in repr(part(made, "disclaimer").blocks)
