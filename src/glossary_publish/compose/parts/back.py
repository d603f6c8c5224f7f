"""The parts that stand after the text: related articles, references, imprint and address."""

from glossary_publish.article import (
    Article,
    Block,
    BulletList,
    Inline,
    LanguageSpan,
    Link,
    ListItem,
    Paragraph,
    QrCode,
    ReferenceList,
)
from glossary_publish.compose.parts.pieces import heading, words
from glossary_publish.compose.prepared import SETTINGS, Prepared
from glossary_publish.diagnostics import Span
from glossary_publish.publication import Part

SCHEME = "https://"  # browsers take it for granted, and what is typed from paper is short


def related(made: Prepared, *, address: bool) -> Part | None:
    """The related articles by their terms, with their addresses spelt out for paper."""
    places = {line.text: line.span for line in made.article.related}
    items = [
        ListItem((Paragraph(_entry(made, one, address=address), places[one.slug]),)) for one in made.related
    ]
    if not items:
        return None
    span = made.article.place("related")
    return Part("related", (heading(made.wording, "related", span), BulletList(tuple(items), span)), span)


def _entry(made: Prepared, article: Article, *, address: bool) -> tuple[Inline, ...]:
    target, term = made.address(article), words(article.term)
    if article.language != made.article.language:
        term = (LanguageSpan(article.language, term),)
    if not target:
        return term
    link = Link(target, term)
    if not address:
        return (link,)
    return made.wording.inlines("related-article", article=(link,), address=(Link(target, words(target)),))


def references(made: Prepared, *, address: bool) -> Part | None:
    """The references; where there is no room for them, the address where they are listed."""
    entries = made.references
    if not entries:
        return None
    span = entries[0].span
    blocks: tuple[Block, ...] = (
        heading(made.wording, "references", span),
        ReferenceList(entries, span),
        Paragraph(words(made.wording.text("legend")), span, "legend"),
    )
    if address and (target := made.address(made.article)):
        link = Link(target, words(target))
        blocks = (
            blocks[0],
            Paragraph(made.wording.inlines("references-elsewhere", address=(link,)), span, "address"),
        )
    return Part("references", blocks, span, locked=True)


def references_on_request(made: Prepared) -> Part | None:
    """Who gives the list of references to those who ask, and where it is."""
    entries, clinic = made.references, made.glossary.clinic
    if not entries or clinic is None:
        return references(made, address=False)
    span, wording = entries[0].span, made.wording
    name = words(clinic.name)
    if clinic.language != made.article.language:
        name = (LanguageSpan(clinic.language, name),)
    line = wording.inlines("references-on-request", clinic=name)
    blocks: list[Block] = [heading(wording, "references", span), Paragraph(line, span, "address")]
    if target := made.address(made.article):
        link = Link(target, words(target))
        blocks.append(Paragraph(wording.inlines("references-elsewhere", address=(link,)), span, "address"))
    return Part("references", tuple(blocks), span, locked=True)


def colophon(made: Prepared, *, short: bool) -> Part:
    """Who publishes this, under which terms, which edition it is, what it translates, and whether it is a sample."""
    glossary, wording = made.glossary, made.wording
    span = Span(SETTINGS)
    values = {"publisher": glossary.publisher, "version": made.article.version, "code": made.code}
    licence = (Link(glossary.licence_url, words(glossary.licence)),)
    if short:
        plain = {name: words(value) for name, value in values.items()}
        lines = [wording.inlines("imprint-short", licence=licence, **plain)]
    else:
        lines = [words(wording.text("imprint", **values)), wording.inlines("licence", licence=licence)]
    if made.original is not None:
        version = words(made.original.version)
        title: tuple[Inline, ...] = words(made.original.title)
        title = (LanguageSpan(made.original.language, title),)
        lines.append(wording.inlines("translation", title=title, version=version))
    if glossary.sample:
        lines.append(words(wording.text("sample-notice")))
    return Part("colophon", tuple(Paragraph(line, span, "imprint") for line in lines), span)


def address(made: Prepared, *, qr: bool) -> Part | None:
    """Where to read the article online, and whether this edition is still current; none without a site."""
    target = made.edition_address
    if not target:
        return None
    span = Span(SETTINGS)
    link = Link(target, words(target.removeprefix(SCHEME)))
    blocks: list[Block] = [Paragraph(made.wording.inlines("address", address=(link,)), span, "address")]
    if qr:
        blocks.append(QrCode(target, made.wording.text("qr-code"), span))
    return Part("address", tuple(blocks), span)
