"""Composing: an article, and what its glossary adds to it, as the ordered parts of an edition."""

from glossary_publish.compose.assembly import compose

__all__ = ["compose"]
