"""Reading `content/` as a whole, once."""

from collections.abc import Iterable
from dataclasses import fields, replace

from glossary_publish.bibliography.style import Answers, CitationStyle, load_style
from glossary_publish.diagnostics import Report, UsageError
from glossary_publish.glossary.approvals import read_approvals, tell_of_strays
from glossary_publish.glossary.articles import (
    article_paths,
    read_articles,
    slug_of,
    sound_articles,
)
from glossary_publish.glossary.boilerplate import read_boilerplate
from glossary_publish.glossary.clinics.reading import clinic_slugs, read_clinics
from glossary_publish.glossary.crosschecks import Surroundings
from glossary_publish.glossary.memory import Once, plainly
from glossary_publish.glossary.model import Glossary, Settings
from glossary_publish.glossary.references import read_kinds, read_references
from glossary_publish.glossary.settings import read_settings
from glossary_publish.glossary.strings import read_strings
from glossary_publish.workspace import Workspace


class _Recorder:
    """A workspace that keeps the bytes of every file that is read through it."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.reads = workspace.reads
        self.files: dict[str, bytes] = {}

    def read(self, path: str) -> bytes:
        self.files[path] = self.workspace.read(path)
        return self.files[path]

    def names(self, folder: str) -> tuple[str, ...]:
        return self.workspace.names(folder)


def load_glossary(
    workspace: Workspace, report: Report, once: Once = plainly, answers: Answers | None = None
) -> Glossary:
    """Read settings and content. An article with faults is reported and left out, and the others go on.

    `once` calls what reads a part of it, `answers` keeps what the citation engine makes.
    Raises `UsageError` when nothing can go on: without settings, or with settings or strings that cannot be used.
    """
    recorder = _Recorder(workspace)
    slugs = {slug_of(path) for path in article_paths(recorder)}
    settings = once(read_settings, recorder, slugs, clinic_slugs(recorder))
    approvals = read_approvals(recorder)
    tell_of_strays(approvals.values(), slugs, report)
    kinds = read_kinds(recorder, report)
    references = once(read_references, recorder, kinds, settings.language, report)
    boilerplate = once(read_boilerplate, recorder, report)
    clinics = once(read_clinics, recorder, settings, report)
    written = read_articles(recorder, settings, report, once)
    articles = [one.article for one in written]
    spoken = {article.language for article in articles}
    strings, styles = once(_languages, recorder, settings, spoken, report)
    originals = {article.slug: article for article in articles if article.language == settings.language}
    around = Surroundings(settings, slugs, references, boilerplate, strings.keys(), originals)
    sound = sound_articles(recorder, written, around, report)
    return Glossary(
        **{field.name: getattr(settings, field.name) for field in fields(Settings)},
        articles=sound.articles,
        withdrawn=sound.withdrawn,
        approvals=approvals,
        boilerplate=boilerplate,
        references=references.usable,
        kinds=kinds,
        images=sound.images,
        cited=sound.cited,
        strings=strings,
        styles={language: replace(style, answers=answers) for language, style in styles.items()},
        sources=recorder.files,
        clinics=clinics,
    )


def _languages(
    workspace: Workspace, settings: Settings, languages: Iterable[str], report: Report
) -> tuple[dict[str, dict[str, str]], dict[str, CitationStyle]]:
    """The strings and the citation style of each language that has them; that of the glossary has to."""
    strings, styles = {}, {}
    for language in sorted({settings.language, *languages}):
        try:
            found = read_strings(workspace, language)
            style = load_style(workspace, settings.citation_style, language)
        except UsageError as error:
            if language == settings.language:
                raise
            report.extend(error.diagnostics)
            continue
        if found is not None:
            strings[language], styles[language] = found, style
    return strings, styles
