"""Word read back: a document's text, styles and locks, by lxml and the clauses of ECMA-376."""

from glossary_publish.verify.inspect.docx.inspector import inspect

__all__ = ["inspect"]
