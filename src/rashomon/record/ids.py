"""Ids come from content, so the same input has the same ids on every machine and at every run."""

from hashlib import sha256

ID_LENGTH = 16
"""Hex digits of an id: 64 bits, so that among a hundred million ids a clash has odds of about 1 in 3,700."""


def content_id(*parts: str | int | None) -> str:
    """Sixteen hex digits of the SHA-256 of the parts; None and "" differ, and so do ("ab", "c") and ("a", "bc")."""
    digest = sha256()
    for part in parts:
        word = b"\x00" if part is None else b"\x01" + str(part).encode("utf-8", "surrogatepass")
        digest.update(len(word).to_bytes(8, "big") + word)
    return digest.hexdigest()[:ID_LENGTH]
