"""What a clinic puts on a sheet: letterhead, where to send remarks, headings of blank lines; from its file alone."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from glossary_publish.verify.conservation.fields import read_fields
from glossary_publish.verify.conservation.files import broader, lines_of
from glossary_publish.verify.conservation.leaves import Leaf, plain

if TYPE_CHECKING:
    from glossary_publish.verify.conservation.said import Saying, Ways

DIGITS = frozenset("+0123456789")
BRANDS = ("_brand.yml", "brand.yml")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
LABELS = {"appointment": ("write-in-date", "write-in-with", "write-in-where")}


def letterhead(say: "Saying") -> "Ways":
    """Logo, name, address, telephone numbers, hours, address on the web; not on paper that has them already."""
    clinic = say.sources.clinic
    if not clinic or clinic.get("preprinted_top"):
        return
    name, address = _own(say, str(clinic.get("name", ""))), _own(say, " ".join(clinic.get("address", ())))
    phones = [leaf for phone in clinic.get("phones", ()) for leaf in _phone(say, phone)]
    more = (
        [say.string("fact", "clinic-hours"), _said(say, "value", clinic["hours"])]
        if "hours" in clinic
        else []
    )
    if website := clinic.get("website"):
        link = replace(_leaf(say, "value", website), links=(website,))
        more += [say.string("fact", "clinic-website"), link]
    for logo in _logos(say):
        yield "full", (*logo, name, *phones, *more, address)
        yield "short", (*logo, name, *phones)


def language_help(say: "Saying") -> "Ways":
    """Who helps with languages."""
    line = say.sources.clinic.get("language_help")
    if line:
        yield "full", (_said(say, "p", line),)


def feedback(say: "Saying") -> "Ways":
    """Where to send remarks."""
    contact = say.sources.clinic.get("feedback", "")
    if contact:
        target = f"mailto:{contact}" if "@" in contact else contact if ":" in contact else _dialled(contact)
        yield "full", (say.string("p", "feedback", [target], contact=contact),)


def on_request(say: "Saying") -> Leaf:
    """Whom to ask for the references."""
    clinic = say.sources.clinic
    leaf = say.string("p", "references-on-request", clinic=str(clinic.get("name", "")))
    return replace(leaf, languages=_own(say, "").languages)


def _write_in(name: str) -> Callable[["Saying"], "Ways"]:
    """A heading of blank lines, and the words that stand on some of them."""

    def say_write_in(say: "Saying") -> "Ways":
        labels = (say.string("p", label) for label in LABELS.get(name, ()))
        leaves = (say.string("h2", f"write-in-{name}"), *labels)
        yield "full", leaves
        if name in say.sources.clinic.get("write_in", ()):
            yield "clinic", leaves

    return say_write_in


def _logos(say: "Saying") -> Iterator[tuple[Leaf, ...]]:
    """The logo that the clinic's file names, or each of those that its brand names; nothing if there is none."""
    folder = posixpath.dirname(say.sources.clinic_path)
    names = [say.sources.clinic["logo"]] if "logo" in say.sources.clinic else list(_of_brand(say, folder))
    for name in names:
        alt = say.string("figure", "logo", clinic=str(say.sources.clinic.get("name", "")))
        yield (replace(alt, links=(posixpath.normpath(f"{folder}/{name}"),)),)
    if not names:
        yield ()


def _of_brand(say: "Saying", folder: str) -> Iterator[str]:
    for path in (f"{folder}/{name}" for name in BRANDS):
        if path in say.sources.files:
            fields = read_fields(lines_of(say.sources.files[path]), 1)
            for key in (key for key in fields if key.partition(".")[0] == "logo"):
                yield from (one.text for one in fields[key] if one.text.lower().endswith(PICTURES))


def _phone(say: "Saying", phone: Mapping[str, Any]) -> Iterator[Leaf]:
    number = str(phone.get("number", ""))
    yield _said(say, "fact", phone.get("label", ""))
    yield replace(_leaf(say, "value", number), links=(_dialled(number),))


def _said(say: "Saying", mark: str, texts: Any) -> Leaf:
    """A text, or that of several which is in the language of the edition, or else the first."""
    if not isinstance(texts, dict):
        return _own(say, str(texts), mark)
    language = next((tag for tag in broader(say.sources.language) if tag in texts), next(iter(texts)))
    return _in(say, language, _leaf(say, mark, texts[language]))


def _own(say: "Saying", text: str, mark: str = "p") -> Leaf:
    """Words in the clinic's own language."""
    language = say.sources.clinic.get("language", say.sources.setting("language"))
    return _in(say, language, _leaf(say, mark, text))


def _in(say: "Saying", language: str, leaf: Leaf) -> Leaf:
    return leaf if language == say.sources.language else replace(leaf, languages=(language,))


def _leaf(say: "Saying", mark: str, text: str) -> Leaf:
    return plain(mark, text, say.sources.clinic_path)


def _dialled(number: str) -> str:
    return "tel:" + "".join(sign for sign in number if sign in DIGITS)


PARTS: Mapping[str, Callable[["Saying"], "Ways"]] = {
    "letterhead": letterhead,
    "language-line": language_help,
    "feedback": feedback,
    **{f"write-in-{name}": _write_in(name) for name in ("questions", "appointment", "notes")},
}
