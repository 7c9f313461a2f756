"""The built wheel, in an environment of its own: the command begins a site and builds it without the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.running import DAY, held, last_line

PROJECT = Path(__file__).resolve().parents[2]
PARTS = ("sitegen", "templates", "content", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE")
CANARY = "canary-5b21d0"


def run(*command: str | Path, cwd: Path) -> str:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the project in which a coach has kept private files."""
    project, made = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("made")
    for part in PARTS:
        place = PROJECT / part
        if place.is_dir():
            shutil.copytree(place, project / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(place, project / part)
    (project / "content/private/evidence").mkdir(parents=True, exist_ok=True)
    (project / "content/private/outreach.yaml").write_text(CANARY)
    (project / "content/private/evidence/mail.eml").write_text(CANARY)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", made, cwd=project)
    return next(made.glob("*.whl"))


def test_nothing_private_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert [name for name in archive.namelist() if CANARY.encode() in archive.read(name)] == []
        assert [name for name in archive.namelist() if "/private/" in name] in ([], ["sitegen/bundled/content/private/README.md"])


def test_everything_that_a_site_needs_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    ours = {f"sitegen/{path}" for path in held(PROJECT / "sitegen") if "__pycache__" not in path}
    bundled = {f"sitegen/bundled/{part}/{path}" for part in ("templates", "content") for path in held(PROJECT / part) if not path.startswith("private/")}
    assert ours | bundled <= names


def test_the_wheel_alone_begins_a_site_and_builds_it(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "env"
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=tmp_path)
    python, command = home / "bin/python", home / "bin/sitegen"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip())
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    assert Path(run(python, "-c", "import sitegen; print(sitegen.__file__)", cwd=tmp_path).strip()) == packages / "sitegen/__init__.py"

    run(command, "new", "my-site", "--name", "Ada Test", cwd=tmp_path)
    site = tmp_path / "my-site"
    assert {".gitignore", "output/.gitignore", "templates/README.txt", "content/private/README.md", "content/site.yaml"} <= set(held(site))
    assert last_line(run(command, "build", "--as-of", DAY, cwd=site)).startswith("Made ")
    assert "Ada Test" in (site / "output/index.html").read_text()
    assert run(command, "help", "start", cwd=site).startswith("# ")
    assert run(command, "--version", cwd=site).startswith("sitegen ")
    assert not [path for path, data in held(site / "output").items() if str(PROJECT).encode() in data]
