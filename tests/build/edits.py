"""Random edits of a small project: every kind of file that an edition can depend on, and the finished files too."""

from tests.build.desk import ARTICLES, NOTICES, PRINTED, PRINTED_BY_A_CLINIC, ROWS, SPOKEN, Desk, Edit
from tests.build.edits_of_looks import LOOKS
from tests.build.edits_of_memory import MEMORY
from tests.glossary.clinics.sample import png
from tests.support.own_font import HAN

SLUGS = ("trial", "second", "third")
BETTER = f"{NOTICES}/trial-disclaimer-us.en.md"
NUMBERS = ("1", "2", "3")
ENTRY = """  - id: other1999
    type: book
    title: Another book
    author:
      - family: Other
        given: Ann
    publisher: Press
    issued:
      date-parts:
        - - 1999
    kind: foundational-text
"""
FIGURE = '![A square.](images/square.png "A square")'
PICTURE = "content/images/square.png"


def word_of_an_article(desk: Desk) -> str:
    path = desk.original()
    path.write_text(path.read_text("utf-8") + f"\n\nMore of it: {desk.chance.random()}.\n", "utf-8")
    desk.follow(path)
    return path.name


def front_matter(desk: Desk) -> str:
    path = desk.original()
    choices = (("version: 1.0", "version: 1.1", "version: 1.2"), ("term: T", "term: New t"))
    done = desk.swap(f"{ARTICLES}/{path.name}", *desk.chance.choice(choices))
    desk.follow(path)
    return done


