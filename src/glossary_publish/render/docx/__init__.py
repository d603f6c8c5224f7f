"""Word: a draft that an editor works in, with real styles, real notes and locked safety text."""

from glossary_publish.render.docx.draft import render

__all__ = ["render"]
