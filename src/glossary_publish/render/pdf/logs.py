"""What WeasyPrint writes to its log: a user sees no log, and a lost image is no detail."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

NOTDEF = ".notdef glyph"  # a character that no font has: reported once, with its place, by `faults`


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of the log."""

    level: int
    message: str


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.remarks: list[Remark] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.remarks.append(Remark(record.levelno, record.getMessage()))


@contextmanager
def listening() -> Iterator[list[Remark]]:
    """Gather what WeasyPrint remarks meanwhile, and keep it from the screen."""
    logger, listener = logging.getLogger("weasyprint"), _Listener()
    before = logger.handlers[:], logger.propagate, logger.level
    logger.handlers, logger.propagate = [listener], False
    logger.setLevel(logging.WARNING)
    try:
        yield listener.remarks
    finally:
        logger.handlers, logger.propagate, level = before
        logger.setLevel(level)
