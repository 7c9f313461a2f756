"""Which colours meet is read from the style sheet; too close ones are told with the rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.common.trees import bundled_tree, public_tree
from sitegen.contract.contrast import pairs, too_close
from sitegen.contract.sheet import sheet_facts
from sitegen.contract.style_rules import line_of, rules_of
from sitegen.render.template_files import TemplateFiles
from sitegen.render.theme import Theme
from sitegen.site.settings import Look, Settings
from tests.render.rendering import source_files

BODY = "body{color:#222;background:#fff}"
ACCENTS = ("#1f5f6b", "#ff0000", "#ffff00", "#00ff88", "#777777", "#000000", "#ffffff", "#2b1bff")


def told(css: str) -> list[str]:
    return [breach.what for breach in sheet_facts(css).breaches]


@pytest.mark.parametrize("look", ["calm", "editorial", "bold"])
def test_the_theme_keeps_its_contrast_in_every_look_light_and_dark_whatever_the_accent(look: Look, tmp_path: Path) -> None:
    files = TemplateFiles(source_files(public_tree(tmp_path), "templates"), source_files(bundled_tree(), "templates"))
    for accent in ACCENTS:
        rules = rules_of(Theme(files, Settings(name="Maya Example", promise="x", look=look, accent=accent)).css)
        assert too_close(rules) == (), accent
        assert {pair.mode for pair in pairs(rules)} >= {"light", "dark"}
        assert len(pairs(rules)) > 200


@pytest.mark.parametrize(
    ("css", "words"),
    [
        (".note{color:#999}", "#999999 on #ffffff has a contrast of 2.8 in light and dark mode, and 4.5 is the least (.note)"),
        (".note{color:gray;background:silver}", "#808080 on #c0c0c0 has a contrast of 2.2 in light and dark mode, and 4.5 is the least (.note)"),
        (":root{--pale:rgb(180,180,180)}.note{color:var(--pale)}", "#b4b4b4 on #ffffff has a contrast of 2.1 in light and dark mode, and 4.5 is the least (.note)"),
        (".note{color:var(--gone, #aaa)}", "#aaaaaa on #ffffff has a contrast of 2.3 in light and dark mode, and 4.5 is the least (.note)"),
        (".wash{background:#555}", "#222222 on #555555 has a contrast of 2.1 in light and dark mode, and 4.5 is the least (.wash)"),
        (".b{color:#fff;background:#05a}.b:hover{background:#9bf}", "#ffffff on #99bbff has a contrast of 1.9 in light and dark mode, and 4.5 is the least (.b:hover)"),
        (".b{color:#fff;background:color-mix(in oklab,#05a,#fff 80%)}", "#ffffff on #ceddf0 has a contrast of 1.4 in light and dark mode, and 4.5 is the least (.b)"),
        ("@media (prefers-color-scheme:dark){body{background:#111}}", "#222222 on #111111 has a contrast of 1.2 in dark mode, and 4.5 is the least (body)"),
        (".card{--ink:#ccc;background:#ddd}.card p{color:var(--ink);background:#ddd}", "#cccccc on #dddddd has a contrast of 1.2 in light and dark mode, and 4.5 is the least (.card p)"),
        ("@layer a,b;@layer b{.note{color:#999}}@layer a{.note{color:#000}}", "#999999 on #ffffff has a contrast of 2.8 in light and dark mode, and 4.5 is the least (.note)"),
        ("input{border:1px solid #ddd}", "#dddddd on #ffffff has a contrast of 1.4 in light and dark mode, and 3 is the least (input)"),
        (".a::before{content:'/';color:#bbb}", "#bbbbbb on #ffffff has a contrast of 1.9 in light and dark mode, and 3 is the least (.a::before)"),
    ],
)  # fmt: skip
def test_colours_that_are_too_close_are_told(css: str, words: str) -> None:
    assert told(BODY + css) == [words]


@pytest.mark.parametrize(
    "css",
    [
        ".note{color:#767676}", ".a::before{content:'/';color:#949494}", "@media print{.note{color:#ddd}}", "@media (forced-colors: active){.note{color:#ddd}}",
        ".note{color:inherit}", ".note{color:#ddd;background:linear-gradient(#000,#111)}", ".note{color:#ddd8}", ".note{color:#ddd;background:#111}",
        "@layer a,b;@layer a{.note{color:#999}}@layer b{.note{color:#000}}", "/* .note{color:#ddd} */", ".x{background:url(data:image/svg+xml;utf8,{color:#ddd})}",
        "@keyframes fade{from{color:#fff}to{color:#fff}}",
    ],
)  # fmt: skip
def test_what_can_be_read_or_can_not_be_known_is_not_told(css: str) -> None:
    assert told(BODY + css) == []


def test_a_ground_on_which_several_inks_can_not_be_read_is_told_once() -> None:
    css = f"{BODY}h1{{color:#005}}a{{color:#00a}}small{{color:#333}}footer{{background:#334}}"
    assert told(css) == ["#333333 on #333344 has a contrast of 1.0 in light and dark mode, and 4.5 is the least (footer, h1, a and 1 more)"]


def test_a_rule_is_found_in_the_file_as_it_was_written() -> None:
    text = "/* mine */\n.promo { color: #999; }\n\n.quote .name,\n.promo > p { background: #fff }\n"
    assert [line_of(selector, text) for selector in (".promo", ".quote .name", ".promo>p", ".quote", "p")] == [2, 4, 5, 0, 5]
