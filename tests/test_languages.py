"""What the project says in each language: the strings of the layouts, and the labels of sources."""

import re
import tomllib

from glossary_publish.compose.plurals import plural
from tests.support.house.sources import ROOT

STRINGS = ROOT / "layouts/strings"
LANGUAGES = {path.stem for path in STRINGS.glob("*.toml")}
PLACEHOLDER = re.compile(r"\{(\w+)\}")
PLURAL = re.compile("-(zero|one|two|few|many|other)$")
# Words that two languages write alike.
SAME = {("fr", key) for key in ("version", "notes", "note-mark", "foot", "imprint-short")} | {
    ("de", "clinic-website")
}
MANY = 200  # no article takes that many minutes


def strings(language: str) -> dict[str, str]:
    """What editions and the pages for finding sheets say."""
    folders = (STRINGS, ROOT / "layouts/finder/strings")
    texts = ((folder / f"{language}.toml").read_text("utf-8") for folder in folders)
    return {key: text for one in map(tomllib.loads, texts) for key, text in one.items()}


def test_there_are_strings_in_six_languages() -> None:
    assert {"en", "es", "fr", "de", "ar", "zh-Hans"} <= LANGUAGES


def test_the_strings_of_every_language_have_the_placeholders_of_the_english_ones() -> None:
    english = strings("en")
    for language in LANGUAGES:
        for key, text in strings(language).items():
            names = sorted(PLACEHOLDER.findall(text))
            assert names == sorted(PLACEHOLDER.findall(english[PLURAL.sub("", key)])), (language, key)


def test_strings_that_tell_numbers_have_forms_of_their_language_only() -> None:
    forms = set()
    for language in LANGUAGES:
        known = {plural(count, language) for count in range(1, MANY)}
        named = {form[1] for key in strings(language) if (form := PLURAL.search(key))}
        assert named <= known, language
        forms |= {(language, form) for form in named}
    assert {("es", "one"), ("fr", "one"), ("de", "one"), ("ar", "two"), ("ar", "few")} <= forms


def test_no_string_is_left_in_english() -> None:
    english = strings("en")
    same = {
        (language, key)
        for language in LANGUAGES - {"en"}
        for key, text in strings(language).items()
        if text == english.get(key) and PLACEHOLDER.sub("", text).strip(" ()·:,")
    }
    assert same == SAME


def test_every_kind_of_source_has_a_label_in_every_language_that_has_strings() -> None:
    for name, kind in tomllib.loads((ROOT / "content/kinds.toml").read_text("utf-8")).items():
        assert set(kind["labels"]) == LANGUAGES, name
