"""Keys, encryption of contact data, look-up by HMAC, token hashes."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.core import private_files
from app.core.errors import SetupError

NONCE_BYTES = 12
VERSION = b"\x01"


@dataclass(frozen=True, slots=True)
class Vault:
    """Seals what identifies a person (AES-256-GCM) and makes it findable without being readable (HMAC-SHA-256).

    All keys derive from one secret (HKDF, RFC 5869); the first byte of a sealed value names the key generation.
    """

    _cipher: AESGCM
    _lookup_key: bytes
    signing_key: str

    def seal(self, plain: str) -> bytes:
        """Return `plain` encrypted; the same text gives another value each time."""
        return self.seal_bytes(plain.encode())

    def seal_bytes(self, plain: bytes) -> bytes:
        """Return bytes encrypted, as they came."""
        nonce = os.urandom(NONCE_BYTES)
        return VERSION + nonce + self._cipher.encrypt(nonce, plain, VERSION)

    def open(self, sealed: bytes) -> str:
        """Return the text of a sealed value; `SetupError` if it was sealed with another secret."""
        return self.open_bytes(sealed).decode()

    def open_bytes(self, sealed: bytes) -> bytes:
        """Return sealed bytes as they were; `SetupError` if they were sealed with another secret."""
        nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        try:
            return self._cipher.decrypt(nonce, body, sealed[:1])
        except InvalidTag:
            raise SetupError("secret_mismatch", "stored contact data was encrypted with another secret key") from None

    def open_or_none(self, sealed: bytes | None) -> str | None:
        """Return the text, or None where nothing is stored."""
        return None if sealed is None else self.open(sealed)

    def lookup(self, kind: str, value: str) -> bytes:
        """Return the search key of an address or number: equal after NFKC, case folding and trimming."""
        normal = unicodedata.normalize("NFKC", value).strip().casefold()
        return hmac.digest(self._lookup_key, f"{kind}:{normal}".encode(), "sha256")

    def sign(self, purpose: str, data: bytes) -> bytes:
        """Return the HMAC-SHA-256 of `data`, another one for each purpose."""
        return hmac.digest(self.signing_key.encode(), purpose.encode() + b"\0" + data, "sha256")


def derive_vault(secret: str) -> Vault:
    """Return the vault whose keys derive from `secret` (at least 32 characters)."""
    if len(secret) < 32:
        raise SetupError("secret_too_short", "SOKUO_SECRET_KEY needs at least 32 characters")

    def key(purpose: str) -> bytes:
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"sokuo:{purpose}".encode()).derive(secret.encode())

    return Vault(AESGCM(key("seal")), key("lookup"), base64.urlsafe_b64encode(key("sign")).decode())


def load_secret(data_dir: Path, configured: str | None = None) -> str:
    """Return the configured secret, or the one in `secret.key`, made on first run readable by the owner alone."""
    if configured:
        return configured
    path = data_dir / "secret.key"
    try:
        private_files.make_folder(data_dir)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return _read_secret(path)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            secret = secrets.token_urlsafe(48)
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        return secret
    except OSError as error:
        raise SetupError("data_dir_unusable", f"cannot use {data_dir}: {error.strerror}") from None


def _read_secret(path: Path) -> str:
    if private_files.exposed(path):
        raise SetupError("secret_exposed", f"{path} is readable by others; run: chmod 600 {path}")
    secret = path.read_text(encoding="ascii").strip()
    if not secret:
        raise SetupError("secret_empty", f"{path} is empty; restore it from your backup")
    return secret


def hash_token(token: str) -> bytes:
    """Return what is stored of a random token (SHA-256; it has 256 bits, so no salt or stretching is needed)."""
    return hashlib.sha256(token.encode()).digest()
