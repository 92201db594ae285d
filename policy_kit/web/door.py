"""Who may come in: an address that works once is exchanged for a cookie that no script can read."""

import secrets


class Door:
    """The keys to one running form."""

    def __init__(self, port: int) -> None:
        self.cookie_name = f"policy-kit-{port}"
        """Cookies do not know ports, so two forms at the same time need two names."""
        self._pass = secrets.token_urlsafe(32)
        self._key = secrets.token_urlsafe(32)
        self._used: set[str] = set()

    @property
    def key(self) -> str:
        """The key that stands in the next address; it works once."""
        return self._key

    def turn(self, key: str) -> str | None:
        """The cookie's value for a key that fits; the key is spent."""
        if not secrets.compare_digest(key.encode("utf-8", "replace"), self._key.encode()):
            return None
        self._used.add(self._key)
        self._key = secrets.token_urlsafe(32)
        return self._pass

    def was_used(self, key: str) -> bool:
        """Whether this key once fitted."""
        return key in self._used

    def knows(self, cookie: str) -> bool:
        """Whether a cookie is ours."""
        return secrets.compare_digest(cookie.encode("utf-8", "replace"), self._pass.encode())
