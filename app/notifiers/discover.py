"""Find the providers: every file in this folder that has a `make`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import app.notifiers
from app.bus.port import Bus
from app.notifiers.port import Make, Notifier


def discover(bus: Bus) -> tuple[Notifier, ...]:
    """Return the notifiers that are configured, by name."""
    found = [made for make in makers().values() if (made := make(bus)) is not None]
    return tuple(sorted(found, key=lambda notifier: notifier.name))


def makers() -> dict[str, Make]:
    """Return every provider's `make` by the name of its file."""
    names = [module.name for module in iter_modules(app.notifiers.__path__)]
    modules = {name: import_module(f"app.notifiers.{name}") for name in names}
    return {name: module.make for name, module in modules.items() if hasattr(module, "make")}
