"""The building of one site in a process of its own, so that several are built at the same time.

`python -m policy_kit.handbook.site.process` reads the name of a file and a job, each a line of its input, says which
pages it needs, takes their Markdown from that file, and says at last what it has to warn of. Everything that it reads
and says is JSON.
"""

import gc
import json
import os
import sys
from pathlib import Path


def main() -> None:
    """Answers one job: with the warnings of the build or, whatever a page holds, with the reason of its end."""
    gc.set_threshold(100_000)  # a short life with many lasting things: looking for garbage would be a tenth of it
    from policy_kit.handbook.site.building import build_site
    from policy_kit.handbook.site.job import SiteJob
    from policy_kit.handbook.site.sent_pages import SentPages

    given = sys.stdin.buffer
    try:
        path = Path(json.loads(given.readline()))
        job = SiteJob.from_json(given.readline(), lambda uris: SentPages(uris, path, given, _ask))
        _say({"warnings": build_site(job)})
    except Exception as error:
        _say({"error": str(error) or type(error).__name__})


def _ask(uris: list[str]) -> None:
    _say({"wanted": uris})


def _say(answer: object) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
    os._exit(0)  # to take everything apart at the end would be another tenth
