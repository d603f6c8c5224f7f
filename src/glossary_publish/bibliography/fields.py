"""The words of CSL 1.0.2 for types of sources and for their fields."""

TYPES = frozenset(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
    legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard
    thesis treaty webpage
    """.split()
)
DATES = frozenset("accessed available-date event-date issued original-date submitted".split())
NAMES = frozenset(
    """
    author chair collection-editor compiler composer container-author contributor curator director editor
    editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator translator
    """.split()
)
TEXTS = frozenset(
    """
    DOI ISBN ISSN PMCID PMID URL abstract annote archive archive-place archive_collection archive_location
    authority call-number chapter-number collection-number collection-title container-title container-title-short
    dimensions division edition event-place event-title genre id issue jurisdiction keyword kind language license
    medium note number number-of-pages number-of-volumes original-publisher original-publisher-place original-title
    page part-number part-title printing-number publisher publisher-place references reviewed-genre reviewed-title
    scale section source status supplement-number title title-short type version volume volume-title
    """.split()
)
FIELDS = DATES | NAMES | TEXTS
NAME_PARTS = frozenset("family given literal suffix dropping-particle non-dropping-particle".split())
DATE_PARTS = frozenset("date-parts season circa literal".split())
NO_DATE = "no-date"  # what `issued` says of a source that has no date
