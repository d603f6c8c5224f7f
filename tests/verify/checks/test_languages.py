"""Words in another language say so."""

from glossary_publish.verify.checks.languages import check
from glossary_publish.verify.inspection import LanguageSeen
from tests.verify.checks.perfect import messages, spoiled, told

FRENCH = LanguageSeen("fr", "l’alliance thérapeutique")
ARABIC = LanguageSeen("ar", "التحالف العلاجي")


def test_a_language_that_is_lost_is_told() -> None:
    bad = spoiled("The French", languages=(FRENCH,))
    assert told(check, bad) == [("languages-differ", "body")]
    assert messages(check, bad) == ["expected 'التحالف العلاجي' in ar, found no other language"]


def test_another_language_is_told() -> None:
    assert told(check, spoiled("The French", languages=(LanguageSeen("de", FRENCH.text), ARABIC)))


def test_a_language_that_goes_on_too_long_is_told() -> None:
    assert told(check, spoiled("The French", languages=(FRENCH, LanguageSeen("ar", f"{ARABIC.text}. Read"))))


def test_a_language_that_nobody_gave_is_told() -> None:
    assert told(check, spoiled("Ask.", languages=(LanguageSeen("fr", "Ask."),))) == [
        ("languages-differ", "actions")
    ]


def test_the_case_of_a_tag_does_not_matter() -> None:
    assert told(check, spoiled("The French", languages=(LanguageSeen("FR", FRENCH.text), ARABIC))) == []
