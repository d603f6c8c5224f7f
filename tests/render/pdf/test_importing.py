"""WeasyPrint is imported quickly, and is the same WeasyPrint."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any

import cffi
from weasyprint.text import ffi

from glossary_publish.render.pdf import declarations
from glossary_publish.render.pdf.importing import Declared, Later
from tests.support.golden import Golden

HEAD = '"""What cffi reads out of the declarations of WeasyPrint 70: written by its test, with `--update-goldens`."""'


def declared() -> str:
    """The C declarations in the source of WeasyPrint."""
    calls = (node for node in ast.walk(ast.parse(inspect.getsource(ffi))) if isinstance(node, ast.Call))
    (text,) = [call.args[0] for call in calls if ast.unparse(call.func) == "ffi.cdef"]
    assert isinstance(text, ast.Constant)
    return str(text.value)


def parsed(folder: Path) -> str:
    """The module that holds them as cffi writes them down."""
    maker = cffi.FFI()
    maker.cdef(declared())
    maker.set_source("declarations", None)
    maker.emit_python_code(str(folder / "written.py"))
    lines = (folder / "written.py").read_text("utf-8").splitlines()
    entries = [line.strip().split(" = ", 1) for line in lines if line.startswith("    _")]
    table = "".join(f'    "{name}": {value}\n' for name, value in entries)
    return f"{HEAD}\n\nfrom typing import Any\n\nDECLARATIONS: dict[str, Any] = {{\n{table}}}\n"


def test_the_declarations_are_those_of_weasyprint(golden: Golden, tmp_path: Path) -> None:
    golden.expect(parsed(tmp_path), Path(inspect.getsourcefile(declarations) or ""))


def test_no_declaration_is_parsed_and_what_is_seldom_used_is_not_imported() -> None:
    code = "import sys, glossary_publish.render.pdf; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert {"pycparser", "fontTools.subset", "fontTools.varLib"}.isdisjoint(run.stdout.split())


def test_what_knows_its_declarations_makes_what_they_declare() -> None:
    known: Any = Declared()
    known.cdef("int nothing(void);")
    rectangle = known.new("PangoRectangle *", {"width": 3})
    assert (rectangle.width, known.sizeof("hb_codepoint_t[5]")) == (3, 20)


def test_what_is_put_off_is_there_when_it_is_called() -> None:
    later: Any = Later("fontTools.subset")
    assert later.Options(retain_gids=True).retain_gids
    assert not hasattr(later, "__path__")


CLOSING = """
from pathlib import Path
import glossary_publish.render.pdf
from weasyprint.text import ffi
for library in (ffi.gobject, ffi.pango, ffi.harfbuzz, ffi.harfbuzz_subset, ffi.fontconfig, ffi.pangoft2):
    ffi.ffi.dlclose(library)
print(Path("/proc/self/maps").read_text())
"""


def test_libraries_stay_loaded_when_nobody_has_them_open_any_more() -> None:
    run = subprocess.run([sys.executable, "-c", CLOSING], check=True, capture_output=True, text=True)
    loaded = ("libpango-1.0", "libpangoft2-1.0", "libharfbuzz", "libharfbuzz-subset", "libfontconfig")
    assert [name for name in loaded if f"/{name}.so" not in run.stdout] == []
