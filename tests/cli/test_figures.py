"""`check` tells how hard the articles are to read."""

import json

from tests.cli.conftest import ARTICLE, Project

HARD = "Many people are treated with CBT, and some of the mentally ill are."


def test_json_always_has_the_figures(project: Project) -> None:
    document = json.loads(project.run("check", "--output-format", "json").stdout)
    (figures,) = document["figures"]
    assert (figures["path"], figures["language"], figures["formulas"]) == (ARTICLE, "en", True)
    assert figures["budget"]["grade"] == {"most": 11, "audience": "clients"}
    assert [section["section"] for section in figures["sections"]] == [
        "(front matter)",
        "What is tried",
        "(notes)",
    ]
    assert figures["sections"][1]["line"] == 15
    assert figures["whole"]["words"] == sum(section["words"] for section in figures["sections"])
    assert figures["whole"]["smog_is_estimated"] is True


def test_people_get_a_table_when_they_ask_for_it(project: Project) -> None:
    ended = project.run("check", "--figures")
    assert ended.returncode == 0
    assert "(whole article)" in ended.stdout
    assert "(budget for clients)" in ended.stdout
    assert "(whole article)" not in project.run("check").stdout


def test_the_figures_are_those_of_the_paths_that_are_named(project: Project) -> None:
    project.add("second")
    ended = project.run("check", "--figures", "content/articles/second.md")
    assert "content/articles/second.md\n" in ended.stdout
    assert f"{ARTICLE}\n" not in ended.stdout


def test_in_other_languages_the_table_says_that_there_are_no_grades(project: Project) -> None:
    project.edit("content/glossary.toml", 'language = "en"', 'language = "en"')
    text = (project.root / ARTICLE).read_text("utf-8")
    (project.root / "content/articles/uno.es.md").write_text(text, "utf-8")
    for kind in ("crisis", "disclaimer"):
        boilerplate = project.root / f"content/boilerplate/trial-{kind}.en.md"
        other = boilerplate.read_text("utf-8").replace("language: en", "language: es")
        boilerplate.with_name(f"trial-{kind}.es.md").write_text(other, "utf-8")
    ended = project.run("check", "--figures", "content/articles/uno.es.md")
    assert "grade and SMOG are formulas for English and are not worked out in es" in ended.stdout
    document = json.loads(project.run("check", "--output-format", "json").stdout)
    (spanish,) = [one for one in document["figures"] if one["language"] == "es"]
    assert (spanish["formulas"], spanish["whole"]["grade"], spanish["whole"]["smog"]) == (False, None, None)
    assert spanish["whole"]["words_per_sentence"] > 0


def test_a_warning_has_its_line_carets_and_help_and_does_not_fail_the_check(project: Project) -> None:
    project.edit(ARTICLE, "- One item", f"- {HARD}")
    ended = project.run("check")
    assert ended.returncode == 0
    place, below = ended.stdout.split("warning[stigmatising-phrase]: 'the mentally ill' puts people down\n")[
        1
    ].split("\n", 1)
    assert place.startswith(f"  --> {ARTICLE}:19:")
    lines = below.split("\n")
    shown, carets = lines[1], lines[2]
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "the mentally ill"
    assert lines[3] == "  help: write: people with a mental illness"
    assert (
        "warning[undefined-abbreviation]: the abbreviation 'CBT' is used before it is written out"
        in ended.stdout
    )


def test_budgets_and_known_abbreviations_of_the_glossary_hold(project: Project) -> None:
    project.edit(ARTICLE, "- One item", f"- {HARD}")
    settings = project.root / "content/glossary.toml"
    row = '\n[[reading_budgets]]\naudience = "clients"\nlongest_sentence = 12\n'
    settings.write_text('known_abbreviations = ["CBT"]\n' + settings.read_text("utf-8") + row, "utf-8")
    ended = project.run("check", "--output-format", "concise")
    assert "undefined-abbreviation" not in ended.stdout
    assert f"{ARTICLE}:19:3: warning[long-sentence] a sentence has 13 words" in ended.stdout
    assert project.run("build", "--format", "epub").returncode == 0
