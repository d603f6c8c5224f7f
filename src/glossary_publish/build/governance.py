"""What may be handed out: reviews that are due, approvals, and articles that are withdrawn.

"Today" is given, never asked of the clock; it decides this and stands in no file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from glossary_publish.article import Article
from glossary_publish.compose.boilerplate import boilerplate_anywhere
from glossary_publish.diagnostics import Diagnostic, PublishError, Report, Severity
from glossary_publish.formats import FORMATS
from glossary_publish.glossary import Glossary
from glossary_publish.glossary.approvals import content_hash
from glossary_publish.glossary.model import Approval

SOON = timedelta(days=180)
NO_EDITION = "no PDF and no ebook of it is made; a Word draft is"


@dataclass(frozen=True, slots=True)
class Governance:
    """The rules of a glossary on one day; without a glossary, everything may be handed out."""

    glossary: Glossary | None = None
    today: date = date.min
    _known: dict[tuple[str, str], tuple[Diagnostic, ...]] = field(
        default_factory=dict, init=False, repr=False
    )

    def of(self, article: Article) -> tuple[Diagnostic, ...]:
        """What is to be said of an article. Errors stop every edition that is no draft for editors."""
        if self.glossary is None:
            return ()
        key = (article.slug, article.language)
        if key not in self._known:
            report = Report()
            _judge_review(article, self.glossary, self.today, report)
            _judge_approval(article, self.glossary, report)
            self._known[key] = tuple(report)
        return self._known[key]

    def stops(self, article: Article, format: str) -> tuple[Diagnostic, ...]:
        """Why no edition of an article may be made in a format; empty if it may."""
        if FORMATS[format].draft:
            return ()
        found = self.of(article)
        return found if any(one.severity is Severity.ERROR for one in found) else ()

    @property
    def days(self) -> tuple[date, date]:
        """The days around today on which all would be judged as today: the first one, and the first one that is none."""
        turns = (
            {turn for article in self.glossary.articles for turn in _turns(article)}
            if self.glossary
            else set()
        )
        now = self.today.toordinal()
        since = max((turn for turn in turns if turn <= now), default=0)
        before = min((turn for turn in turns if turn > now), default=date.max.toordinal())
        return date.fromordinal(max(since, 1)), date.fromordinal(min(before, date.max.toordinal()))

    @property
    def withdrawn(self) -> Mapping[tuple[str, str], Article]:
        """The articles, by slug and language, of which no edition may be about any more."""
        articles = self.glossary.withdrawn if self.glossary else ()
        return {(article.slug, article.language): article for article in articles}


def _turns(article: Article) -> Iterator[int]:
    """The days from which a review is judged otherwise, as ordinals."""
    if due := article.reviewed.due:
        yield due.toordinal() - SOON.days
        yield due.toordinal() + 1


def _judge_review(article: Article, glossary: Glossary, today: date, report: Report) -> None:
    due = article.reviewed.due
    if due is None or due - today > SOON:
        return
    place = article.place("reviewed.due")
    help = "have the article reviewed, then set reviewed.on and reviewed.due"
    kept = "; files that were made before stay where they are, and nobody should hand them out"
    if due >= today:
        message = f"the review of {article.slug} is due on {due.isoformat()}"
        report.warning("review-due-soon", message, place, help)
    elif glossary.sample:
        message = f"the review of {article.slug} was due on {due.isoformat()}"
        report.warning("review-overdue", message, place, help)
    else:
        message = f"the review of {article.slug} was due on {due.isoformat()}: {NO_EDITION}"
        report.error("review-overdue", message, place, help + kept)


def _judge_approval(article: Article, glossary: Glossary, report: Report) -> None:
    approval = glossary.approvals.get((article.slug, article.language))
    help = f"have it read again, then run: glossary-publish approve {article.slug} --by NAME --on DATE"
    if approval is not None:
        if not _holds(approval, article, glossary):
            message = (
                f"{article.slug} was changed after {approval.by} approved it on {approval.on.isoformat()}: "
                f"the approval is void, {NO_EDITION}"
            )
            report.error("approval-void", message, article.place("title"), help)
    elif glossary.require_approval:
        message = f"nobody has approved {article.slug}: {NO_EDITION}"
        report.error("approval-missing", message, article.place("title"), help.replace(" again", ""))


def _holds(approval: Approval, article: Article, glossary: Glossary) -> bool:
    """Whether what was approved is what stands there; where its boilerplate is at fault, that is told elsewhere."""
    try:
        return content_hash(article, boilerplate_anywhere(glossary, article)) == approval.content
    except PublishError:
        return True
