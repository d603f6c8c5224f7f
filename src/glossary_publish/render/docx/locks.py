"""Locked text: each paragraph of a locked part in a content control of its own.

One control around several paragraphs would be nearer at hand, but other programs shrink it to its first
paragraph, and then the lock is gone from the rest.
"""

from collections.abc import Iterable, Iterator

from glossary_publish.article import Heading
from glossary_publish.diagnostics import Report
from glossary_publish.publication import Part, plain_text
from glossary_publish.render.docx.wordml import element, valued

# A control around a building block (ECMA-376, 17.5.2.12). LibreOffice turns one that does not say so into a
# field of plain text: links inside it are spelt out, and stress is gone.
GALLERY = element("w:docPartObj", content=valued("w:docPartGallery", "Custom 1"))
LONGEST = 64  # characters that Word takes for a tag or a title


class Locks:
    """Puts the blocks of locked parts into controls, which are numbered over the document."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._count = 0

    def around(self, part: Part, blocks: Iterable[str]) -> Iterator[str]:
        """The paragraphs and tables of a part, in controls if it is locked or carries a stamp."""
        if not (part.locked or part.stamp):
            yield from blocks
            return
        name = f"{part.id}/{part.stamp.id}@{part.stamp.version}" if part.stamp else part.id
        title = next((plain_text(block.children) for block in part.blocks if isinstance(block, Heading)), "")
        alias = title if 0 < len(title) <= LONGEST else part.id
        for number, block in enumerate(blocks, 1):
            yield self._control(part, f"{name}/{number}", alias, block)

    def _control(self, part: Part, tag: str, alias: str, block: str) -> str:
        self._count += 1
        if len(tag) > LONGEST:
            message = f"the tag {tag!r} has {len(tag)} characters; Word takes {LONGEST}"
            self._report.error(
                "boilerplate-id-too-long", message, part.span, "give the boilerplate a shorter id", part.id
            )
        lock = valued("w:lock", "sdtContentLocked") if part.locked else ""
        properties = (
            valued("w:alias", alias) + valued("w:tag", tag) + valued("w:id", self._count) + lock + GALLERY
        )
        return element(
            "w:sdt", content=element("w:sdtPr", content=properties) + element("w:sdtContent", content=block)
        )
