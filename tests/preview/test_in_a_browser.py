"""The preview in a real browser: patched in place, styles and pictures swapped, mistakes shown, connected again by itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.laws_site import picture
from tests.preview.running_preview import Running, running
from tests.small_site import ARTICLE, EVENT, SERVICE, SITE, SMALL, TESTIMONIAL, write_site

FAQ = "faq:\n  - {question: How long?, answer: Four months.}\n  - {question: How much?, answer: It depends.}\n"
FORM = "form: https://forms.example.com/f/abc\n"
FILES = {**SMALL, "content/site.yaml": SITE + FORM, "content/services/team.md": SERVICE.replace("order: 1", "order: 1\n" + FAQ)}
LONG = ARTICLE + "".join(f"\n## Part {n}\n\n{'Many words. ' * 60}\n" for n in range(12))
expect.set_options(timeout=60_000)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Running]:
    write_site(tmp_path, {**FILES, "content/articles/meetings.md": LONG})
    with running(tmp_path) as started:
        yield started


@contextmanager
def looked_at(browser: Browser, preview: Running, address: str) -> Iterator[Page]:
    """Open a page, wait until it is connected, and mark it: a reload would lose the mark."""
    with browser.new_context() as context:
        page = context.new_page()
        tabs = len(preview.preview.tabs)
        page.goto(preview.url + address)
        page.wait_for_function("window.LiveReload && window.LiveReload.connector.protocol >= 7", timeout=60_000)
        while len(preview.preview.tabs) <= tabs:
            page.wait_for_timeout(20)
        page.evaluate("window.mark = 'the same page'")
        yield page


def is_same(page: Page) -> bool:
    return bool(page.evaluate("window.mark === 'the same page'"))


def test_a_save_is_patched_in_and_the_place_on_the_page_is_kept(browser: Browser, preview: Running) -> None:
    with looked_at(browser, preview, "/articles/meetings/") as page:
        page.evaluate("document.getElementById('part-9').scrollIntoView({behavior: 'instant'})")
        before = page.evaluate("scrollY")
        assert before > 500
        preview.write("content/articles/meetings.md", LONG.replace("## Part 11", "## The last part"))
        expect(page.get_by_role("heading", name="The last part")).to_be_attached()
        assert is_same(page)
        assert page.evaluate("scrollY") == before


def test_open_details_and_half_filled_forms_stay(browser: Browser, preview: Running) -> None:
    with looked_at(browser, preview, "/services/team/") as page:
        page.locator("details", has_text="How much?").locator("summary").click()
        preview.write("content/services/team.md", FILES["content/services/team.md"].replace("With one question.", "With two questions."))
        expect(page.get_by_text("With two questions.")).to_be_attached()
        assert is_same(page)
        assert page.locator("details", has_text="How much?").get_attribute("open") is not None
        assert page.locator("details", has_text="How long?").get_attribute("open") is None
    with looked_at(browser, preview, "/contact/") as page:
        field, words = page.locator("form input:not([type=hidden]):not([type=checkbox])").first, page.locator("form textarea").first
        field.fill("Half a name")
        words.fill("Half a message")
        words.focus()
        preview.write("content/site.yaml", SITE.replace("I coach people", "I coach everybody") + FORM)
        expect(page.locator("body")).to_contain_text("I coach everybody")
        assert is_same(page)
        assert (field.input_value(), words.input_value()) == ("Half a name", "Half a message")
        assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_the_style_sheet_is_swapped_without_a_reload(browser: Browser, preview: Running) -> None:
    with looked_at(browser, preview, "/services/team/") as page:
        page.evaluate("window.main = document.querySelector('main')")
        preview.write("templates/css/90-own.css", "main{outline:3px solid rgb(1,2,3)}")
        page.wait_for_function("getComputedStyle(document.querySelector('main')).outlineColor === 'rgb(1, 2, 3)'", timeout=60_000)
        page.wait_for_function("document.querySelectorAll('link[rel=stylesheet]').length === 1", timeout=60_000)
        assert is_same(page)
        assert page.evaluate("window.main === document.querySelector('main')")


def test_of_style_sheets_that_overtake_each_other_the_last_one_stays(browser: Browser, preview: Running) -> None:
    with looked_at(browser, preview, "/services/team/") as page:
        held: list[Route] = []
        page.route("**/_sitegen/style.css*", lambda asked: held.append(asked) if not held else asked.continue_())
        with page.expect_request("**/_sitegen/style.css*"):
            preview.write("templates/css/90-own.css", "main{outline:3px solid rgb(1,2,3)}")
        preview.write("templates/css/90-own.css", "main{outline:3px solid rgb(4,5,6)}")
        page.wait_for_function("getComputedStyle(document.querySelector('main')).outlineColor === 'rgb(4, 5, 6)'", timeout=60_000)
        held[0].abort()
        page.wait_for_function("document.querySelectorAll('link[rel=stylesheet]').length === 1", timeout=60_000)
        assert page.evaluate("getComputedStyle(document.querySelector('main')).outlineColor") == "rgb(4, 5, 6)"


def test_a_page_that_can_not_be_patched_is_loaded_anew(browser: Browser, preview: Running) -> None:
    with looked_at(browser, preview, "/services/team/") as page:
        page.evaluate("void (DOMParser.prototype.parseFromString = () => { throw new Error('as if') })")
        preview.write("content/services/team.md", SERVICE.replace("With one question.", "With two questions."))
        expect(page.get_by_text("With two questions.")).to_be_attached()
        assert not is_same(page)


def test_the_bar_hides_nothing_of_the_page(browser: Browser, preview: Running) -> None:
    for width in (360, 1200):
        with looked_at(browser, preview, "/services/team/") as page:
            page.set_viewport_size({"width": width, "height": 700})
            page.evaluate("scrollTo({top: 1e6, behavior: 'instant'})")
            page.wait_for_function(
                "document.body.getBoundingClientRect().bottom <= document.querySelector('sitegen-preview').shadowRoot.querySelector('.foot').getBoundingClientRect().top + 1"
            )


def test_words_and_style_that_change_together_are_both_shown(browser: Browser, preview: Running) -> None:
    with looked_at(browser, preview, "/contact/") as page:
        preview.write("content/site.yaml", SITE.replace("I coach people", "I coach everybody") + FORM + "accent: '#7a1f3d'\n")
        expect(page.locator("body")).to_contain_text("I coach everybody")
        page.wait_for_function("getComputedStyle(document.documentElement).getPropertyValue('--accent').includes('#7a1f3d')", timeout=60_000)
        page.wait_for_function("document.querySelectorAll('link[rel=stylesheet]').length === 1", timeout=60_000)
        assert is_same(page)


def test_a_picture_is_swapped_without_a_reload(browser: Browser, preview: Running) -> None:
    preview.write("content/images/office.png", picture("office.png", 10))
    preview.write("content/services/team.md", SERVICE + "\n![An office](office.png)\n")
    with looked_at(browser, preview, "/services/team/") as page:
        image = page.get_by_alt_text("An office")
        before = image.get_attribute("src")
        preview.write("content/images/office.png", picture("office.png", 200))
        expect(image).not_to_have_attribute("src", str(before))
        page.wait_for_function("document.querySelector('img[alt=\"An office\"]').naturalWidth > 0", timeout=60_000)
        assert is_same(page)


def test_a_file_that_is_a_picture_is_swapped_under_its_address(browser: Browser, preview: Running) -> None:
    preview.write("content/files/plan.png", picture("plan.png", 10))
    preview.write("content/services/team.md", SERVICE + '\n<img src="/plan.png" alt="A plan">\n')
    with looked_at(browser, preview, "/services/team/") as page:
        preview.write("content/files/plan.png", picture("plan.png", 200))
        page.wait_for_function("document.querySelector('img[alt=\"A plan\"]').src.includes('again=')", timeout=60_000)
        assert is_same(page)


def test_what_is_wrong_stands_over_the_page_and_goes_away_by_itself(browser: Browser, preview: Running) -> None:
    with looked_at(browser, preview, "/services/team/") as page:
        preview.write("content/services/team.md", SERVICE.replace("order: 1", "ordre: 1"))
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("content/services/team.md:5")
        expect(alert).to_contain_text("Did you mean 'order'?")
        assert str(alert.get_by_role("link").first.get_attribute("href")).endswith("/content/services/team.md:5")
        assert str(alert.get_by_role("link").first.get_attribute("href")).startswith("vscode://file/")
        expect(page.get_by_role("heading", name="Team coaching", exact=True).first).to_be_attached()
        preview.write("content/services/team.md", SERVICE)
        expect(alert).to_have_count(0)
        assert is_same(page)


def test_a_tab_connects_again_and_shows_what_it_missed(browser: Browser, preview: Running, tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = tmp_path_factory.mktemp("copy")
    shutil.copytree(preview.site, copy, dirs_exist_ok=True)
    first = Running(copy)
    with looked_at(browser, first, "/services/team/") as page:
        first.close()
        expect(page.get_by_text("The preview is not running.")).to_be_visible()
        first.write("content/services/team.md", SERVICE.replace("With one question.", "With three questions."))
        second = Running(copy, port=first.port)
        try:
            assert second.port == first.port
            expect(page.get_by_text("With three questions.")).to_be_attached()
            expect(page.get_by_text("The preview is not running.")).to_have_count(0)
            assert is_same(page)
        finally:
            second.close()


def test_a_renamed_page_leads_to_its_new_address(browser: Browser, preview: Running) -> None:
    with looked_at(browser, preview, "/articles/meetings/") as page:
        (preview.site / "content/articles/meetings.md").rename(preview.site / "content/articles/one-question.md")
        page.wait_for_url("**/articles/one-question/", timeout=60_000)
        page.wait_for_function("window.LiveReload && window.LiveReload.connector.protocol >= 7", timeout=60_000)
        (preview.site / "content/articles/one-question.md").unlink()
        page.wait_for_url(f"{preview.url}/", timeout=60_000)


def test_drafts_and_what_lacks_consent_are_shown_as_written_with_the_reason(browser: Browser, preview: Running) -> None:
    preview.write("content/articles/draft.md", ARTICLE.replace("A meeting that decides", "A draft").replace("topics:", "draft: true\ntopics:"))
    preview.write("content/articles/future.md", ARTICLE.replace("A meeting that decides", "Something to come").replace("2026-10-01", "2027-03-01"))
    preview.write("content/testimonials/anna.md", TESTIMONIAL.replace("status: granted", "status: requested"))
    preview.write("content/events/sample.md", EVENT.replace("date:", "sample: true\ndate:"))
    with looked_at(browser, preview, "/articles/draft/") as page:
        expect(page.get_by_role("status")).to_contain_text("left out: it is a draft")
        page.get_by_role("link", name="See it as it is written").click()
        expect(page.get_by_role("heading", name="A draft", exact=True)).to_be_visible()
        expect(page.get_by_role("status")).to_contain_text("Not published: content/articles/draft.md left out: it is a draft")
        page.goto(preview.url + "/testimonials/anna/?view=written")
        expect(page.get_by_role("status")).to_contain_text("the consent is 'requested', not granted (R2)")
        expect(page.locator("main")).to_contain_text("Anna Sample")
        page.goto(preview.url + "/events/sample/?view=written")
        expect(page.get_by_role("status")).to_contain_text("can be built and looked at, but not published (R1)")
        page.goto(preview.url + "/articles/?view=written")
        expect(page.get_by_role("status")).to_contain_text("Shown here and not published: 2")
        page.locator("main").get_by_role("link", name="Something to come").first.click()
        page.wait_for_url("**/articles/future/?view=written")
        expect(page.get_by_role("status")).to_contain_text("its date is 2027-03-01")
        page.goto(preview.url + "/articles/future/?as-of=2027-03-02")
        expect(page.get_by_role("heading", name="Something to come", exact=True)).to_be_visible()
        page.get_by_role("link", name="today").click()
        page.wait_for_url("**/articles/future/")


def test_the_bar_tells_source_weight_reason_and_what_the_page_is_made_from(browser: Browser, preview: Running) -> None:
    with looked_at(browser, preview, "/services/team/") as page:
        bar = page.get_by_role("region", name="Preview")
        expect(bar.get_by_role("link", name="content/services/team.md")).to_be_visible()
        expect(bar).to_contain_text("of 14 KB")
        bar.get_by_role("button", name="More").click()
        details = page.locator("sitegen-preview .details")
        expect(details).to_contain_text("Made, because it is looked at for the first time.")
        expect(details).to_contain_text("setting name")
        expect(details).to_contain_text("gzip")
        page.get_by_role("link", name="as written").click()
        page.wait_for_url("**/services/team/?view=written")
