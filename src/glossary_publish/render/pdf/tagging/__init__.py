"""The tags of a PDF (ISO 32000-1, 14.6 to 14.8): made from the page that WeasyPrint laid out, in place of its own.

WeasyPrint 70 tags boxes as they lie on pages. It splits what a page break divides, leaves page feet in the text,
forgets languages, ids and scopes, and writes no space at a line end. So the structure is read here from the
elements of the page, before it is painted: `reading` walks the boxes, `roles` says what each element is,
`source` finds the spaces that a line end swallows, `canvas` marks the content while it is painted, and
`writing` writes the tree.
"""
