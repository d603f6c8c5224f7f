"""Checking the sources: everything that a build would find before it renders."""

from datetime import date
from pathlib import Path

from glossary_publish.build.dates import warn_of_overdue_reviews
from glossary_publish.build.material import Material
from glossary_publish.diagnostics import PublishError, Report


def check(project: Path, today: date) -> Report:
    """Read the whole glossary and compose every edition; the report holds what was found, each thing once."""
    material = Material(project)
    report = material.found
    for edition in material.editions(material.languages):
        try:
            material.compose(edition)
        except PublishError as error:
            report.extend(error.diagnostics)
    warn_of_overdue_reviews(material.glossary.articles, today, report)
    return report
