"""The files of the package: the layout's templates, filled with the tokens of the theme and what was written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from markupsafe import Markup

from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from glossary_publish.render.docx import properties
from glossary_publish.render.docx.bookmarks import Bookmarks
from glossary_publish.render.docx.numbering import Numbering
from glossary_publish.render.docx.parts import File
from glossary_publish.render.docx.references import turned
from glossary_publish.render.docx.relations import Relation, Relations
from glossary_publish.render.docx.styles import Styles
from glossary_publish.render.templates import fill, fill_once

DOCUMENT, NOTES = "/word/document.xml", "/word/footnotes.xml"
HEADER, FOOTER = "/word/header1.xml", "/word/footer1.xml"
# ECMA-376-1, 15.2.12.2: python-docx has no name for either.
CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"

# Place in the package, template, content type, and the type of the relationship that leads there.
OF_DOCUMENT = (
    ("/word/styles.xml", "styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    ("/word/numbering.xml", "numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    ("/word/settings.xml", "settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    ("/word/fontTable.xml", "font-table.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    ("/word/theme/theme1.xml", "theme.xml", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME),
    (NOTES, "footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    (HEADER, "header.xml", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    (FOOTER, "footer.xml", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
)
OF_PACKAGE = (
    (DOCUMENT, "document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, RELATIONSHIP_TYPE.OFFICE_DOCUMENT),
    ("/docProps/core.xml", "core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES),
    (
        "/docProps/app.xml",
        "app.xml",
        CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
        RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    ),
    ("/docProps/custom.xml", "custom.xml", CUSTOM, CUSTOM_RELATION),
)
# The templates that take longest to fill in, with all that they name of a document: many documents have it in common.
SHARED = {
    "styles.xml": ("language", "rtl", "references_turned", "derived"),
    "numbering.xml": ("lists", "nums"),
}


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a document as WordprocessingML, and what they use."""

    body: str
    notes: str
    head: str
    foot: str
    styles: Styles
    numbering: Numbering
    bookmarks: Bookmarks
    pictures: tuple[File, ...]
    of_document: Relations
    of_notes: Relations


def files(
    publication: Publication, layout: Layout, written: Written
) -> tuple[list[File], tuple[Relation, ...]]:
    """Every part of the package, and the relationships of the package itself."""
    root = Relations()
    for name, _, _, relation in OF_PACKAGE:
        root.to(relation, name)
    beside = [row for row in OF_DOCUMENT if not _is_empty(row[0], written)]
    for name, _, _, relation in beside:
        written.of_document.to(relation, name)
    relations = {DOCUMENT: written.of_document.all(), NOTES: written.of_notes.all()}
    values = _values(publication, layout, written)
    filled = [
        File(name, content_type, _filled(layout, template, values), relations.get(name, ()))
        for name, template, content_type, _ in (*OF_PACKAGE, *beside)
    ]
    return [*filled, *written.pictures], root.all()


def _filled(layout: Layout, template: str, values: Mapping[str, Any]) -> bytes:
    if template in SHARED:
        return fill_once(layout, template, **{name: values[name] for name in SHARED[template]})
    return fill(layout, template, **values)


def _is_empty(name: str, written: Written) -> bool:
    """Whether it is a head or a foot without a line: a part without a paragraph would not be valid."""
    return (name == HEADER and not written.head) or (name == FOOTER and not written.foot)


def _values(publication: Publication, layout: Layout, written: Written) -> dict[str, object]:
    """All that the templates can name."""
    metadata, options = publication.metadata, layout.options
    relations = {relation.target: relation.id for relation in written.of_document.all()}
    derived = written.styles.derived(tuple(options["styles"]["always"]), written.numbering)
    written_xml = {"body": written.body, "notes": written.notes, "head": written.head, "foot": written.foot}
    return {
        # Every word in it was escaped when it was written.
        **{name: Markup(xml) for name, xml in written_xml.items()},  # noqa: S704  escaped, as said above
        "theme": layout.theme,
        "layout": options,
        "name_of_paper": layout.paper,
        "language": metadata.language,
        "rtl": metadata.direction == "rtl",
        "references_turned": turned(publication),
        "header": relations.get(HEADER),
        "footer": relations.get(FOOTER),
        "derived": tuple(derived),
        "lists": tuple(written.numbering.shapes.values()),
        "nums": tuple(written.numbering.nums),
        "anchors": written.bookmarks.told(),
        "core": properties.core(metadata),
        "custom": properties.custom(metadata),
        "updated": metadata.updated.isoformat(),
        "publisher": metadata.publisher,
    }
