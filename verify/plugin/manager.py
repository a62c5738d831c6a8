"""The one façade over pluggy: a typed method for each hook; a plugin that fails is named and skipped.

The parts of the house are asked by the names of the hooks; where there is no plugin, pluggy is not imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from verify.check.bounds import Unfit
from verify.check.rule import Rule
from verify.check.setup import Identifier, Judge, Memory
from verify.mark.order import Engine, Marker
from verify.model.finding import Problem
from verify.model.profile import ProfileFile
from verify.plugin import builtin
from verify.plugin.failures import hook_faults, rule_fault, words_of
from verify.plugin.installed import Installed, installed
from verify.read.reader import Reader
from verify.report.report import Reporter

if TYPE_CHECKING:
    import pluggy

    from verify.check.outcome import Report
    from verify.lexicon.offered import Lexicon
    from verify.model.article import Article
    from verify.model.finding import Finding, Judgement
    from verify.model.marks import Mention
    from verify.model.roster import Record
    from verify.store.facts import Fact

OURS = "verify"
_MOST = 100_000
"""Parts that one hook may give."""
Part = TypeVar("Part")
Named = TypeVar("Named", Engine, Reporter, ProfileFile)


class Load(Struct, frozen=True):
    """How a plugin was loaded: the name that it goes by, the seconds, and whether it could be."""

    plugin: Installed
    name: str
    seconds: float
    well: bool


class Plugins:
    """The built-in parts and those of `found` that could be loaded; `problems` grows as others fail."""

    def __init__(self, found: Iterable[Installed] | None = None) -> None:
        self.problems: list[Problem] = []
        self.found = installed() if found is None else tuple(found)
        self._names = [OURS]
        self.loads: list[Load] = []
        self._profiles: dict[str, Path] | None = None
        for plugin in self.found:
            self._load(plugin)

    @cached_property
    def _manager(self) -> pluggy.PluginManager:
        import pluggy

        from verify.plugin import hookspecs

        manager = pluggy.PluginManager("verify")
        manager.add_hookspecs(hookspecs)
        return manager

    def _load(self, plugin: Installed) -> None:
        """Import and register one plugin; whatever it raises is told and costs nobody else anything."""
        # Two plugins of one distribution are told apart by the names of their entry points.
        name = str(plugin) if str(plugin) not in self._names else f"{plugin} ({plugin.name})"
        since = perf_counter()
        try:
            module = plugin.entry.load()
            faults = tuple(hook_faults(module, partial(self._marked, module)))
            if not faults:
                self._manager.register(module, name)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin may raise anything on import
            if self._manager.has_plugin(name):
                self._manager.unregister(name=name)
            faults = (words_of(error),)
        if faults:
            told = (Problem(_plugin(name), f"cannot be loaded: {fault}") for fault in faults)
            self.problems.extend(told)
        else:
            self._names.append(name)
        self.loads.append(Load(plugin, name, perf_counter() - since, not faults))

    def _marked(self, plugin: object, name: str) -> bool:
        """Whether a name of a plugin bears the mark of a hook; raises for one that wraps those of others."""
        marks = self._manager.parse_hookimpl_opts(plugin, name)
        if marks and (marks.get("wrapper") or marks.get("hookwrapper")):
            # Each plugin answers for itself alone.
            raise TypeError(f"{name} is a hook wrapper, which verify has no use for")
        return marks is not None

    def readers(self) -> tuple[Reader, ...]:
        """Every reader, ours first."""
        return tuple(part for _, part in self._parts("verify_readers", Reader))

    def markers(self) -> tuple[Marker, ...]:
        """Every marker, ours first, so that a plugin's takes the place of ours."""
        return tuple(part for _, part in self._parts("verify_markers", Marker))

    def engines(self) -> dict[str, Engine]:
        """Every engine by its name; of two with one name the first is kept."""
        return self._named("verify_engines", Engine, "engine")

    def rules(self) -> tuple[tuple[str, Rule], ...]:
        """Every rule with the plugin it comes from, by id; of two with one id the first is kept."""
        kept: dict[str, tuple[str, Rule]] = {}
        for name, rule in self._parts("verify_rules", Rule):
            # Ours are whole (tests see to it), and to look at them would import them all.
            if name != OURS and (fault := rule_fault(rule)):
                self.problems.append(Problem(_plugin(name), f"{fault}; it is left out"))
            elif rule.id in kept:
                message = f'rule "{rule.id}" is left out: {kept[rule.id][0]} has one of that name; rename it'
                self.problems.append(Problem(_plugin(name), message))
            else:
                kept[rule.id] = (name, rule)
        return tuple(kept[rule] for rule in sorted(kept))

    def reporters(self) -> dict[str, Reporter]:
        """Every output format by its name; of two with one name the first is kept."""
        return self._named("verify_reporters", Reporter, "format")

    def profiles(self) -> dict[str, Path]:
        """Every house style by its name; of two with one name the first is kept. Plugins are asked once."""
        if self._profiles is None:
            found = self._named("verify_profiles", ProfileFile, "profile")
            self._profiles = {name: profile.path for name, profile in found.items()}
        return self._profiles

    def memories(self) -> tuple[Memory, ...]:
        """What each plugin remembers of an article; the run calls it, and names it where it raises."""
        return tuple(Memory(name, partial(_remember, call)) for name, call in self._callers("verify_facts"))

    def judges(self) -> tuple[Judge, ...]:
        """Who may take findings otherwise; the run calls them, and names one that raises."""
        return tuple(Judge(name, partial(_judge, call)) for name, call in self._callers("verify_judge"))

    def identifiers(self) -> tuple[Identifier, ...]:
        """Who may say who somebody is; the run calls them, and names one that raises."""
        found = self._callers("verify_identify")
        return tuple(Identifier(name, partial(_identify, call)) for name, call in found)

    def lexicons(self, language: str) -> tuple[Lexicon, ...]:
        """The words of a language that plugins add; one that is not sound is told, and left out."""
        from verify.lexicon.offered import Lexicon, fault

        kept = []
        for name, lexicon in self._parts("verify_lexicons", Lexicon, language=language):
            if wrong := fault(lexicon):
                message = f"verify_lexicons gave a Lexicon that is none: {wrong}"
                self.problems.append(Problem(_plugin(name), message))
            else:
                kept.append(lexicon)
        return tuple(kept)

    def implemented(self, hook: str) -> bool:
        """Whether any plugin implements the hook."""
        return any(True for _ in self._callers(hook))

    def owners(self) -> tuple[tuple[str, ...], ...]:
        """Whose each of the rules, readers, marks, reporters and profiles is."""
        kinds: Mapping[str, type[Any]] = {
            "verify_readers": Reader,
            "verify_markers": Marker,
            "verify_reporters": Reporter,
            "verify_profiles": ProfileFile,
        }
        rules = tuple(owner for owner, _ in self.rules())
        return (rules, *(tuple(owner for owner, _ in self._parts(*one)) for one in kinds.items()))

    def hooks_of(self, name: str) -> tuple[str, ...]:
        """The hooks that a loaded plugin implements."""
        plugin = self._manager.get_plugin(name)
        return tuple(sorted(caller.name for caller in self._manager.get_hookcallers(plugin) or ()))

    def commands(self, commands: Any) -> None:  # noqa: ANN401 - a click group; click stays unimported here
        """Let every plugin add its commands to the group."""
        self._tell("verify_commands", commands=commands)

    def done(self, report: Report) -> None:
        """Tell every plugin of the finished run."""
        self._tell("verify_done", report=report)

    def plugins(self) -> tuple[str, ...]:
        """The plugins that were loaded, with their versions."""
        return tuple(self._names[1:])

    def _callers(self, hook: str) -> Iterator[tuple[str, Callable[..., Any]]]:
        """Each plugin that implements the hook, ours first, with a call that reaches it alone."""
        # One by one: called together, the first that raises would lose what the others give.
        if ours := getattr(builtin, hook, None):
            yield OURS, ours
        if len(self._names) > 1:
            have = {impl.plugin_name: impl for impl in getattr(self._manager.hook, hook).get_hookimpls()}
            for name in self._names[1:]:
                if name in have:
                    yield name, partial(_call, have[name])

    def _parts(self, hook: str, kind: type[Part], **values: Any) -> Iterator[tuple[str, Part]]:  # noqa: ANN401 - whatever the hook takes
        """What each plugin offers under the hook; a Problem that it offers instead is passed on."""
        for name, call in self._callers(hook):
            try:
                parts = list(islice(_each(call(**values), kind), _MOST))
            except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin may raise anything
                self._failed(name, hook, error)
                continue
            for part in parts:
                if isinstance(part, kind):
                    yield name, part
                elif isinstance(part, Problem):
                    self.problems.append(part)
                else:
                    message = f"{hook} gave a {type(part).__name__}, not a {kind.__name__}"
                    self.problems.append(Problem(_plugin(name), message))

    def _named(self, hook: str, kind: type[Named], word: str) -> dict[str, Named]:
        """What all plugins offer under the hook by its name; of two with one name the first is kept."""
        kept: dict[str, Named] = {}
        for owner, part in self._parts(hook, kind):
            if part.name in kept:
                message = f'{word} "{part.name}" is skipped: there is one of that name'
                self.problems.append(Problem(_plugin(owner), message))
            else:
                kept[part.name] = part
        return kept

    def _tell(self, hook: str, **values: Any) -> None:  # noqa: ANN401 - whatever the hook takes
        for name, call in self._callers(hook):
            try:
                call(**values)
            except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin may raise anything
                self._failed(name, hook, error)

    def _failed(self, name: str, what: str, error: BaseException) -> None:
        told = f"{what} {error}" if isinstance(error, Unfit) else f"{what}: {words_of(error)}"
        self.problems.append(Problem(_plugin(name), told))


def _call(hook: pluggy.HookImpl, **values: Any) -> Any:  # noqa: ANN401 - whatever the hook takes and gives
    """Call one implementation with the arguments that it names."""
    return hook.function(**{name: values[name] for name in hook.argnames})


def _remember(call: Callable[..., Any], article: Article) -> list[Fact]:
    return list(call(article=article) or ())


def _judge(call: Callable[..., Any], finding: Finding, article: Article) -> Judgement | None:
    judgement: Judgement | None = call(finding=finding, article=article)
    return judgement


def _identify(call: Callable[..., Any], mention: Mention, article: Article) -> Record | None:
    record: Record | None = call(mention=mention, article=article)
    return record


def _each(parts: Any, kind: type[Part]) -> Iterable[Any]:  # noqa: ANN401 - whatever a hook gives
    """What a hook gives, one by one; None is nothing."""
    if parts is None:
        return ()
    if isinstance(parts, (str, bytes)) or not isinstance(parts, Iterable):
        raise Unfit(f"gave a {type(parts).__name__}, not several of {kind.__name__}")
    return parts


def _plugin(name: str) -> str:
    return name if name == OURS else f"plugin {name}"
