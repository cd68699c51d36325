"""One settings object, built in the composition root and handed down."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, IPvAnyNetwork, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from app.core.errors import SetupError
from app.core.fetch import host_name

LOOPBACK = ("127.0.0.1", "::1")


class LlmSettings(BaseModel):
    """An OpenAI-compatible model; without `base_url` and `api_key` the rules and templates speak alone."""

    model_config = ConfigDict(extra="forbid")

    base_url: str | None = None
    api_key: SecretStr | None = None
    model: str = "gpt-5-mini"
    first_token_s: float = Field(2.5, gt=0, le=20)
    total_s: float = Field(8.0, gt=0, le=20)
    mail_first_token_s: float = Field(15.0, gt=0, le=60)
    mail_total_s: float = Field(45.0, gt=0, le=60)
    extract_s: float = Field(8.0, gt=0, le=20)
    max_output_chars: int = Field(1200, ge=100, le=4000)

    @property
    def configured(self) -> bool:
        return bool(self.base_url or self.api_key)


class MailSettings(BaseModel):
    """How mail goes out and comes in. Without `smtp_host` it goes to the built-in sink, where nobody but us reads it.

    `lmtp_listen` and `smtp_listen` are `host:port`; `authserv_id` names the server of our own whose
    `Authentication-Results` (RFC 8601) are believed; `brake_per_hour` bounds the automatic mails of the whole house.
    """

    model_config = ConfigDict(extra="forbid")

    smtp_host: str | None = None
    smtp_port: int = Field(587, ge=1, le=65535)
    smtp_tls: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: str | None = None
    smtp_password: SecretStr | None = None
    smtp_timeout_s: float = Field(20.0, gt=0, le=120)
    hello_name: str | None = None
    lmtp_listen: str | None = Field(None, pattern=r"^[^\s:]+:\d{1,5}$")
    smtp_listen: str | None = Field(None, pattern=r"^[^\s:]+:\d{1,5}$")
    authserv_id: str | None = None
    brake_per_hour: int = Field(500, ge=1)


class KnowledgeSettings(BaseModel):
    """Vectors of a model, if one is configured, and whose pages may be fetched.

    With `embeddings_url` any OpenAI-compatible endpoint makes the vectors; `embeddings_class` (`package.module:Class`,
    made with `embeddings_args`) is any LangChain `Embeddings` instead. `fetch_hosts` are the company's own sites.
    """

    model_config = ConfigDict(extra="forbid")

    embeddings_url: str | None = None
    embeddings_api_key: SecretStr | None = None
    embeddings_model: str = "text-embedding-3-small"
    embeddings_class: str | None = Field(None, pattern=r"^[\w.]+:\w+$")
    embeddings_args: dict[str, object] = {}
    embeddings_timeout_s: float = Field(10.0, gt=0, le=120)
    fetch_hosts: tuple[str, ...] = ()

    @field_validator("fetch_hosts")
    @classmethod
    def _are_host_names(cls, hosts: tuple[str, ...]) -> tuple[str, ...]:
        for host in hosts:
            if host_name(host.strip(".")) is None:
                raise ValueError(f"{host!r} is no host name such as www.example.com")
        return hosts


class Settings(BaseSettings):
    """Everything an operator can set, as `SOKUO_…` variables; nested names take two underscores
    (`SOKUO_LLM__API_KEY`).
    """

    model_config = SettingsConfigDict(env_prefix="SOKUO_", env_nested_delimiter="__", extra="ignore")

    data_dir: Path = Path("var")
    database_url: str | None = None
    secret_key: SecretStr | None = None
    public_url: str | None = Field(None, pattern=r"^https?://[^/?#@\s]+/?$")
    trusted_proxies: tuple[IPvAnyNetwork, ...] = ()
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=1, le=65535)
    default_lang: Literal["ja", "en"] = "ja"
    log_style: Literal["console", "json"] = "console"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    max_body_bytes: int = Field(64 * 1024, ge=1024)
    max_message_chars: int = Field(4000, ge=100, le=20000)
    challenges_file: Path | None = None
    allowed_hosts: tuple[str, ...] = ()
    pace: Literal["on", "off"] = "on"
    node: str = "main"
    write_timeout_s: float = Field(8.0, gt=0)
    llm: LlmSettings = LlmSettings()
    mail: MailSettings = MailSettings()
    knowledge: KnowledgeSettings = KnowledgeSettings()

    @classmethod
    def load(cls, **overrides: object) -> Self:
        """Read the environment; a wrong value is a `SetupError` that names the variable."""
        try:
            return cls(**overrides)  # type: ignore[arg-type]
        except ValidationError as error:
            first = error.errors()[0]
            name = "SOKUO_" + "__".join(str(part) for part in first["loc"]).upper()
            raise SetupError("settings_invalid", f"{name}: {first['msg']}") from None
        except SettingsError as error:  # a list or group that is not JSON
            raise SetupError("settings_invalid", str(error)) from None

    @property
    def base_url(self) -> str:
        """Return the address people reach us at, without a slash at its end."""
        host = "localhost" if self.host in LOOPBACK else self.host
        return (self.public_url or f"http://{host}:{self.port}").rstrip("/")

    @property
    def sqlalchemy_url(self) -> str:
        """Return the configured database, or the SQLite file below the data folder."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'sokuo.db').as_posix()}"
