"""Opens the form to this machine, and keeps it open until it is closed."""

import contextlib
import socket
import sys
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

import uvicorn
from starlette.types import ASGIApp

from policy_kit.actions.committing import commit_session
from policy_kit.errors import PolicyKitError, UsageError
from policy_kit.languages import Phrases
from policy_kit.web.app import make_app
from policy_kit.web.form import Form
from policy_kit.web.guards import GUARDS, Guard

LOOPBACK = "127.0.0.1"
REFUSED = 1


def serve_kit(folder: Path, phrases: Phrases, *, port: int, opens_browser: bool, commit: bool) -> int:
    """Serve the form for the kit in `folder` until the user closes it; the exit status.

    `port` 0 is any that is free. With `commit`, the answers given here are recorded in git at the end.
    """
    with listen(port, phrases) as listener:
        form = Form(folder.absolute(), phrases, listener.getsockname()[1], _tell, lambda: None)
        server = make_server(form)
        address = form.make_address()
        _tell(phrases("form.served", address=address))
        if opens_browser:
            Thread(target=open_browser, args=(address,), daemon=True).start()
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listener])
    _tell(phrases("form.closed"))
    return _commit(form) if commit else 0


def listen(port: int, phrases: Phrases) -> socket.socket:
    """A port of this machine that no other machine can reach. Raises `UsageError` when it is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let a second program take the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # An answer is sent in two pieces: waiting for word of the first would take longer than the answer.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listener.bind((LOOPBACK, port))
        listener.listen()  # at once: the address is told before the server runs, and nobody is refused meanwhile
    except OSError:
        listener.close()
        raise UsageError(phrases("form.no-port", port=port)) from None
    return listener


def make_server(form: Form, guards: Sequence[Guard] = GUARDS) -> uvicorn.Server:
    """The server that shows a form, and that the form can close."""
    server = make_quiet_server(make_app(form, guards), patience=3)

    def close() -> None:
        server.should_exit = True

    form.close = close
    return server


def make_quiet_server(app: ASGIApp, *, patience: int) -> uvicorn.Server:
    """A server for this machine that says nothing: the terminal belongs to our own sentences.

    At the end it waits `patience` seconds for answers that are under way.
    """
    config = uvicorn.Config(
        app,
        log_level="critical",
        access_log=False,
        lifespan="off",
        http="h11",
        ws="none",
        loop="asyncio",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=patience,
        h11_max_incomplete_event_size=64 * 1024,
    )
    return uvicorn.Server(config)


def open_browser(address: str) -> None:
    """Opens the user's browser. Some browsers write into the terminal when they start; that is theirs, not ours."""
    with contextlib.suppress(webbrowser.Error, OSError):
        webbrowser.open(address)


def _commit(form: Form) -> int:
    try:
        recorded = commit_session(form.folder, form.written, form.phrases)
    except PolicyKitError as error:
        _tell(str(error))
        return REFUSED
    if recorded:
        _tell(form.phrases("form.committed", commit=recorded))
    return 0


def _tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
