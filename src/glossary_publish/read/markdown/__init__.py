"""The Markdown of articles and boilerplate, read into blocks; nothing is dropped, what does not fit is an error."""

from glossary_publish.read.markdown.reading import read_markdown

__all__ = ["read_markdown"]
