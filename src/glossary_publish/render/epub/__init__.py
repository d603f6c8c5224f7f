"""EPUB: an ebook that every reader opens and every checker passes."""

from glossary_publish.render.epub.book import render

__all__ = ["render"]
