"""Opens the preview to this machine, and looks after the files until it is ended with Ctrl-C."""

import sys
import time
from pathlib import Path
from threading import Event, Thread

from policy_kit.actions.previewing import Preview
from policy_kit.languages import Phrases
from policy_kit.web.preview.app import PreviewApp
from policy_kit.web.preview.news import News
from policy_kit.web.serving import listen, make_quiet_server, open_browser

SHORTEST = 0.04
"""Seconds between two looks at the files; longer where a look is much work, so that it is never much of all work. What
a look only waits for does not count: while a page is made, it waits for that."""
SHARE = 15


def serve_preview(folder: Path, phrases: Phrases, *, port: int, opens_browser: bool) -> int:
    """Serve the handbook of the kit in `folder` until the user ends it, which raises `KeyboardInterrupt`.

    `port` 0 is any that is free. Raises `UsageError` when the port is taken.
    """
    with listen(port, phrases) as listener:
        number = listener.getsockname()[1]
        preview, news, ended = Preview(folder.absolute(), phrases), News(), Event()
        preview.look()
        news.tell(preview.version)
        server = make_quiet_server(PreviewApp(preview, news, number), patience=1)
        Thread(target=watch, args=(preview, news, ended), daemon=True).start()
        address = f"http://127.0.0.1:{number}/"
        print(phrases("site.preview.served", address=address), file=sys.stderr, flush=True)
        if opens_browser:
            Thread(target=open_browser, args=(address,), daemon=True).start()
        try:
            server.run(sockets=[listener])
        finally:
            ended.set()
    return 0


def watch(preview: Preview, news: News, ended: Event) -> None:
    """Looks again and again. A change is told when the languages that were looked at have taken it in."""
    pause = SHORTEST
    while not ended.wait(pause):
        start = time.thread_time()
        if preview.look():
            news.tell(preview.version)
        else:
            pause = max(SHORTEST, SHARE * (time.thread_time() - start))
