"""Programs of others that judge finished files. `make validators` installs them; a missing one is an error."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that a validator objects to: in which file, by which of its rules, in its own words."""

    file: str
    rule: str
    message: str


class ValidatorMissing(Exception):
    """A validator is not installed; the message names the command that installs it."""


def installed(program: Path) -> Path:
    """The program itself; raises `ValidatorMissing` when it is not there."""
    if not program.is_file():
        raise ValidatorMissing(f"{program} is missing: run `make validators`")
    return program
