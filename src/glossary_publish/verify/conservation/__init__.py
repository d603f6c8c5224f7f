"""A publication is proven itself: a scanner of its own reads the raw sources, and every word is accounted for."""

from glossary_publish.verify.conservation.conserving import conserve

__all__ = ["conserve"]
