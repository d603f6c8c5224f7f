"""Composing: an article, and what its glossary adds to it, as the ordered parts of an edition."""

from glossary_publish.compose.assembly import compose
from glossary_publish.compose.prepared import prepare_next

__all__ = ["compose", "prepare_next"]
