"""`make samples`: writes the digests of the starter's texts into the package, so that a sample is known by its words too."""

from __future__ import annotations

from pathlib import Path

import sitegen.site.shipped_samples as target
from sitegen.common.trees import bundled_tree
from sitegen.site.load import load_site
from sitegen.site.samples import _beginning, text_digest

HEAD = '''"""The digests of the texts that ship as samples, written by `make samples` from `content/`; a test compares."""

SHIPPED: frozenset[str] = frozenset(
    {
'''


def module_text() -> str:
    """Give the module's text for the starter as it is."""
    samples = [item for item in load_site(bundled_tree()).items() if item.record.sample and text_digest(item.body)]
    digests, beginnings = sorted({text_digest(item.body) for item in samples}), sorted({_beginning(item.body) for item in samples})
    return (
        HEAD + "".join(f'        "{digest}",\n' for digest in digests) + "    }\n)\n\n"
        "BEGINNINGS: frozenset[str] = frozenset(\n    {\n" + "".join(f'        "{words}",\n' for words in beginnings) + "    }\n)\n"
        '"""The first words of each, so that most texts need no second look."""\n'
    )


if __name__ == "__main__":
    Path(target.__file__).write_text(module_text(), encoding="utf-8")
    print(f"Wrote {target.__file__}.")
