"""Edits at random against a running preview: after each, every page is what a clean build would write.

SITEGEN_PREVIEW_EDITS says how many edits (in the check some, in the soak 5,000).
"""

from __future__ import annotations

import os
import shutil

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from sitegen.build.record import Remembered
from sitegen.build.site_build import build_site
from sitegen.common.memory import Memory
from sitegen.common.problems import ContentError
from sitegen.common.trees import public_tree
from tests.contracts.test_build_laws import _SHARED_CODE, _SHARED_MEMORY, BUNDLED, Builds
from tests.preview.running_preview import Running, without_additions

EDITS = int(os.environ.get("SITEGEN_PREVIEW_EDITS", "60"))
STEPS = 30


class Edits(Builds):
    """A site that is edited at random while its preview runs."""

    preview: Running | None = None

    def teardown(self) -> None:
        if self.preview is not None:
            self.preview.close()
        shutil.rmtree(self.site, ignore_errors=True)

    @rule(days=st.integers(-40, 120))
    def another_day(self, days: int) -> None:
        super().another_day(days)
        if self.preview is not None:
            self.preview.preview._day = self.day

    @rule(how=st.sampled_from(["a bracket", "nothing", "not text"]))
    def break_a_file_and_mend_it(self, how: str) -> None:
        file = self.pick(self.fronts)
        self.put(file, {"a bracket": b"---\ntitle: [\n---\n", "nothing": b"", "not text": b"\xff\xfe\x00"}[how])
        if self.preview is not None:
            for address in ("/", "/services/team/"):
                assert self.preview.get(address).status in (200, 404, 500)
        self.save(file)

    def vandalise_output(self, how: str) -> None:
        """The preview never looks at output/."""

    def damage_the_cache(self, how: str) -> None:
        """The preview reads the cache when it begins alone."""

    @invariant()
    def incremental_equals_clean(self) -> None:
        if hasattr(self, "site"):
            self.check()

    def check(self) -> None:
        if self.preview is None:
            self.preview = Running(self.site, day=self.day)
        # the pages first: nothing but the request itself may bring the preview up to date
        open_ones = {address: self.preview.get(address) for address in ("/", "/services/team/", "/articles/")}
        try:
            built = build_site(
                public_tree(self.site),
                BUNDLED,
                self.day,
                memory=Memory(bundle=_SHARED_MEMORY.of_bundle.files, looked_ns=2**62),
                last=Remembered(compiled=_SHARED_CODE),
            )
        except ContentError as error:
            self.refused = True
            expected = {str(problem) for problem in error.problems}
            shown = {problem["text"] for answered in open_ones.values() if answered.status != 302 for problem in answered.facts["problems"]}
            assert shown <= expected
            return
        self.refused = False
        css = self.preview.css
        for path, data in built.files.items():
            if not path.endswith(".html"):
                continue
            address = "/" + path.removesuffix("index.html") if path.endswith("index.html") else "/" + path
            answered = open_ones.get(address) or self.preview.get(address)
            if answered.status == 301:
                assert answered.headers["location"].encode() in data
                continue
            assert without_additions(answered.data, css) == data, address
            assert answered.facts["problems"] == []
        for path in ("_redirects", "feed.xml", "sitemap.xml", "guide.txt"):
            if path in built.files:
                assert self.preview.get("/" + path).data == built.files[path], path


Edits.TestCase.settings = settings(
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    max_examples=max(1, EDITS // STEPS),
    stateful_step_count=min(STEPS, EDITS),
    deadline=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
    derandomize="SITEGEN_PREVIEW_EDITS" not in os.environ,
)
TestEdits = Edits.TestCase
