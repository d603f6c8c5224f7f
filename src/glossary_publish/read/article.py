"""One article file, read into the model of `article.py`; what is wrong with it is reported at its place."""

import re
from pathlib import PurePosixPath

from glossary_publish.article import Article, Line, Review, Translation
from glossary_publish.diagnostics import EnvironmentFault, PublishError, Report, Span
from glossary_publish.read.fields import places, read_fields
from glossary_publish.read.front_matter import split
from glossary_publish.read.lines import check_words
from glossary_publish.read.markdown import read_markdown
from glossary_publish.read.schema import SLUG, FrontMatterModel
from glossary_publish.read.yaml import Mapping, Sequence, Tree, read_yaml
from glossary_publish.workspace import Workspace, decode

NAME = re.compile(rf"({SLUG})(?:\.([a-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})*))?\.md")


def read_article(workspace: Workspace, path: str, report: Report, language: str = "en") -> Article | None:
    """Read an article; None after errors were reported. `language` holds unless the file name ends in `.<lang>.md`."""
    found = Report()
    article = _read(workspace, path, found, language)
    report.extend(found)
    return None if found.failed else article


def _read(workspace: Workspace, path: str, report: Report, language: str) -> Article | None:
    name = NAME.fullmatch(PurePosixPath(path).name)
    if name is None:
        message = f"{PurePosixPath(path).name!r} is no name for an article"
        help = "name it <slug>.md or <slug>.<language>.md, in lower-case letters, digits and hyphens"
        report.error("malformed-file-name", message, Span(path), help)
        return None
    try:
        source = workspace.read(path)
        text = decode(source, path)
    except FileNotFoundError:
        report.error("missing-article", f"there is no file {path}", Span(path), "check the name of the file")
        return None
    except EnvironmentFault:
        raise
    except PublishError as error:
        report.extend(error.diagnostics)
        return None
    halves = split(text, path, report)
    if halves is None:
        return None
    language = name[2] or language
    blocks, notes = read_markdown(halves.body, path, halves.body_line, report, language)
    tree = read_yaml(halves.yaml, path, halves.yaml_line, report, language)
    fields = read_fields(tree, report) if tree else None
    if tree is None or fields is None:
        return None
    check_words(tree, report)
    return Article(
        slug=name[1],
        language=language,
        path=path,
        source=source,
        title=fields.title,
        term=fields.term or fields.title.partition(":")[0].strip(),
        also_known_as=_lines(fields.also_known_as, tree, "also_known_as"),
        description=fields.description,
        category=fields.category,
        audience=tuple(fields.audience),
        version=fields.version,
        updated=fields.updated,
        reviewed=Review(fields.reviewed.by, fields.reviewed.sample, fields.reviewed.on, fields.reviewed.due),
        status=fields.status,
        superseded_by=fields.superseded_by,
        key_points=_lines(fields.key_points, tree, "key_points"),
        actions=_lines(fields.actions, tree, "actions"),
        questions_to_ask=_lines(fields.questions_to_ask, tree, "questions_to_ask"),
        related=_lines(fields.related, tree, "related"),
        references=_lines(fields.references, tree, "references"),
        boilerplate=_lines(fields.boilerplate, tree, "boilerplate"),
        blocks=blocks,
        notes=notes,
        places=places(tree),
        translates=_translation(fields, tree),
    )


def _translation(fields: FrontMatterModel, tree: Tree) -> Translation | None:
    record, node = fields.translates, tree.get("translates")
    if record is None or not isinstance(node, Mapping):
        return None
    return Translation(record.version, _lines(record.blocks, node, "blocks"))


def _lines(values: list[str], tree: Tree, key: str) -> tuple[Line, ...]:
    node = tree.get(key)
    items = node.items if isinstance(node, Sequence) else ()
    return tuple(Line(value, item.span) for value, item in zip(values, items, strict=True))
