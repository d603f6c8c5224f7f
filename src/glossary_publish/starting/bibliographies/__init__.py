"""References as other programs write them: CSL-JSON, BibTeX, RIS and NBIB."""
