"""Files that hosts and robots read."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import struct
from pathlib import Path

import pytest
from lxml import etree

from sitegen.common.values import Colour, Url
from sitegen.render import host_files
from sitegen.render.renderer import Renderer
from sitegen.site.palette import palette
from sitegen.site.settings import FormEndpoint, Newsletter, Settings
from tests.render.rendering import AT_HOME, other_of, page_of, renderer_of
from tests.small_site import SERVICE, SMALL, changed

PLAIN = Settings(name="Maya", promise="p")
ONLINE = Settings(name="Maya", promise="p", url=Url("https://www.example.com/"))
ALIASES = (("/old/", "/services/team/"), ("/about.html", "/about/"), ("/a+b (1)/", "/"))


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    files = {**SMALL, **AT_HOME, "content/services/team.md": SERVICE.replace("order: 1", "aliases: [/old/]\nnoindex: true")}
    return renderer_of(tmp_path_factory.mktemp("site"), files)


def policy(header: str) -> dict[str, str]:
    return {name: value for name, _, value in (part.partition(" ") for part in header.split("; "))}


def test_the_policy_names_the_hash_of_the_very_style_sheets_in_the_pages(renderer: Renderer) -> None:
    headers = other_of(renderer, "/_headers").decode()
    allowed = re.findall(r"'sha256-([A-Za-z0-9+/=]+)'", headers)
    assert len(allowed) == 2
    for address in ("/", "/services/team/", "/404.html", "/articles/meetings/"):
        sheets = re.findall(r"<style[^>]*>(.*?)</style>", page_of(renderer, address), re.DOTALL)
        printed_as_leaflet = address == "/services/team/"
        assert [base64.b64encode(hashlib.sha256(css.encode()).digest()).decode() for css in sheets] == allowed[: 1 + printed_as_leaflet]
    assert " ".join(f"'sha256-{name}'" for name in allowed) in other_of(renderer, "/.htaccess").decode()


def test_pages_ask_for_no_more_than_the_policy_allows(renderer: Renderer) -> None:
    for route in renderer.routes:
        if route.is_page:
            html = renderer.page(route).data.decode()
            assert not re.search(r"\sstyle=|\son\w+=", html), route.address
            assert set(re.findall(r'<script type="([^"]*)"', html)) <= {"application/ld+json"}
            assert html.count("<script") == html.count('<script type="application/ld+json">')


def test_nothing_is_allowed_that_was_not_asked_for() -> None:
    assert policy(host_files.content_security_policy(PLAIN, ["a{}"])) == {
        "default-src": "'none'", "base-uri": "'none'", "connect-src": "'self'", "form-action": "'self'", "frame-ancestors": "'none'", "img-src": "'self' data:",
        "manifest-src": "'self'", "media-src": "'self'", "style-src": f"'sha256-{base64.b64encode(hashlib.sha256(b'a{}').digest()).decode()}'",
    }  # fmt: skip


def test_forms_may_be_sent_to_the_services_of_the_settings_only() -> None:
    settings = Settings(
        name="Maya",
        promise="p",
        form=FormEndpoint(action=Url("https://forms.example.com/f/abc?x=1")),
        newsletter=Newsletter(action=Url("https://letters.example.com:8443/s")),
    )
    assert policy(host_files.content_security_policy(settings, [""]))["form-action"] == "'self' https://forms.example.com https://letters.example.com:8443"


def test_redirects_are_lines_of_from_to_and_status() -> None:
    assert host_files.redirects(ALIASES[:2]) == b"/old/ /services/team/ 301\n/about.html /about/ 301\n"
    assert host_files.redirects(()) == b""


def test_an_alias_is_a_page_that_leads_on_and_is_not_listed(renderer: Renderer) -> None:
    assert other_of(renderer, "/_redirects") == b"/old/ /services/team/ 301\n"
    html = other_of(renderer, "/old/").decode()
    assert "/services/team/" in html
    assert 'http-equiv="refresh"' in html


def test_headers_stand_below_the_addresses_they_are_for() -> None:
    made = host_files.headers_file(host_files.security_headers(PLAIN, [""], noindex=False)).decode().split("\n")
    assert made[0] == "/*"
    assert all(re.fullmatch(r"  [A-Z][A-Za-z-]+: \S.*", line) for line in made[1:-3])
    assert made[-3:] == ["/images/*", "  Cache-Control: public, max-age=31536000, immutable", ""]
    names = {line.strip().partition(":")[0] for line in made}
    assert {
        "Content-Security-Policy",
        "Strict-Transport-Security",
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Referrer-Policy",
        "Permissions-Policy",
    } <= names


def test_r1_a_site_with_samples_asks_robots_to_leave_it_out() -> None:
    assert host_files.security_headers(PLAIN, [""], noindex=True)["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in host_files.security_headers(PLAIN, [""], noindex=False)


def test_htaccess_has_each_header_and_each_old_address_once() -> None:
    headers = host_files.security_headers(PLAIN, "a{}", noindex=True)
    made = host_files.htaccess(headers, ALIASES).decode()
    for name, value in headers.items():
        assert made.count(f'Header always set {name} "{value}"\n') == 1
        assert '"' not in value
    assert made.count("<IfModule") == made.count("</IfModule>")
    patterns = re.findall(r'RedirectMatch 301 "(.*)" "(.*)"', made)
    assert [target for _, target in patterns] == ["/services/team/", "/about/", "/"]
    for (pattern, _), good, bad in zip(patterns, ["/old/", "/about.html", "/a+b (1)/"], ["/older/", "/aboutxhtml", "/aab (1)/"], strict=True):
        assert re.match(pattern, good)
        assert not re.match(pattern, bad)
    assert re.match(patterns[0][0], "/old")


def test_pictures_named_by_content_are_kept_for_ever_by_apache_too() -> None:
    (pattern,) = re.findall(r'<FilesMatch "(.*)">', host_files.htaccess({}, ()).decode())
    for name in ("0123456789ab-480.webp", "0123456789ab-480.avif", "0123456789ab-96-1x1.jpg", "0123456789ab-1200-16x9-30-20.png"):
        assert re.match(pattern, name), name
    assert re.match(pattern, "0123456789ab.svg")
    for name in ("maya.webp", "0123456789ab-maya.jpg"):
        assert not re.match(pattern, name), name


def test_robots_may_look_and_are_told_of_the_sitemap() -> None:
    assert host_files.robots(PLAIN) == b"User-agent: *\nAllow: /\n"
    assert host_files.robots(ONLINE) == b"User-agent: *\nAllow: /\n\nSitemap: https://www.example.com/sitemap.xml\n"


def test_the_sitemap_lists_every_page_that_may_be_found_with_the_records_date(renderer: Renderer) -> None:
    tree = etree.fromstring(other_of(renderer, "/sitemap.xml"))
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = {url.findtext("s:loc", namespaces=space): url.findtext("s:lastmod", namespaces=space) for url in tree.iterfind("s:url", space)}
    expected = {f"https://www.example.com{route.address}" for route in renderer.routes if route.is_page} - {
        f"https://www.example.com{address}" for address in ("/404.html", "/thank-you/", "/services/team/")
    }
    assert set(listed) == expected
    assert listed["https://www.example.com/articles/meetings/"] == "2026-10-01"
    assert listed["https://www.example.com/articles/"] is None


def test_marks_in_an_address_are_escaped_in_the_sitemap() -> None:
    assert b"<loc>https://www.example.com/a&amp;b/</loc>" in host_files.sitemap(ONLINE, [("/a&b/", "")])


def test_the_manifest_names_icons_that_are_there_in_their_size(renderer: Renderer) -> None:
    manifest = json.loads(other_of(renderer, "/manifest.webmanifest"))
    assert manifest["name"] == "Maya Example"
    assert re.fullmatch("#[0-9a-f]{6}", manifest["theme_color"])
    for icon in manifest["icons"]:
        data = other_of(renderer, icon["src"])
        assert "x".join(map(str, struct.unpack(">II", data[16:24]))) == icon["sizes"]


def test_the_style_sheet_carries_the_palette_of_the_accent(tmp_path: Path) -> None:
    renderer = renderer_of(tmp_path, changed("content/site.yaml", "country: eu", 'country: eu\naccent: "#884422"'))
    for mode in palette(Colour("#884422")).values():
        assert f"--accent:{mode['accent']};" in renderer.theme.css
