"""The clinics of a glossary: what stands on their letterheads, how their sheets look, and what they print."""

from glossary_publish.glossary.clinics.model import Clinic, Phone

__all__ = ["Clinic", "Phone"]
