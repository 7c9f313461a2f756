"""What makes the site, the first stage of a build, never touches content/private: tried with the interpreter's own audit hook."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.common.trees import public_tree
from tests.small_site import write_site

CANARY = "canary-7f3a9c"

BUILD = """
import sys
from pathlib import Path
touched = []
def hook(event, args):
    for arg in args:
        if isinstance(arg, (str, bytes, Path)) and "private" in str(arg).lower() and not str(arg).endswith(".pyc"):
            touched.append((event, str(arg)))
sys.addaudithook(hook)
from datetime import date
from sitegen.build.builder import Workshop
from sitegen.common.trees import bundled_tree, public_tree
site = Path(sys.argv[1])
pages = Workshop(site, public_tree(site), bundled_tree()).build(date(2026, 11, 21)).pages
print(int(not pages), [t for t in touched if t[0] in ("open", "os.listdir", "os.scandir", "os.chdir", "os.rename", "os.remove", "shutil.copyfile")])
"""


def test_the_first_stage_of_a_build_neither_opens_nor_lists_the_private_folder(tmp_path: Path) -> None:
    write_site(tmp_path)
    write_site(tmp_path, {"content/private/outreach.yaml": f"people: [{CANARY}]\n", "content/private/evidence/list.pdf": CANARY})
    done = subprocess.run([sys.executable, "-c", BUILD, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"
    assert not [p for p in (tmp_path / "output").rglob("*") if p.is_file() and CANARY.encode() in p.read_bytes()]


@pytest.mark.parametrize(
    "path",
    [
        "content/private/outreach.yaml",
        "content/Private/outreach.yaml",
        "CONTENT/PRIVATE/outreach.yaml",
        "content/private./outreach.yaml",
        "content/ｐrivate/outreach.yaml",
    ],
)
def test_the_public_tree_cannot_name_what_is_private(tmp_path: Path, path: str) -> None:
    write_site(tmp_path, {"content/private/outreach.yaml": "secret"})
    tree = public_tree(tmp_path)
    with pytest.raises(ValueError, match="closed"):
        tree.read(path)
    assert tree.files() == ()


@pytest.mark.parametrize("path", ["../secret", "content/../../secret", "/etc/passwd", "content//x", "content/./x", "a\\b", "a\0b"])
def test_a_tree_has_no_way_out(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path inside"):
        public_tree(tmp_path).read(path)


def test_a_link_into_the_private_folder_is_refused(tmp_path: Path) -> None:
    from sitegen.common.problems import ContentError

    write_site(tmp_path, {"content/private/outreach.yaml": "secret", "content/files/guide.txt": "x"})
    (tmp_path / "content/files/people.txt").symlink_to(tmp_path / "content/private/outreach.yaml")
    tree = public_tree(tmp_path)
    with pytest.raises(ContentError, match="leads out of the folder"):
        tree.files("content")
    with pytest.raises(ContentError, match="leads out of the folder"):
        tree.read("content/files/people.txt")
