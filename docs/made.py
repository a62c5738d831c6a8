"""Makes the pages of the documentation that are told elsewhere: nothing is written twice.

MkDocs calls the functions that begin with `on_`. A page may take over a section of the README or of
ARCHITECTURE.md: <!-- readme: Fixes -->.
"""

from __future__ import annotations

import html
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from mkdocs.structure.files import File, Files

from verify.check.rule import Rule
from verify.cli.app import app
from verify.plugin import hookspecs
from verify.plugin.manager import Plugins

ROOT = Path(__file__).parent.parent
SECTIONS = {
    "settings.md": "Settings",
    "people-file.md": "The people file",
    "house-style.md": "House style",
    "fixes.md": "Fixes",
    "allowances.md": "When a finding is wrong, or wanted",
    "archive.md": "The archive",
    "parser.md": "A parser",
    "machines.md": "For machines",
}
"""Pages that are a section of the README."""
WHOLE = {
    "plugins.md": "plugins/README.md",
    "contributing.md": "CONTRIBUTING.md",
    "changelog.md": "CHANGELOG.md",
}
"""Pages that are a document of the tree."""
_TOLD = {"readme": "README.md", "architecture": "ARCHITECTURE.md"}
_TAKEN = re.compile(r"^<!-- (readme|architecture): (.+) -->$", re.MULTILINE)
_ARTICLE = re.compile(r"^(`{3,})article([^\n]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\((?!https?:)([^)\s]+)\)")
_FENCE = re.compile(r"^(```+)[^\n]*\n.*?^\1$", re.MULTILINE | re.DOTALL)


def on_config(config: Any) -> Any:  # noqa: ANN401 - as MkDocs has it
    """Put the rules, family by family, and the hooks into the table of contents."""
    families: dict[str, list[dict[str, str]]] = {}
    for rule in _rules():
        families.setdefault(rule.family, []).append({rule.id: f"rules/{rule.id}.md"})
    rules = [{"All rules": "rules/index.md"}, *({family: pages} for family, pages in families.items())]
    config.nav.insert(2, {"Rules": rules})
    hooks = [{"All hooks": "hooks/index.md"}, *({hook: f"hooks/{hook}.md"} for hook in _hooks())]
    config.nav[config.nav.index({"Hooks": "hooks/index.md"})] = {"Hooks": hooks}
    return config


def on_files(files: Files, config: Any) -> Files:  # noqa: ANN401
    """Add the pages that are made."""
    made = {page: _section("README.md", heading) for page, heading in SECTIONS.items()}
    made = {page: f"# {SECTIONS[page]}\n\n{text}" for page, text in made.items()}
    made |= {page: (ROOT / document).read_text(encoding="utf-8") for page, document in WHOLE.items()}
    made = {page: _linked(text, page) for page, text in made.items()}
    made["options.md"] = "\n".join(_options())
    made["rules/index.md"] = "\n".join(_overview())
    made |= {f"rules/{rule.id}.md": _rule_page(rule) for rule in _rules()}
    made["hooks/index.md"] = "\n".join(_hooks_in_brief())
    made |= {f"hooks/{hook}.md": _hook_page(hook, heading) for hook, heading in _hooks().items()}
    for page, text in made.items():
        files.append(File.generated(config, page, content=text))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:  # noqa: ANN401
    """Put the sections that a page takes over into it."""
    return _TAKEN.sub(
        lambda found: _linked(_section(_TOLD[found[1]], found[2], within=True), page.file.src_uri), markdown
    )


def _rules() -> list[Rule]:
    return sorted((rule for _, rule in Plugins(()).rules()), key=lambda rule: rule.id)


def _section(document: str, heading: str, *, within: bool = False) -> str:
    """What stands under a heading of a document, for a page of its own or for a place within one."""
    text = (ROOT / document).read_text(encoding="utf-8")
    found = re.search(rf"^(##+) {re.escape(heading)}\n", text, re.MULTILINE)
    if found is None:
        raise KeyError(f"{document} has no section “{heading}”")
    level = len(found[1])
    ends = re.compile(rf"^#{{2,{level}}} ", re.MULTILINE).search(text, found.end())
    body = text[found.end() : ends.start() if ends else None]
    if within:
        return body
    # The section is a page of its own, and what it had as third headings are second ones.
    inner = re.compile(r"^#{2}(#+)(?= )", re.MULTILINE)
    return _outside_of_code(body, lambda prose: inner.sub(r"#\1", prose))


def _outside_of_code(text: str, change: Any) -> str:  # noqa: ANN401 - a function from prose to prose
    """The text with its prose changed and its blocks of code as they are."""
    parts, at = [], 0
    for fence in _FENCE.finditer(text):
        parts += [change(text[at : fence.start()]), fence[0]]
        at = fence.end()
    return "".join((*parts, change(text[at:])))


