"""The handbook says everything that a coach can write, type and be told, and nothing that there is not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.cli.handbook_tables import commands, filled, models, options, templates
from sitegen.common.records import fields_of, variants
from sitegen.render.embeds import EMBEDS
from sitegen.site.sections import Section

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "sitegen"
TOPICS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((PACKAGE / "handbook").glob("*.md"))}
README = (PROJECT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
EVERYTHING = "\n".join(TOPICS.values())


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_begins_with_its_title(topic: str) -> None:
    assert re.match(r"# \S.*\n\n", TOPICS[topic])


@pytest.mark.parametrize("topic", TOPICS)
def test_the_tables_are_what_the_models_say(topic: str) -> None:
    assert filled(TOPICS[topic]) == TOPICS[topic], "run `make handbook`"


def test_every_record_has_its_table_once() -> None:
    assert sorted(re.findall(r"<!-- fields: (\w+) -->", EVERYTHING)) == sorted(models())


@pytest.mark.parametrize("name", models())
def test_every_field_stands_in_its_records_table(name: str) -> None:
    table = EVERYTHING.partition(f"<!-- fields: {name} -->")[2].partition("<!-- end -->")[0]
    assert [field.name for field in fields_of(models()[name]) if f"`{field.name}`" not in table] == []


@pytest.mark.parametrize("kind", variants(Section))
def test_every_section_has_a_heading_of_its_own(kind: str) -> None:
    assert f"\n## {kind}\n" in TOPICS["sections"]


@pytest.mark.parametrize("name", EMBEDS)
def test_every_embed_is_explained(name: str) -> None:
    assert f"`{EMBEDS[name].example}`" in TOPICS["embeds"]
    assert f"\n## {name}\n" in TOPICS["embeds"]


@pytest.mark.parametrize("name", commands())
def test_every_command_is_explained_with_each_of_its_options_and_an_example(name: str) -> None:
    own = TOPICS["commands"].partition(f"\n## sitegen {name}\n")[2].partition("\n## ")[0]
    assert f"<!-- options: {name} -->" in own
    assert [written for written, _ in options(commands()[name]) if f"`{written}`" not in own.replace("\\|", "|")] == []
    assert re.search(rf"^    sitegen {name}\b", own, re.MULTILINE), "an example, set in by four spaces"
    assert "--version" in TOPICS["commands"]


def test_every_template_is_listed() -> None:
    assert templates()
    assert [name for names in templates().values() for name in names if f"`{name}`" not in TOPICS["theme"]] == []


def test_every_code_of_a_message_has_a_heading_and_no_heading_is_without_its_code() -> None:
    headings = re.findall(r"^### (\S+)$", TOPICS["messages"], re.MULTILINE)
    assert len(headings) == len(set(headings))
    used = set(used_codes())
    assert used - set(headings) == set(), "told, and not explained"
    assert set(headings) - used == set(), "explained, and never told"


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_that_a_text_speaks_of_exists(topic: str) -> None:
    prose = re.sub(r"`[^`\n]*`|^ {4}.*$", "", TOPICS[topic], flags=re.MULTILINE)
    links = re.findall(r"\]\((\w[\w-]*)\.md(?:#([\w-]+))?\)", prose)
    spoken = re.findall(r"`sitegen help ([a-z]+)`", TOPICS[topic])
    assert {name for name, _ in links} | set(spoken) <= set(TOPICS)
    assert [(name, place) for name, place in links if place and place not in headings_of(TOPICS[name])] == []


@pytest.mark.parametrize("topic", sorted(set(TOPICS) - {"start"}))
def test_every_topic_can_be_reached_from_the_first(topic: str) -> None:
    assert f"`sitegen help {topic}`" in TOPICS["start"]


def test_the_links_of_the_readme_lead_to_files() -> None:
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (PROJECT / link).exists()] == []
    assert [topic for topic in TOPICS if f"(sitegen/handbook/{topic}.md)" not in README] == []


@pytest.mark.parametrize("text", [*TOPICS.values(), README, CHANGELOG], ids=[*TOPICS, "README", "CHANGELOG"])
def test_nobody_is_told_to_install_the_name_that_belongs_to_somebody_else(text: str) -> None:
    assert not re.search(r"pip3? install[^\n.]*\bsitegen\b", text.replace("coach-sitegen", ""))


def test_the_codes_are_found_however_they_are_passed_on() -> None:
    tree = ast.parse("""
def _unknown(what): return Problem(f"no-such-{what}", place)
def _refused(where, code): raise Problem(code, where)
def look(name):
    if name in ("tea", "milk"): _unknown(name)
    _refused(1, "late" if name else "early")
    rule, message = "R2", ""
    self.problem(code="cold", line=1)
