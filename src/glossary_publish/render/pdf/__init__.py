"""PDF: a handout that every reader opens, a screen reader reads and an archive keeps."""

from glossary_publish.render.pdf.edition import render

__all__ = ["render"]
