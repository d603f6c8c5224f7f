"""Checking the sources: everything that a build would find before it renders, and how hard they are to read."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from glossary_publish.build.governance import Governance
from glossary_publish.build.material import Material
from glossary_publish.diagnostics import PublishError, Report
from glossary_publish.readability import Assessment, assess


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, each thing once, and the figures of every article of which editions can be made."""

    report: Report
    assessments: tuple[Assessment, ...]


def check(project: Path, today: date) -> Checked:
    """Read the whole glossary, compose every edition, and examine how plain the language of each article is."""
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
    assessments = tuple(assess(article, material.glossary) for article in material.glossary.articles)
    for assessment in assessments:
        report.extend(assessment.diagnostics)
    return Checked(report, assessments)
