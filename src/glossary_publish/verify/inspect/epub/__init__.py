"""EPUB read back: an ebook's XHTML, package and styles, by lxml and a cascade of our own."""

from glossary_publish.verify.inspect.epub.inspector import inspect

__all__ = ["inspect"]
