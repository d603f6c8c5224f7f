"""Checking the sources: everything that a build would find before it renders."""

from datetime import date
from pathlib import Path

from glossary_publish.build.governance import Governance
from glossary_publish.build.material import Material
from glossary_publish.diagnostics import PublishError, Report


def check(project: Path, today: date) -> Report:
    """Read the whole glossary and compose every edition; the report holds what was found, each thing once."""
    material = Material(project)
    report = material.found
    for edition in material.editions(material.languages, material.clinics):
        try:
            material.compose(edition)
        except PublishError as error:
            report.extend(error.diagnostics)
    governance = Governance(material.glossary, today)
    for article in material.glossary.articles:
        report.extend(governance.of(article))
    return report
