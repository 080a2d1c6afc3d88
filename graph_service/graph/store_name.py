"""How people name a store: by its folder, or by the address of an endpoint, whose password is shown to nobody."""


def is_remote(store: str) -> bool:
    """Whether a store is an endpoint and not a folder."""
    return store.startswith(("http://", "https://"))


def shown(written: str) -> str:
    """Return an address without its login, for people and logs; a folder as it is.

    >>> shown("http://dba:secret@localhost:8890/sparql"), shown("store")
    ('http://localhost:8890/sparql', 'store')
    """
    return ",".join(_without_login(part) for part in written.split(",")) if "://" in written else written


def _without_login(url: str) -> str:
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{path}"
