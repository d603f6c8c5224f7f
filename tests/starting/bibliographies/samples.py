"""One source, written as four programs write it; and what each of them is to give."""

BIBTEX = r"""% Encoding: UTF-8
@string{psy = "Psychotherapy"}
@comment{not {an} entry}
@Article{fluckiger2018,
  author = {Fl{\"u}ckiger, Christoph and Del Re, A. C. and Bruce E. Wampold and Horvath, Adam O.},
  title  = "The Alliance in {Adult} Psychotherapy: A \emph{meta-analytic} Synthesis",
  journal = psy # {},
  year = 2018, month = dec,
  volume = {55}, number = {4}, pages = {316--340},
  doi = {https://doi.org/10.1037/pst0000172},
  abstract = {Not taken, with a $ in it.},
}
@book(who2020, author = {{World Health Organization}}, title = {R{\'e}sum{\'e} \& more}, date = {2020-03},
  publisher = {WHO}, location = {Geneva})
"""
RIS = """TY  - JOUR
AU  - Flückiger, Christoph
AU  - Horvath, Adam O., Jr.
TI  - The alliance in adult psychotherapy: a meta-analytic
 synthesis
JO  - Psychotherapy &amp; more
PY  - 2018/12/01/
VL  - 55
IS  - 4
SP  - 316
EP  - 340
DO  - doi:10.1037/pst0000172
SN  - 0033-3204
AB  - Not taken.
ER  -

TY  - BOOK
A1  - World Health Organization
T1  - A book
T2  - A series
SN  - 9780471546405
PB  - WHO
Y1  - 2020
ER  -
"""
NBIB = """
PMID- 29792475
OWN - NLM
DP  - 2018 Dec
TI  - The alliance in adult psychotherapy:
      A meta-analytic synthesis.
PG  - 316-340
LID - 10.1037/pst0000172 [doi]
FAU - Flückiger, Christoph
AU  - Flückiger C
FAU - Del Re, A C
CN  - A Study Group
LA  - eng
TA  - Psychotherapy (Chic)
JT  - Psychotherapy (Chicago, Ill.)
VI  - 55
IP  - 4
IS  - 1939-1536 (Electronic)

PMID- 1
DP  - 1999
TI  - Another one
AU  - Smith JA
JT  - A journal
"""
CSL = """[
 {"id": "http://zotero.org/items/1", "type": "article-journal", "title": ["The alliance"],
  "author": [{"family": "Flückiger", "given": "Christoph", "sequence": "first"}],
  "container-title": "Psychotherapy", "issued": {"date-parts": [[2018, 12]]}, "volume": 55,
  "DOI": "10.1037/pst0000172", "abstract": "Not taken.", "custom": {}},
 {"id": "two", "type": "book", "title": "Two &amp; three", "issued": {"raw": "2001-05"},
  "author": [{"literal": "A Group"}]}
]
"""
