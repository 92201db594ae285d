"""Builds the site of one language in a process of its own, so that several are built at the same time.

`python -m policy_kit.handbook.site_process` reads a job as JSON and writes the warnings as JSON.
"""

import gc
import json
import sys
from typing import Any

from policy_kit.handbook.job import SiteJob
from policy_kit.handbook.site_building import build_site


def answer_job(job: SiteJob) -> dict[str, Any]:
    """The warnings of a build, or why there is no site: whatever a page holds, whoever asked for it gets an answer."""
    try:
        return {"warnings": build_site(job)}
    except Exception as error:
        return {"error": str(error) or type(error).__name__}


if __name__ == "__main__":
    gc.set_threshold(
        100_000
    )  # a short life with many lasting objects: looking for garbage would be a tenth of the time
    print(json.dumps(answer_job(SiteJob.from_json(sys.stdin.read()))))