def _linked(text: str, page: str) -> str:
    """The text with links that lead to pages of the site; of those to other files the words are kept."""
    homes = _homes()
    up = "../" * page.count("/")

    def link(found: re.Match[str]) -> str:
        words, target = found[1], found[2]
        document, _, anchor = target.removeprefix("../").partition("#")
        home = next((name for name, whole in WHOLE.items() if document and document == whole), None)
        if home is None and document in ("", "README.md") and anchor in homes:
            home = homes[anchor]
            anchor = "" if anchor == _slug(SECTIONS.get(home, "")) else anchor
        if home is None:
            return words
        return f"[{words}]({up}{home}{'#' + anchor if anchor else ''})"

    return _outside_of_code(text, lambda prose: _LINK.sub(link, prose))


def _homes() -> dict[str, str]:
    """On which page each heading of the README is found."""
    homes = {}
    for page, heading in SECTIONS.items():
        homes[_slug(heading)] = page
        for inner in re.findall(r"^#+ (.+)$", _section("README.md", heading), re.MULTILINE):
            homes[_slug(inner)] = page
    return homes


def _slug(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-")


def _overview() -> Iterator[str]:
    """Every rule in a line."""
    yield "# Rules\n"
    yield "| rule | severity | what it flags |\n|---|---|---|"
    for rule in _rules():
        yield f"| [{rule.id}]({rule.id}.md) | {_standing(rule)} | {rule.summary} |"


def _standing(rule: Rule) -> str:
    off = "" if rule.default else ", off unless selected"
    return f"{rule.severity}{off}{', with a house style' if rule.points else ''}"


def _rule_page(rule: Rule) -> str:
    """The page of a rule, its articles shown with the marks in them."""
    text = rule.page.read_text(encoding="utf-8")
    title, _, rest = text.partition("\n")
    shown = _ARTICLE.sub(lambda found: _article(found[3], found[2].split()), rest)
    # What the page links to lies in the tree, beside the page, and is shown there.
    shown = _outside_of_code(shown, lambda prose: _LINK.sub(r"\1", prose))
    return f"{title}\n\n*{_standing(rule)}; since {rule.since}*\n{shown}"


def _hooks() -> dict[str, str]:
    """Every hook, in the order of the guide, with its heading there, which gives the arguments."""
    guide = (ROOT / WHOLE["plugins.md"]).read_text(encoding="utf-8")
    return {
        found[2]: found[1] for found in re.finditer(r"^### (`(verify_\w+)\([^)]*\)`)$", guide, re.MULTILINE)
    }


def _hooks_in_brief() -> Iterator[str]:
    """Every hook in a line, in the words of its own docstring."""
    yield "# Hooks\n"
    yield _linked("What a plugin may implement; [how](../plugins/README.md#hooks).\n", "hooks/index.md")
    yield "| hook | what it is for |\n|---|---|"
    for hook in _hooks():
        yield f"| [{hook}]({hook}.md) | {_plain(getattr(hookspecs, hook).__doc__)} |"


def _hook_page(hook: str, heading: str) -> str:
    """The section of the guide about one hook, with its typed signature."""
    signature = str(inspect.signature(getattr(hookspecs, hook))).replace("'", "")
    text = _linked(_section(WHOLE["plugins.md"], heading), f"hooks/{hook}.md")
    return f"# {hook}\n\n```python\ndef {hook}{signature}: ...\n```\n{text}"


def _article(copy: str, words: list[str]) -> str:
    marked = html.escape(copy.strip("\n"), quote=False).replace("[[", "<mark>").replace("]]", "</mark>")
    profile = [word.partition("=")[2] for word in words if word.startswith("profile=")]
    under = f"*Under the house style {profile[0]}:*\n\n" if profile else ""
    return f'{under}<pre class="article">{marked}</pre>'


def _options() -> Iterator[str]:
    """Every command with its options, as the command line describes them."""
    yield "# Commands and options\n"
    yield from _commands(app, "verify")


def _commands(group: click.Group, path: str) -> Iterator[str]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield f"## {path} {name}\n\n{_plain(command.help)}\n"
            yield from _commands(command, f"{path} {name}")
        elif command is not None:
            usage = " ".join(param.make_metavar(click.Context(command)) if _ARITY else param.make_metavar()  # type: ignore[call-arg]
                             for param in command.params if isinstance(param, click.Argument))  # fmt: skip
            yield f"## {path} {name}\n\n`{path} {name} [OPTIONS] {usage}`\n\n{_plain(command.help)}\n"
            yield "| option | meaning | environment |\n|---|---|---|"
            for option in command.params:
                if isinstance(option, click.Option):
                    yield f"| {_names(option)} | {_plain(option.help)} | {_variable(option)} |"
            yield ""


_ARITY = "ctx" in click.Argument.make_metavar.__code__.co_varnames
"""Whether click is of a version that wants to know the context (8.2)."""


def _names(option: click.Option) -> str:
    words = ", ".join(f"`{word}`" for word in (*option.opts, *option.secondary_opts))
    if option.is_flag:
        return words
    choices = "\\|".join(option.type.choices) if isinstance(option.type, click.Choice) else ""
    return f"{words} {option.metavar or choices or option.type.name.upper()}"


def _variable(option: click.Option) -> str:
    return f"`{option.envvar}`" if option.envvar else ""


def _plain(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|").replace("<", "&lt;")
