"""`python -m tests.bench.leak_audit`: a thousand invented people against a thousand pages, from nothing and once more."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

from sitegen.cli.main import main
from sitegen.common.digests import digest
from sitegen.common.leaks.audit import Finished, Known
from sitegen.common.leaks.excuses import Public
from sitegen.outreach.audit.audit import audited_private
from tests.starter_copy import write_starter_copy

PEOPLE, PAGES = 1_000, 1_000


def words(rnd: random.Random, number: int) -> str:
    return " ".join("".join(rnd.choice("aeioubdfgklmnprst") for _ in range(rnd.randint(2, 9))) for _ in range(number))


def book(rnd: random.Random) -> bytes:
    """Give people with an address, a number, a link, a note and four touches each."""
    people = "".join(
        f"  - name: {words(rnd, 2).title()}x{i}\n    emails: [{words(rnd, 1)}{i}@example.com]\n    phones: [+44 20 79{i:05}]\n    links: [https://www.example.com/in/{words(rnd, 1)}-{i}]\n"
        f"    note: {words(rnd, 20)}\n    touches:\n" + "".join(f"      - 2026-0{month}-02 coffee: {words(rnd, 10)}\n" for month in range(1, 5))
        for i in range(PEOPLE)
    )
    return f"people:\n{people}".encode()


def pages(rnd: random.Random) -> dict[str, bytes]:
    """Give a page of the starter a thousand times, each with three hundred words of its own."""
    with tempfile.TemporaryDirectory() as folder:
        write_starter_copy(Path(folder))
        main(["build", "--site", folder, "--as-of", "2026-11-21"])
        page = (Path(folder) / "output/services/team/index.html").read_text(encoding="utf-8")
    return {f"p{i}/index.html": page.replace("</main>", f"<p>{words(rnd, 300)}</p></main>").encode() for i in range(PAGES)}


def told(what: str, private: dict[str, bytes], made: dict[str, bytes], standing: dict[str, str], known: Known, read: dict[str, bytes]) -> Known:
    wall, used = time.perf_counter(), time.process_time()
    done = audited_private(private, Finished(made, standing, read.__getitem__, digest), "", Public, known, b"key", "1")
    print(
        f"{what}: {time.perf_counter() - wall:.2f} s, {time.process_time() - used:.2f} s of the processor; {done.looked_through} files looked through, {len(done.leaks)} leaks"
    )
    texts = {**known.texts(), **done.texts}
    return Known(done.remembered, lambda: texts)


def run() -> None:
    rnd = random.Random(1)
    private, made = {"outreach.yaml": book(rnd)}, pages(rnd)
    print(f"{PEOPLE} people ({len(private['outreach.yaml']) / 1e6:.1f} MB), {PAGES} pages ({sum(map(len, made.values())) / 1e6:.1f} MB)")
    known = told("from nothing", private, made, {}, Known(), made)
    standing = {path: digest(data) for path, data in made.items()}
    known = told("nothing changed", private, {}, standing, known, made)
    one = {"p7/index.html": made["p7/index.html"].replace(b"</main>", b"<p>new</p></main>")}
    known = told("one page changed", private, one, {path: name for path, name in standing.items() if path not in one}, known, made)
    private["outreach.yaml"] += b"  - name: Newly Added\n"
    told("one person more", private, {}, standing, known, made)


if __name__ == "__main__":
    run()
