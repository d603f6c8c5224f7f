"""Plain language: how hard an article is to read, and what in it a reader may stumble over."""

from glossary_publish.readability.assessing import Assessment, assess

__all__ = ["Assessment", "assess"]