def related(desk: Desk) -> str:
    path = desk.original()
    text = path.read_text("utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("related:")]
    other = desk.chance.choice([slug for slug in SLUGS if slug != path.stem])
    place = lines.index("key_points:")
    if f"related: [{other}]" not in text:
        lines.insert(place, f"related: [{other}]")
    path.write_text("\n".join(lines), "utf-8")
    desk.follow(path)
    return f"{path.name} and {other}"


def an_article_comes_or_goes(desk: Desk) -> str:
    path = desk.root / ARTICLES / "third.md"
    if path.exists():
        path.unlink()
        path.with_name("third.es.md").unlink(missing_ok=True)
    else:
        desk.write(f"{ARTICLES}/third.md", desk.article("third"))
    return f"third {path.exists()}"


def a_withdrawal(desk: Desk) -> str:
    path, status = desk.root / ARTICLES / "second.md", "status: withdrawn\n"
    text = path.read_text("utf-8")
    there = status in text
    path.write_text(
        text.replace(status, "") if there else text.replace("key_points:", f"{status}key_points:", 1), "utf-8"
    )
    desk.follow(path)
    return f"second withdrawn {not there}"


def a_translation(desk: Desk) -> str:
    path = desk.original()
    own = path.with_name(f"{path.stem}.es.md")
    if desk.once_in(2):
        desk.rows(SPOKEN)
    if not own.exists():
        desk.translate(path.stem)
        return f"{own.name} comes"
    if desk.once_in(3):
        own.unlink()
        return f"{own.name} goes"
    return desk.swap(f"{ARTICLES}/{own.name}", "Otra cosa", "Una cosa más", "Y otra")


def a_reference(desk: Desk) -> str:
    """An entry is edited, or comes, whether it is used or not; now and then all move by a line."""
    done = desk.swap("content/references.yaml", 'volume: "16"', 'volume: "17"', 'volume: "18"')
    text = desk.read("content/references.yaml")
    if "other1999" not in text:
        desk.write("content/references.yaml", text.rstrip() + "\n" + ENTRY)
    elif desk.once_in(3):
        desk.write("content/references.yaml", text.partition("  - id: other1999")[0])
    else:
        done += desk.swap("content/references.yaml", "Another book", "A third book")
    if desk.once_in(3):
        desk.write("content/references.yaml", "# A line more.\n" + desk.read("content/references.yaml"))
    return done


def a_source_is_cited(desk: Desk) -> str:
    path = desk.original()
    done = desk.swap(
        f"{ARTICLES}/{path.name}", "[@bordin1979]", "[@bordin1979, p. 254]", "[@bordin1979; @other1999]"
    )
    desk.follow(path)
    return done


def a_citation_style(desk: Desk) -> str:
    settings = ('citation_style = "ama"', 'citation_style = "apa"', 'citation_style = "nlm"')
    return desk.swap("content/glossary.toml", *settings)


def a_kind(desk: Desk) -> str:
    return desk.swap("content/kinds.toml", '"foundational text"', '"first text"', '"basic text"')


def a_notice(desk: Desk) -> str:
    path = desk.one_of(NOTICES)
    path.write_text(path.read_text("utf-8").rstrip() + f" More: {desk.chance.choice(NUMBERS)}.\n", "utf-8")
    return path.name


def a_notice_that_fits_better(desk: Desk) -> str:
    path = desk.root / BETTER
    if path.exists():
        path.unlink()
    else:
        text = desk.read(f"{NOTICES}/trial-disclaimer.en.md")
        text = text.replace("id: trial-disclaimer", "id: trial-disclaimer-us")
        desk.write(BETTER, text.replace("region: any", "region: US"))
    return f"{BETTER} {path.exists()}"


def a_setting(desk: Desk) -> str:
    choices = (
        ("sample = true", "sample = false"),
        ('title = "Trial"', 'title = "Other"'),
        ('region = "US"', 'region = "GB"'),
        ('paper = "letter"', 'paper = "a4"'),
    )
    return desk.swap("content/glossary.toml", *desk.chance.choice(choices))


def other_rows(desk: Desk) -> str:
    rows = desk.chance.choice((PRINTED, PRINTED_BY_A_CLINIC) if desk.once_in(5) else ROWS)
    if "clinics" in rows:
        desk.open_clinic()
    desk.rows(rows)
    return rows


def a_picture(desk: Desk) -> str:
    """A figure comes into an article or goes, or its picture is another one or is gone."""
    path, picture = desk.original(), desk.root / PICTURE
    if picture.exists() and desk.once_in(6):
        picture.unlink()
        return "a picture goes"
    if not picture.exists() or desk.once_in(2):
        side = desk.chance.choice((40, 50, 60))
        desk.put(PICTURE, png(side, side))
        if FIGURE in path.read_text("utf-8"):
            return f"a picture of {side}"
    text = path.read_text("utf-8")
    lines = text.replace(f"\n\n{FIGURE}\n", "") if FIGURE in text else f"{text.rstrip()}\n\n{FIGURE}\n"
    path.write_text(lines, "utf-8")
    desk.follow(path)
    return f"a figure in {path.name}: {FIGURE in lines}"


def letters_of_an_own_font(desk: Desk) -> str:
    done = desk.swap(f"{ARTICLES}/trial.md", "One item", f"One {HAN} item", f"One {HAN[0]} item")
    desk.follow(desk.root / ARTICLES / "trial.md")
    return done


def what_nobody_notices(desk: Desk) -> str:
    """Another figure in a file whose size and times stay as they were."""
    path = desk.one_of("content", "*.*")
    data = path.read_bytes()
    places = [index for index, byte in enumerate(data) if byte in b"123456" and path.suffix != ".png"]
    if not places:
        return "nothing"
    place = desk.chance.choice(places)
    desk.put_unnoticed(path, data[:place] + bytes([data[place] + 1]) + data[place + 1 :])
    return f"unnoticed, {path.name} at {place}"


def nothing(desk: Desk) -> str:
    """Files are saved as they were."""
    for path in desk.there("content"):
        path.write_bytes(path.read_bytes())
    return "nothing"


def an_empty_folder(desk: Desk) -> str:
    """A folder without a file may be a clinic that lacks its file, or be nothing to anybody."""
    path = desk.root / desk.chance.choice(
        ("content/clinics/example-clinic-new", "content/articles/notes", "layouts/new")
    )
    if path.exists():
        path.rmdir()
    else:
        path.mkdir(parents=True)
    return f"{path.name} {path.exists()}"


def a_finished_file(desk: Desk) -> str:
    files = [path for path in desk.there("dist") if path.suffix in (".epub", ".docx", ".pdf")]
    if not files:
        return "nothing"
    path = desk.chance.choice(files)
    if desk.chance.randrange(2):
        path.unlink()
    else:
        path.write_bytes(path.read_bytes() + b"changed")
    return f"finished {path.name}"


def a_list(desk: Desk) -> str:
    """A file of the manifest is torn or gone."""
    path = desk.chance.choice(desk.there("dist/manifest.d", "*.json") or [desk.root / "dist/manifest.json"])
    if path.exists() and desk.chance.randrange(2):
        path.write_bytes(path.read_bytes()[:100])
    else:
        path.unlink(missing_ok=True)
    return f"list {path.name}"


EDITS: tuple[Edit, ...] = (
    word_of_an_article,
    front_matter,
    related,
    an_article_comes_or_goes,
    a_withdrawal,
    a_translation,
    a_reference,
    a_source_is_cited,
    a_citation_style,
    a_kind,
    a_notice,
    a_notice_that_fits_better,
    a_setting,
    other_rows,
    a_picture,
    letters_of_an_own_font,
    what_nobody_notices,
    nothing,
    an_empty_folder,
    a_finished_file,
    a_list,
    *LOOKS,
    *MEMORY,
)
