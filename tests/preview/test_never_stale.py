"""Edits at random against a running preview: after each, every page is what a clean build would write.

SITEGEN_PREVIEW_EDITS says how many edits (60 in the check, 5,000 in the soak).
"""

from __future__ import annotations

import copy
import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from sitegen.build.installed import shipped
from sitegen.build.site_build import build_site
from sitegen.build.version import version_key
from sitegen.common.memory import Memory
from sitegen.common.problems import ContentError
from sitegen.common.trees import public_tree
from tests.laws_builds import BUNDLED, edit
from tests.laws_machine import EditedSite
from tests.preview.running_preview import Running, without_additions

EDITS = int(os.environ.get("SITEGEN_PREVIEW_EDITS", "60"))
STEPS = 30
SHIPPED = shipped(version_key())


class Edits(EditedSite):
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
        """See that the preview shows what a build from nothing would write."""
        if self.preview is None:
            self.preview = Running(self.site, day=self.day)
        self.preview.preview._day = self.day
        # the pages first: nothing but the request itself may bring the preview up to date
        open_ones = {address: self.preview.get(address) for address in ("/", "/services/team/", "/articles/")}
        try:
            built = build_site(
                public_tree(self.site),
                BUNDLED,
                self.day,
                memory=Memory(bundle=SHIPPED.files),
                ships=SHIPPED,
            )
        except ContentError as error:
            self.refused = str(error)
            expected = {str(problem) for problem in error.problems}
            shown = {problem["text"] for answered in open_ones.values() if answered.status != 302 for problem in answered.facts["problems"]}
            assert shown <= expected
            return
        self.refused = ""
        self.day_then = self.day
        self.accepted = (self.sources(), copy.deepcopy(self.fronts), dict(self.bodies))
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
