"""The fingerprint of an entry, and the tables that many entries have in common."""

import json

import pytest

from glossary_publish.build.manifest import fingerprint, table_of
from glossary_publish.build.material import Material
from glossary_publish.glossary.references import REFERENCES
from glossary_publish.publication import sha256
from tests.support.house.sources import ROOT

IDENTITY = {"slug": "one", "layout": "handout"}
TOOLS = table_of((("zlib", "1.3"), ("babel", "2"), ("python", "3.11")))


@pytest.mark.parametrize(
    ("reads", "shared"),
    [
        ({}, {}),
        ({"content/b.md": "2", "content/a.md": "1"}, {"layouts/b": "4", "layouts/a": "3"}),
        ({"z": "after", "a": "before"}, {"layouts/m": "between"}),
        ({'content/"é\\\n\U0001f600.md': "absent"}, {"layouts/\u2028": "ö"}),
    ],
)
def test_a_fingerprint_is_the_hash_of_the_json_of_all_that_it_sums_up(
    reads: dict[str, str], shared: dict[str, str]
) -> None:
    long_way = json.dumps([IDENTITY, reads | shared, TOOLS], sort_keys=True)
    for _ in range(2):
        assert fingerprint(IDENTITY, reads, shared, TOOLS) == sha256(long_way.encode())


def test_what_editions_have_in_common_is_one_object_and_all_reads_are_there() -> None:
    material = Material(ROOT)
    slugs = {"session-rating-scale", "therapeutic-alliance"}
    editions = [one for one in material.editions() if one.slug in slugs and one.layout == "handout"]
    publications = [material.compose(edition) for edition in editions]
    (own, shared), (other, same) = map(material.reads, editions, publications, [(), ()])
    assert shared is same
    assert own != other
    for edition, publication, reads in zip(editions, publications, (own, other), strict=True):
        layout = material.layout(edition.layout, edition.paper).reads
        assert shared.items() >= layout.items()
        assert all(path.startswith("layouts/") for path in shared)
        assert not [path for path in reads if path.startswith("layouts/")]
        there = {path: sha256((ROOT / path).read_bytes()) for path in reads}
        assert reads == there
        related = {f"content/articles/{line.text}.md" for line in material.article(edition).related}
        assert {path for path, _ in publication.sources} - related - {REFERENCES} <= {*reads, *shared}


def test_a_table_is_one_object_for_the_same_rows() -> None:
    rows = (("a", "1"), ("b", "2"))
    assert table_of(rows) is table_of((("a", "1"), ("b", "2")))
    assert table_of(rows) == {"a": "1", "b": "2"}
