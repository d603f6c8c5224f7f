"""PDF files judged by page-validation: PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3)."""

from collections.abc import Iterable
from pathlib import Path

import page

from tests.validators import Finding

PROFILES = ("ua1", "3a")


def validate(files: Iterable[Path]) -> list[Finding]:
    """What is wrong with PDF files; a file that cannot be parsed is a finding too."""
    return [finding for file in files for profile in PROFILES for finding in _judge(file, profile)]


def _judge(file: Path, profile: str) -> list[Finding]:
    try:
        report = page.validate_pdf(file, profile=profile)
    except page.ParseError as error:
        return [Finding(str(file), f"{profile}:parse", str(error))]
    found = [
        Finding(str(file), f"{profile}:{failure.rule_id}", failure.message) for failure in report.failures
    ]
    if report.is_compliant == bool(found):
        raise RuntimeError(f"page-validation contradicts itself about {file}: {report.to_json()}")
    return found
