"""Trying out every format on a small sample that comes with the tool."""

from collections.abc import Iterator
from concurrent.futures import as_completed
from dataclasses import dataclass
from pathlib import Path

from glossary_publish.build.making import Made, make
from glossary_publish.build.material import Material
from glossary_publish.build.outcome import failed
from glossary_publish.build.workers import Workers
from glossary_publish.diagnostics import Diagnostic

SAMPLE = Path(__file__).parent / "sample"


@dataclass(frozen=True, slots=True)
class Trial:
    """How one format fared: the versions that made it, or what was in the way."""

    format: str
    tools: tuple[tuple[str, str], ...]
    diagnostics: tuple[Diagnostic, ...]
    exit_code: int


def trials(workers: Workers) -> Iterator[Trial]:
    """Make and prove the sample in every format, each in a worker; nothing is written."""
    material = Material(SAMPLE)
    material.found.stop_if_failed()
    pending = {}
    for edition in material.editions():
        parcel = material.layout(edition.layout, edition.paper).parcel
        future = workers.submit_kind(edition.format, make, material.compose(edition), parcel)
        pending[future] = edition
    for future in as_completed(pending):
        edition, error = pending[future], future.exception()
        if error is not None:
            outcome = failed(edition, material.article(edition).path, error)
            yield Trial(edition.format, (), outcome.diagnostics, outcome.exit_code)
            continue
        made = future.result()
        if isinstance(made, Made):
            yield Trial(edition.format, made.tools, made.diagnostics, 0)
        else:
            yield Trial(edition.format, (), made.diagnostics, made.exit_code)
