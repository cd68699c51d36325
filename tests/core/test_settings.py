"""A setting that cannot be read is named; nobody has to read a traceback."""

from __future__ import annotations

import pytest

from app.core.errors import SetupError
from app.core.settings import Settings


@pytest.mark.parametrize(
    ("variable", "value", "named"),
    [
        ("SOKUO_PORT", "eighty", "SOKUO_PORT"),
        ("SOKUO_LLM__TOTAL_S", "900", "SOKUO_LLM__TOTAL_S"),
        ("SOKUO_ALLOWED_HOSTS", "www.example.com", "allowed_hosts"),
        *(
            (
                "SOKUO_KNOWLEDGE__FETCH_HOSTS",
                f'["www.minato.example", "{host}"]',
                "SOKUO_KNOWLEDGE__FETCH_HOSTS.*no host",
            )
            for host in (
                "https://minato.example",
                "minato.example:443",
                "minato.example/faq",
                "10.0.0.1",
                "*.example",
                "",
            )
        ),
    ],
)
def test_a_setting_that_cannot_be_read_is_named(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, named: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SetupError, match=named) as refused:
        Settings.load()
    assert refused.value.code == "settings_invalid"


def test_the_companys_own_hosts_are_names_in_any_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOKUO_KNOWLEDGE__FETCH_HOSTS", '["www.minato.example", "料金.example"]')
    assert Settings.load().knowledge.fetch_hosts == ("www.minato.example", "料金.example")
