"""Edits at random against a running preview: after each, every page is what a clean build would write.

SITEGEN_PREVIEW_EDITS says how many edits (500 in the check, 5,000 in the soak). A quarter of them is made by each of four machines, so that they can run beside each other.
"""

from __future__ import annotations

import copy
import functools
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from sitegen.build.builder import Workshop
from sitegen.common.trees import public_tree
from sitegen.preview.answering import answer
from sitegen.preview.view import View
from tests.laws_builds import BUNDLED, OTHER, edit
from tests.laws_edits import EditedSite
from tests.other_computer import Clean
from tests.preview.running_preview import Running, without_additions
from tests.small_site import TODAY, write_site

EDITS = int(os.environ.get("SITEGEN_PREVIEW_EDITS", "500"))
MACHINES = 4
STEPS = 25
FIRST = ("/", "/articles/", "/contact/", "/testimonials/", "/feed.xml", "/sitemap.xml")


@functools.cache
def theme_is_compiled() -> None:
    """See to it that previews take the theme that ships from an earlier build, as they do on her computer."""
    with TemporaryDirectory() as folder:
        Workshop(Path(folder), public_tree(write_site(Path(folder))), BUNDLED).build(TODAY)


class RunningEdits(EditedSite):
    """A site that is edited at random while its preview runs."""

    preview: Running | None = None

    def teardown(self) -> None:
        if self.preview is not None:
            self.preview.close()
        super().teardown()

    @edit(how=st.sampled_from(["a bracket", "nothing", "not text"]))
    def break_a_file_and_mend_it(self, how: str) -> None:
        file = self.pick(self.fronts)
        self.put(file, {"a bracket": b"---\ntitle: [\n---\n", "nothing": b"", "not text": b"\xff\xfe\x00"}[how])
        if self.preview is not None:
            for address in ("/", "/services/team/"):
                assert self.preview.get(address).status in (200, 404, 500)
        self.save(file)

    def check(self, build: object = None) -> None:
        """See that the preview shows what another computer makes of these files from nothing."""
        if self.preview is None:
            theme_is_compiled()
            self.preview = Running(self.site, day=self.day)
        self.preview.preview._day = self.day
        OTHER.ask_clean(self.site, self.day, thorough=False)
        # nothing but the request itself may bring the preview up to date
        first = {address: self.preview.get(address) for address in (self.random.choice(FIRST), "/services/team/")}
        clean = OTHER.answer()
        assert isinstance(clean, Clean)
        self.refused = clean.refused
        if clean.refused:
            shown = [problem["text"] for answered in first.values() if b"sitegen-facts" in answered.data for problem in answered.facts["problems"]]
            # a build that something else forbids does not look for what is withheld; the preview shows the page and tells it
            assert [text for text in shown if text not in clean.refused and "withholds: " not in text] == []
            return
        self.day_then = self.day
        self.accepted = (self.sources(), copy.deepcopy(self.fronts), dict(self.bodies))
        css = self.preview.css
        for address, answered in first.items():
            if answered.status == 200:
                assert without_additions(answered.data, css) == clean.files[address.lstrip("/") + ("index.html" if address.endswith("/") else "")]
        self.preview.do(self.preview.preview._in_worker(lambda: self.compare_all(clean, css)))

    def compare_all(self, clean: Clean, css: str) -> None:
        """Compare everything that is served with what was built; pictures are named by their bytes, so that a page that names another shows another."""
        assert self.preview is not None
        live = self.preview.preview.live
        for path, data in clean.files.items():
            address = "/" + (path.removesuffix("index.html") if path.endswith("/index.html") or path == "index.html" else path)
            if address.startswith("/images/"):
                continue
            answered = answer(live, View(), self.day, address, "", "")
            if answered.status == 301:
                assert answered.location.encode() in data
            elif path.endswith(".html"):
                assert without_additions(answered.data, css) == data, address
                assert b'"problems":[]' in answered.data, address
            elif answered.picture is not None:
                assert answered.picture() == data, path
            elif answered.file:
                assert live.tree.part(answered.file, 0, answered.size) == data, path
            else:
                assert answered.data == data, path


def machine(number: int) -> type:
    """Make one of the machines."""
    made = type(f"RunningEdits{number}", (RunningEdits,), {}).TestCase
    made.settings = settings(
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
        max_examples=max(1, -(-EDITS * 3 // (MACHINES * STEPS * 2))),  # a third of the steps finds nothing to edit, or ends early
        stateful_step_count=min(STEPS, EDITS),
        deadline=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
        derandomize="SITEGEN_PREVIEW_EDITS" not in os.environ,
    )
    return made


TestEdits1, TestEdits2, TestEdits3, TestEdits4 = map(machine, range(1, MACHINES + 1))
