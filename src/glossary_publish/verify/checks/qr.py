"""The QR code of a sheet is read as a phone reads it: its address, whole, large enough and with white around it."""

from collections.abc import Iterator, Sequence

from glossary_publish.article import QrCode
from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import QrSeen
from glossary_publish.verify.normal import normal
from glossary_publish.verify.printed import LAYOUT, MILLIMETRE

PICTURE = "take the picture of the code out, and write a link in its place"
QUIET = 4  # modules of white on each side (ISO/IEC 18004, 9.1)
WEAKEST = "L"  # makes good seven in a hundred codewords; a fold takes more
SMALLEST = 0.33  # millimetres of a module: four dots of an office printer, and what a phone still tells apart
ROUNDING = 0.2  # millimetres: a pixel of the raster
UNEVEN = 0.5  # modules: two pixels of the raster where modules are small


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Codes that are missing, lead elsewhere or cannot be relied on, and those that nobody asked for."""
    if evidence.inspection.format != "pdf":
        return
    found = list(evidence.inspection.codes)
    for part in evidence.publication.parts:
        for block in part.blocks:
            if isinstance(block, QrCode):
                code = _of(block, found)
                if code:
                    found.remove(code)
                told = _wrong(code, block, evidence) if code else [_lacking(block, evidence)]
                for fault, message in told:
                    yield evidence.difference(fault, message, part.id, block.span, LAYOUT)
    for code in found:
        says = f"that says {code.text!r}" if code.text else "that cannot be read"
        message = f"page {code.page} shows a QR code {says}, and it is not that of the edition"
        one = next((one for one in evidence.expected if normal(one.item.alt) == normal(code.alt) != ""), None)
        name, span = (one.part, one.span) if one else ("", None)
        yield evidence.difference("second-qr-code", message, name, span, PICTURE)


def _of(block: QrCode, found: Sequence[QrSeen]) -> QrSeen | None:
    """The code that is meant: the one in the picture of its name, or else the one that says the same."""
    named = [code for code in found if normal(code.alt) == normal(block.alt)]
    return next(iter([*named, *(code for code in found if code.text == block.target)]), None)


def _lacking(block: QrCode, evidence: Evidence) -> tuple[str, str]:
    if any(normal(picture.alt) == normal(block.alt) for picture in evidence.inspection.pictures):
        return "qr-code-unreadable", f"the picture that stands for {block.target} is no QR code"
    return "qr-code-missing", f"no QR code leads to {block.target}"


def _wrong(code: QrSeen, block: QrCode, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """What is wrong with a code that was found, by name and message."""
    if code.fault:
        yield "qr-code-unreadable", f"the QR code on page {code.page} cannot be read: {code.fault}"
    elif code.text != block.target:
        yield "qr-code-differs", f"the QR code leads to {code.text!r}, expected {block.target!r}"
    if code.correction == WEAKEST:
        yield "weak-qr-code", f"the QR code is corrected at level {WEAKEST}, at least M is needed"
    if code.quiet + UNEVEN < QUIET:
        message = f"the QR code has {code.quiet:.1f} modules of white around it, {QUIET} are needed"
        yield "qr-code-crowded", message
    side = min(code.right - code.left, code.low - code.top) / MILLIMETRE
    least = max(evidence.layout.options.get("qr", {}).get("least", 0), SMALLEST * code.modules)
    if side + ROUNDING < least:
        yield "qr-code-too-small", f"the QR code is {side:.1f} mm wide, at least {least:.1f} mm are needed"
