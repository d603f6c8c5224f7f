"""The articles of a glossary; one with faults is reported and left out, and the others go on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from glossary_publish.article import Article
from glossary_publish.diagnostics import Report, Span
from glossary_publish.glossary.crosschecks import Surroundings, check_article, check_successor
from glossary_publish.glossary.memory import Once, plainly
from glossary_publish.glossary.mentions import Mentions, Written, read_written
from glossary_publish.glossary.model import Settings
from glossary_publish.publication import Image
from glossary_publish.read.image import read_image
from glossary_publish.workspace import Workspace

FOLDER = "content/articles"
WITHDRAWN = "withdrawn"


def article_paths(workspace: Workspace) -> tuple[str, ...]:
    """Every article file, and whatever else stands under such a name: it is told that it is none."""
    names = (name.rstrip("/") for name in workspace.names(FOLDER))
    return tuple(f"{FOLDER}/{name}" for name in names if name.endswith(".md"))


def slug_of(path: str) -> str:
    """The slug that a file name gives."""
    return path.rpartition("/")[2].partition(".")[0]


def read_articles(
    workspace: Workspace, settings: Settings, report: Report, once: Once = plainly
) -> tuple[Written, ...]:
    """Every article that can be read; two for one slug and language are both left out."""
    paths = article_paths(workspace)
    read = (once(read_written, workspace, path, report, settings.language) for path in paths)
    found: dict[tuple[str, str], list[Written]] = {}
    for written in read:
        if written is not None:
            found.setdefault((written.article.slug, written.article.language), []).append(written)
    for (slug, language), (first, *others) in found.items():
        for other in others:
            message = f"{first.article.path} is the article {slug!r} in {language} too"
            help = "keep one of the files, or name the language of one in its file name"
            report.error("duplicate-article", message, Span(other.article.path), help)
    return tuple(articles[0] for articles in found.values() if len(articles) == 1)


@dataclass(frozen=True, slots=True)
class Sound:
    """Articles without faults, those of which no edition is made any more, and the images by path.

    `cited` holds the keys of all references that an article cites or lists, by its path.
    """

    articles: tuple[Article, ...]
    withdrawn: tuple[Article, ...]
    images: Mapping[str, Image]
    cited: Mapping[str, tuple[str, ...]]


def sound_articles(
    workspace: Workspace, articles: Sequence[Written], around: Surroundings, report: Report
) -> Sound:
    """The articles of which editions can be made. The others are reported; one that is withdrawn is noted."""
    sound, images, cited = list[Article](), dict[str, Image](), dict[str, tuple[str, ...]]()
    withdrawn = tuple(_withdrawn([written.article for written in articles], around, report))
    for written in articles:
        article = written.article
        if article.superseded_by or article in withdrawn:
            continue
        faults = Report()
        check_article(written, around, faults)
        found = dict(_images(workspace, written.mentions, faults))
        report.extend(faults)
        if not faults.failed:
            sound.append(article)
            images |= found
            cited[article.path] = tuple(dict.fromkeys(key for key, _ in written.mentions.keys))
    sound = list(_with_originals(sound, around.settings.language, report))
    _tell_of_related({article.slug for article in sound}, around.slugs, sound, report)
    return Sound(tuple(sound), withdrawn, images, cited)


def _with_originals(articles: Iterable[Article], language: str, report: Report) -> Iterator[Article]:
    """The articles, without translations whose originals have faults."""
    originals = {article.slug for article in articles if article.language == language}
    for article in articles:
        if article.translates is None or article.slug in originals:
            yield article
        else:
            message = f"no edition of {article.slug} can be made, so none is made of its translation"
            help = "mend the original; its faults are told there"
            report.error("missing-original", message, article.place("translates"), help)


def _withdrawn(articles: Iterable[Article], around: Surroundings, report: Report) -> Iterator[Article]:
    """The articles that are withdrawn or superseded, and the translations of those."""
    gone = {}
    for article in articles:
        faults = Report()
        check_successor(article, around.slugs, faults)
        if article.status == WITHDRAWN or article.superseded_by:
            report.extend(faults)
            if article.status == WITHDRAWN or not faults.failed:
                gone[article.slug, article.language] = article
    for article in articles:
        original = gone.get((article.slug, around.settings.language))
        if one := gone.get((article.slug, article.language), original):
            _note_withdrawn(article, one, report)
            yield article


def _note_withdrawn(article: Article, because: Article, report: Report) -> None:
    """Note it at the article itself, with the reason that it or its original gives."""
    instead = f"; {because.superseded_by} takes its place" if because.superseded_by else ""
    what = "withdrawn" if because.status == WITHDRAWN else "superseded"
    message = f"{article.slug} is {what}, no edition of it is made{instead}"
    key = "status" if because.status == WITHDRAWN else "superseded_by"
    report.note("article-withdrawn", message, article.place(key))


def _tell_of_related(sound: Set[str], slugs: Set[str], articles: Iterable[Article], report: Report) -> None:
    """Tell which articles are listed as related nowhere, and which lists are shorter than they are written."""
    left_out = slugs - sound
    for article in articles:
        if not article.related:
            message = f"no articles are related to {article.slug}: its editions have no such list"
            report.note("no-related-articles", message, Span(article.path), "name some under `related`")
        for line in article.related:
            if line.text in left_out:
                message = f"{line.text} is left out of the related articles: no edition of it can be made"
                help = "see what is said about that article"
                report.warning("related-article-left-out", message, line.span, help)


def _images(workspace: Workspace, mentions: Mentions, report: Report) -> Iterator[tuple[str, Image]]:
    for path, place in mentions.figures:
        image = read_image(workspace, path, place, report)
        if image is not None:
            yield path, image