""")
    assert sorted(set(codes_of(tree, {"Problem": (0, "code"), "problem": (0, "code")}))) == ["R2", "cold", "early", "late", "no-such-milk", "no-such-tea"]


def headings_of(text: str) -> set[str]:
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


# How codes are found: whatever has a parameter `code` makes problems, and so does a function that puts one of its parameters into a code.

Makers = dict[str, tuple[int, str]]
RULE = re.compile(r"[RWA]\d{1,2}")


def used_codes() -> Iterator[str]:
    """Give the code of every problem that the package can tell."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]
    shared: Makers = {"Problem": (0, "code")}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                own = [ast.unparse(part.target) for part in node.body if isinstance(part, ast.AnnAssign)]
                if own[:1] == ["code"] and "mend" in own:
                    shared[node.name] = (0, "code")
                for part in node.body:
                    if isinstance(part, ast.FunctionDef) and "code" in (names := parameters(part)):
                        shared[node.name if part.name == "__init__" else part.name] = (names.index("code"), "code")
    for tree in trees:
        yield from codes_of(tree, shared)


def codes_of(tree: ast.Module, shared: Makers) -> Iterator[str]:
    """Give the codes that one module uses. A code that can't be told from the text fails the test."""
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    makers = {**shared}
    prefixes: dict[str, str] = {}
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for function in functions:
        if "code" in parameters(function) and function.name != "__init__":
            makers[function.name] = (parameters(function).index("code"), "code")
    for function in functions:
        for call in calls(function, makers):
            code = argument(call, *makers[name_of(call)])
            if isinstance(code, ast.JoinedStr) and isinstance(part := code.values[-1], ast.FormattedValue) and ast.unparse(part.value) in parameters(function):
                prefixes[function.name] = str(ast.literal_eval(code.values[0]))
                makers[function.name] = (parameters(function).index(ast.unparse(part.value)), ast.unparse(part.value))
    for call in calls(tree, makers):
        scopes = [node for node in above(call, parents) if isinstance(node, ast.FunctionDef)]
        code = argument(call, *makers[name_of(call)])
        if isinstance(code, ast.Name | ast.JoinedStr) and any(passed_on(code, scope, makers, prefixes) for scope in scopes):
            continue
        for word in words_of(code, call, parents):
            yield prefixes.get(name_of(call), "") + word
    yield from (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and RULE.fullmatch(node.value))


def passed_on(code: ast.expr, scope: ast.FunctionDef, makers: Makers, prefixes: dict[str, str]) -> bool:
    """Say whether a code is a parameter of the function around it, so that its words stand where that is called."""
    if isinstance(code, ast.JoinedStr):
        return scope.name in prefixes
    return isinstance(code, ast.Name) and scope.name in makers and makers[scope.name][1] == code.id


def words_of(code: ast.expr, call: ast.Call, parents: dict[ast.AST, ast.AST]) -> list[str]:
    """Give the words that an argument can be: written out, chosen between two, or those its name was given or compared with."""
    if isinstance(code, ast.Constant):
        return [str(code.value)]
    if isinstance(code, ast.IfExp):
        return [*words_of(code.body, call, parents), *words_of(code.orelse, call, parents)]
    if isinstance(code, ast.Call) and ast.unparse(code.func) == "str":
        return words_of(code.args[0], call, parents)
    if isinstance(code, ast.Attribute) and code.attr == "code":
        return []  # what carries a code was made with it elsewhere
    if isinstance(code, ast.Name):
        if code.id == "rule":
            return []  # the rules' own codes are found wherever they stand
        for node in above(call, parents):
            if isinstance(node, ast.If) and isinstance(node.test, ast.Compare) and ast.unparse(node.test.left) == code.id:
                return strings(node.test)
            if isinstance(node, ast.FunctionDef):
                given = [part.value for part in ast.walk(node) if isinstance(part, ast.Assign) and ast.unparse(part.targets[0]) == code.id]
                if found := [word for value in given for word in strings(value)]:
                    return found
    if isinstance(code, ast.Subscript):
        tables = [node for node in parents if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == ast.unparse(code.value)]
        return [word for table in tables if isinstance(table.value, ast.Dict) for value in table.value.values for word in strings(value)]
    pytest.fail(f"the code can't be told: {ast.unparse(call)}")


def calls(tree: ast.AST, makers: Makers) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and name_of(node) in makers]


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""


def parameters(function: ast.FunctionDef) -> list[str]:
    return [part.arg for part in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs) if part.arg != "self"]


def argument(call: ast.Call, place: int, name: str) -> ast.expr:
    named = [word.value for word in call.keywords if word.arg == name]
    return named[0] if named else call.args[place]


def above(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    while node in parents:
        node = parents[node]
        yield node


def strings(tree: ast.AST) -> list[str]:
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
