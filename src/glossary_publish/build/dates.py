"""What the day decides: which reviews are overdue. "Today" is given, never asked of the clock."""

from collections.abc import Iterable
from datetime import date

from glossary_publish.article import Article
from glossary_publish.diagnostics import Report


def warn_of_overdue_reviews(articles: Iterable[Article], today: date, report: Report) -> None:
    """Warn of every article whose review was due before today."""
    for article in articles:
        due = article.reviewed.due
        if due is not None and due < today:
            message = f"the review of {article.slug} was due on {due.isoformat()}"
            help = "have the article reviewed, and set reviewed.on and reviewed.due"
            report.warning("review-overdue", message, article.place("reviewed"), help)
