"""What workers import at their start.

This module itself imports what every process needs, before there is more than one of them, and nothing else.
"""

from collections.abc import Iterable
from functools import partial
from importlib import import_module

import babel.dates  # noqa: F401  every process writes dates or reads them back
import lxml.etree  # noqa: F401  every process reads XML

from glossary_publish.build.making import tools
from glossary_publish.build.workers import Preparation, nothing

# PDF takes as long to import as the others together, so it gets a worker of its own where there are two.
# A format that stands in no team is imported when it is made.
TEAMS = (("pdf",), ("epub", "docx"))


def preparations(formats: Iterable[str] = (), idle: int = len(TEAMS)) -> tuple[Preparation, ...]:
    """The preparations for workers in turn, for some formats or for all.

    `idle` processors have nothing else to do while the parent reads. More teams than these would keep it waiting:
    they import when they get their work.
    """
    wanted = set(formats) or {format for team in TEAMS for format in team}
    teams = [tuple(format for format in team if format in wanted) for team in TEAMS]
    prepared = tuple(
        Preparation(frozenset(team), partial(warm, team) if place < idle else nothing)
        for place, team in enumerate(filter(None, teams))
    )
    return prepared or (Preparation(frozenset(), nothing),)


def warm(formats: tuple[str, ...]) -> None:
    """Import what some formats are rendered, read back and proven with."""
    for format in formats:
        import_module(f"glossary_publish.render.{format}")
        import_module(f"glossary_publish.verify.inspect.{format}")
        import_module("glossary_publish.publish")
        tools(format)
