"""Who may open files, who may look at the clock, what a room is made of: read from the code itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import sitegen

PACKAGE = Path(sitegen.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

FILE_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "rename", "replace_file", "rmdir", "mkdir", "touch", "iterdir", "glob", "rglob", "scandir", "listdir", "walk", "copyfile", "copytree", "mkstemp", "symlink_to"}  # fmt: skip
FILE_MODULES = {"os", "shutil", "tempfile", "glob", "fileinput"}
ALLOWED_OPEN = {("render/originals.py", "open"), ("render/encoding.py", "open"), ("render/monogram.py", "open"), ("render/cards/canvas.py", "open")}
"""`Image.open` of bytes that a tree has read."""
TREES = ("common/trees.py", "common/own_trees.py")
CLOCK_CALLS = {"today", "now", "utcnow", "time", "monotonic"}


def calls(module: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
            yield name, node


def inside(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def test_only_trees_opens_lists_writes_or_deletes_files() -> None:
    found = {(inside(module), name) for module in MODULES for name, _ in calls(module) if name in FILE_CALLS and inside(module) not in TREES}
    assert found == ALLOWED_OPEN


def test_what_is_opened_elsewhere_is_a_picture_in_memory() -> None:
    for path, _ in ALLOWED_OPEN:
        for name, call in calls(PACKAGE / path):
            if name == "open":
                assert isinstance(call.func, ast.Attribute)
                assert isinstance(call.func.value, ast.Name) and call.func.value.id == "Image"
                assert isinstance(call.args[0], ast.Call) and ast.unparse(call.args[0].func) == "io.BytesIO"


def test_no_module_but_trees_imports_what_handles_files() -> None:
    for module in MODULES:
        if inside(module) in TREES:
            continue
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not FILE_MODULES & set(names), inside(module)


def test_the_clock_is_read_on_the_command_line_and_in_the_preview_only() -> None:
    found = {
        inside(module)
        for module in MODULES
        for name, call in calls(module)
        if name in CLOCK_CALLS and not call.args and ast.unparse(call.func) in ("date.today", "datetime.now", "datetime.utcnow", "time.time", "time.monotonic")
    }
    assert all(path.startswith(("cli/", "preview/")) for path in found), found


def test_every_module_says_its_purpose_and_stays_under_400_lines() -> None:
    for module in MODULES:
        text = module.read_text(encoding="utf-8")
        assert ast.get_docstring(ast.parse(text)), inside(module)
        assert text.count("\n") < 400, inside(module)


def test_a_package_holds_nothing_but_its_docstring() -> None:
    for module in MODULES:
        if module.name == "__init__.py":
            assert len(ast.parse(module.read_text(encoding="utf-8")).body) == 1, inside(module)


def test_no_module_is_called_by_a_word_for_nothing() -> None:
    assert not {module.stem for module in MODULES} & {"utils", "util", "helpers", "helper", "misc", "base", "manager", "common"}
