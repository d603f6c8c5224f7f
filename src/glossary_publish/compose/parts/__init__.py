"""The parts of a publication, each made from a row of the layout's part list."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache, partial

from glossary_publish.article import ReferenceList
from glossary_publish.compose.citing import without_targets
from glossary_publish.compose.parts.back import (
    address,
    colophon,
    references,
    references_on_request,
    related,
)
from glossary_publish.compose.parts.editing import editing_instructions
from glossary_publish.compose.parts.front import actions, facts, key_points, label, questions_to_ask, title
from glossary_publish.compose.parts.letterhead import feedback, language_help, letterhead, write_in
from glossary_publish.compose.parts.notices import notice, other_notices
from glossary_publish.compose.parts.text import body, notes
from glossary_publish.compose.prepared import RECENT, Prepared
from glossary_publish.diagnostics import PublishError, Span, fault
from glossary_publish.glossary.clinics.model import WRITE_IN
from glossary_publish.layout import Layout, PartSpec
from glossary_publish.publication import Part

DISCLAIMER = "disclaimer"
Make = Callable[[Prepared], Part | None]

# Every part in each of its forms; boilerplate is called by its role.
PARTS: dict[tuple[str, str], Make] = {
    ("editing-instructions", "full"): editing_instructions,
    ("label", "full"): label,
    ("title", "full"): title,
    ("facts", "full"): facts,
    ("key-points", "full"): key_points,
    ("actions", "full"): actions,
    ("questions-to-ask", "full"): questions_to_ask,
    ("body", "full"): body,
    ("notes", "full"): lambda made: notes(made, native=False),
    ("notes", "native"): lambda made: notes(made, native=True),
    ("related", "link"): lambda made: related(made, address=False),
    ("related", "address"): lambda made: related(made, address=True),
    ("references", "full"): lambda made: references(made, address=False),
    ("references", "address"): lambda made: references(made, address=True),
    ("references", "request"): references_on_request,
    ("letterhead", "full"): lambda made: letterhead(made, short=False),
    ("letterhead", "short"): lambda made: letterhead(made, short=True),
    ("language-line", "full"): language_help,
    ("feedback", "full"): feedback,
    **{
        (f"write-in-{name}", form): partial(write_in, name=name, asked=form == "clinic")
        for name in WRITE_IN
        for form in ("full", "clinic")
    },
    ("colophon", "full"): lambda made: colophon(made, short=False),
    ("colophon", "short"): lambda made: colophon(made, short=True),
    ("address", "link"): lambda made: address(made, qr=False),
    ("address", "qr"): lambda made: address(made, qr=True),
}
NAMES = {id for id, _ in PARTS}


def parts_of(made: Prepared, layout: Layout) -> Iterator[Part]:
    """The parts that a layout lists, in its order; what is empty is left out, with its heading."""
    placed = frozenset(
        row.id for row in layout.parts if row.id in made.glossary.roles and row.id not in NAMES
    )
    if not lists_references(made, layout):
        made = _without_targets(made)
    for row in layout.parts:
        if row.id in placed:
            yield from _notices(made, row.id, _is_short(row, layout), placed)
        else:
            _refuse_unknown(row, layout)
            yield from _parts(made, row.id, row.form)


def lists_references(made: Prepared, layout: Layout) -> bool:
    """Whether the references stand in the edition, so that citations can lead to them."""
    rows = [row for row in layout.parts if row.id == "references"]
    for row in rows:
        _refuse_unknown(row, layout)
    parts = (part for row in rows for part in _parts(made, row.id, row.form))
    return any(isinstance(block, ReferenceList) for part in parts for block in part.blocks)


# What a part says depends on its article, its name and its form. Layouts have most of their parts in common, and the
# editions of an article are composed one after the other.


@lru_cache(maxsize=RECENT)
def _without_targets(made: Prepared) -> Prepared:
    return replace(made, text=without_targets(made.text))


@lru_cache(maxsize=RECENT * len(PARTS))
def _parts(made: Prepared, id: str, form: str) -> tuple[Part, ...]:
    part = PARTS[id, form](made)
    return () if part is None else (part,)


@lru_cache(maxsize=RECENT * len(PARTS))
def _notices(made: Prepared, role: str, short: bool, placed: frozenset[str]) -> tuple[Part, ...]:
    """The texts of a role; after the disclaimer those of all roles that have no place."""
    others = other_notices(made, placed) if role == DISCLAIMER else ()
    return (*notice(made, role, short=short), *others)


def _is_short(row: PartSpec, layout: Layout) -> bool:
    if row.form not in ("full", "short"):
        raise _unknown(row, layout, ("full", "short"))
    return row.form == "short"


def _refuse_unknown(row: PartSpec, layout: Layout) -> None:
    if (row.id, row.form) not in PARTS:
        raise _unknown(row, layout, [form for id, form in PARTS if id == row.id])


def _unknown(row: PartSpec, layout: Layout, forms: Iterable[str]) -> PublishError:
    place = Span(f"layouts/{layout.name}/layout.toml")
    if not forms:
        message = f"the layout {layout.name} lists the part {row.id!r}, which is not there"
        help = f"parts are: {', '.join(sorted(NAMES))}, and the roles of the glossary"
        return fault(PublishError, "unknown-part", message, place, help)
    message = f"the layout {layout.name} asks for the part {row.id!r} in the form {row.form!r}"
    return fault(PublishError, "unknown-form", message, place, f"its forms are: {', '.join(forms)}")
