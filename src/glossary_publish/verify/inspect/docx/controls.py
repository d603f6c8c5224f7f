"""Content controls: what is locked, and which boilerplate it is (17.5.2; docs/word-document.md)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from glossary_publish.verify.inspect.docx.wordml import W, child_of, name_of, others, unknown, value
from glossary_publish.verify.inspection import Fault

PROPERTIES = frozenset("alias tag id lock docPartObj".split())
GALLERY = "Custom 1"
LOCKED = "sdtContentLocked"  # neither the words nor the control can be taken away (17.18.50)
LONGEST = 64  # characters of a tag or title
_TAG = re.compile(r"([a-z0-9_-]+)(?:/([a-z0-9-]+@[^/@]+))?/([1-9]\d*)")


@dataclass(frozen=True, slots=True)
class Control:
    """A control around one paragraph or table."""

    part: str
    stamp: str
    index: int
    locked: bool
    title: str
    content: etree._Element


def read_control(element: etree._Element, place: str, faults: list[Fault]) -> Control | None:
    """A control; None when it is not around one paragraph or table."""
    properties, content = child_of(element, f"{W}sdtPr"), child_of(element, f"{W}sdtContent")
    faults += others(element, ("sdtPr", "sdtContent"), place)
    faults += others(properties, PROPERTIES, place)
    if content is None or len(content) != 1 or name_of(content[0]) not in ("p", "tbl"):
        faults += unknown(element, place, "unclear-control")
        return None
    block = child_of(properties, f"{W}docPartObj") if properties is not None else None
    faults += others(block, ("docPartGallery",), place)
    if value(block, "docPartGallery") != GALLERY:
        faults.append(Fault("unclear-control", "a control is no building block", place))
    tag = value(properties, "tag")
    found = _TAG.fullmatch(tag)
    lock = value(properties, "lock")
    if found is None or len(tag) > LONGEST or (lock != LOCKED and not (found[2] and not lock)):
        faults.append(Fault("unclear-control", f"a control has the tag {tag!r} and the lock {lock!r}", place))
    part, stamp, index = (found[1], found[2] or "", int(found[3])) if found else ("", "", 0)
    return Control(part, stamp, index, lock == LOCKED, value(properties, "alias"), content[0])


class Controls:
    """The controls of a document, and the headings in them."""

    def __init__(self) -> None:
        self._parts: dict[str, list[Control]] = defaultdict(list)
        self._headings: dict[str, str] = {}

    def keep(self, control: Control, heading: str) -> None:
        """Keep a control, and the words of the heading in it."""
        self._parts[control.part].append(control)
        if heading:
            self._headings.setdefault(control.part, heading)

    def faults(self, place: str) -> Iterator[Fault]:
        """Controls that are out of order, of two minds, or that call themselves something else."""
        for part, controls in self._parts.items():
            if [one.index for one in controls] != list(range(1, len(controls) + 1)):
                yield Fault("control-out-of-order", f"the controls of {part} are not 1, 2, 3, …", place)
            if len({(one.stamp, one.locked) for one in controls}) > 1:
                yield Fault("control-out-of-order", f"the controls of {part} are not all alike", place)
            title = self._headings.get(part, "")
            title = title if 0 < len(title) <= LONGEST else part
            for control in controls:
                if control.title != title:
                    message = f"a control of {part} is called {control.title!r} instead of {title!r}"
                    yield Fault("misleading-control", message, place)
