"""Random edits of what a project remembers between two builds: it may be torn, foreign, old, of a later version, or gone."""

import shutil

from glossary_publish.build.cache.shelf import FOLDER, Shelf
from tests.build.desk import Desk, Edit

MARKS = (".gitignore", "CACHEDIR.TAG")


def one_remembered_file(desk: Desk) -> str:
    """One file is torn, changed, that of another name, an older one, one of a later version, or gone."""
    files = [path for path in desk.there(FOLDER) if path.name not in MARKS]
    if not files:
        return "nothing remembered"
    path = desk.chance.choice(files)
    data, place = path.read_bytes(), desk.chance.randrange(max(1, path.stat().st_size))
    ways = {
        "torn": data[:place],
        "changed": data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :] if data else b"changed",
        "of another name": desk.chance.choice(files).read_bytes(),
        "older": desk.once_remembered.get(path.name, data),
    }
    desk.once_remembered |= {one.name: one.read_bytes() for one in files if desk.once_in(2)}
    way = desk.chance.choice((*ways, "of a later version", "gone", "a folder"))
    match way:
        case "of a later version":
            Shelf(desk.root, "a later version").put(path.name, data)
        case "gone":
            path.unlink()
        case "a folder":
            path.unlink()
            path.mkdir()
        case _:
            path.write_bytes(ways[way])
    return f"remembered {path.name} {way}"


def all_that_is_remembered(desk: Desk) -> str:
    """All is as it was at some time before, or gone, or a file stands in the place of the folder."""
    folder = desk.root / FOLDER
    older = desk.once_remembered if desk.once_in(2) else {}
    if folder.is_dir():
        desk.once_remembered = {path.name: path.read_bytes() for path in desk.there(FOLDER)}
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)
    for name, data in older.items():
        desk.put(f"{FOLDER}/{name}", data)
    if not older and desk.once_in(4):
        folder.write_bytes(b"in the way")
    return f"remembered: {len(older)} older files"


MEMORY: tuple[Edit, ...] = (one_remembered_file, all_that_is_remembered)
