"""One canonical health-glossary article becomes PDF, EPUB and Word editions that are proven equal."""

__version__ = "0.1.0"
