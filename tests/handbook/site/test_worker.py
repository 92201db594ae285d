"""Workers do not outlive the build, whatever happens, and one that dies is an error and no silence."""

from pathlib import Path

import pytest

from policy_kit.handbook.building import make_jobs
from policy_kit.handbook.site import worker as workers
from policy_kit.handbook.site.job import SiteJob
from policy_kit.handbook.site.worker import SiteWorker, get_ready
from policy_kit.handbook.written_pages import WrittenPages
from policy_kit.kit import load_kit
from tests.handbook.kits import SAMPLE, TODAY


@pytest.fixture
def job(tmp_path: Path) -> SiteJob:
    return next(iter(make_jobs(load_kit(SAMPLE, "en", TODAY), {}, tmp_path / "site", public=False)))


def test_a_worker_that_got_ready_takes_the_first_job(job: SiteJob, tmp_path: Path) -> None:
    with get_ready():
        (early,) = workers._spare
        with SiteWorker(tmp_path / "exchange") as worker:
            assert worker._process is early
            worker.start(job)
            worker.send_pages()
            assert worker.finish() == {"warnings": []}
    assert (tmp_path / "site/en/index.html").is_file()


def test_a_worker_that_nobody_needs_is_sent_home() -> None:
    with get_ready():
        (process,) = workers._spare
    assert process.returncode is not None
    assert workers._spare == []


def test_a_worker_that_dies_is_an_error(job: SiteJob, tmp_path: Path) -> None:
    with SiteWorker(tmp_path / "exchange") as worker:
        worker._process.kill()
        worker._process.wait()
        worker.start(job)
        worker.send_pages()
        assert worker.finish() == {"error": "-9"}


def test_a_worker_that_dies_among_the_pages_is_an_error(
    job: SiteJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SiteWorker(tmp_path / "exchange") as worker:

        def die(_: WrittenPages, uri: str) -> str:
            worker._process.kill()
            worker._process.wait()
            return uri

        monkeypatch.setattr(WrittenPages, "__getitem__", die)
        worker.start(job)
        worker.send_pages()
        assert worker.finish() == {"error": "-9"}


def test_what_a_page_refuses_is_told(job: SiteJob, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("no folder")
    with SiteWorker(tmp_path / "exchange") as worker:
        worker.start(job)
        worker.send_pages()
        assert "Not a directory" in worker.finish()["error"]
