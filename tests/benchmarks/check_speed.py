"""How much slower is checking a kit than parsing and validating the same documents alone? At most three times.

Run it with `python -m tests.benchmarks.check_speed [DOCUMENTS]`. It makes a kit of 1,000 documents of about 2 kB, and
measures both in turn, in one process, several times, so that a busy machine slows both alike.
"""

import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from yaml import CLoader

from policy_kit.documents import KINDS
from policy_kit.kit import load_kit

ROUNDS = 7
LIMIT = 3.0

COMPANY = "kind: company\nname: Acme\nlanguages: [en, sl]\n"
JOB = """\
kind: job-description
id: job-{number}
title: {{en: Client manager {number}, sl: Skrbnik strank {number}}}
effective: 2026-03-01
reports_to: job-{before}
purpose: Keeps the clients whom the company has, and wins new ones.
duties:
"""
DUTY = """\
  - id: duty-{number}
    text:
      en: Answers every enquiry within one working day, by telephone or by e-mail, and notes it in the client's card.
      sl: Na vsako povpraševanje odgovori v enem delovnem dnevu in ga zapiše v kartico stranke.
    standard: standard-{standard}
"""
STANDARD = """\
kind: standard
id: standard-{number}
title: {{en: Handling a complaint {number}, sl: Reševanje pritožbe {number}}}
effective: 2026-03-01
owner: job-{number}
statement: Whoever complains hears from us the same day.
measure: {{what: answered the same day, target: 95, unit: percent, every: month}}
steps:
"""
STEP = """\
  - id: step-{number}
    do: |
      Write the complaint down in the register, with the client, the shipment and the words of the client.
      Then confirm it by e-mail.
    who: job-{job}
    within: 1 hour
"""


def main(documents: int) -> None:
    """Make the kit, measure both, print the ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write_kit(folder, documents)
        texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yml"))]
        plain = [to_json(text) for text in texts]
        alone, checked = [], []
        for _ in range(ROUNDS):
            alone.append(measure(lambda: parse_and_validate(texts, plain)))
            checked.append(measure(lambda: check(folder)))
    ratio = statistics.median(mine / base for mine, base in zip(checked, alone, strict=True))
    print(f"{documents} documents, {size / documents:.0f} bytes each, median of {ROUNDS} rounds")
    print(f"events and validation alone  {statistics.median(alone) * 1000:7.0f} ms")
    print(f"reading and checking the kit {statistics.median(checked) * 1000:7.0f} ms")
    print(f"ratio                        {ratio:7.2f}   (at most {LIMIT})")
    sys.exit(ratio > LIMIT)


def write_kit(folder: Path, documents: int) -> int:
    """A kit of so many documents, half of them jobs and half standards. Returns its size in bytes."""
    (folder / "standards/jobs").mkdir(parents=True)
    (folder / "standards/service").mkdir()
    (folder / "standards/company.yml").write_text(COMPANY, encoding="utf-8")
    half = documents // 2
    for number in range(half):
        job = JOB.format(number=number, before=max(number - 1, 0))
        job = job.replace("reports_to: job-0\n", "") if number == 0 else job
        job += "".join(DUTY.format(number=n, standard=(number + n) % half) for n in range(6))
        (folder / f"standards/jobs/job-{number}.yml").write_text(job, encoding="utf-8")
        standard = STANDARD.format(number=number)
        standard += "".join(STEP.format(number=n, job=(number + n) % half) for n in range(8))
        (folder / f"standards/service/standard-{number}.yml").write_text(standard, encoding="utf-8")
    return sum(path.stat().st_size for path in folder.rglob("*.yml"))


def to_json(text: str) -> tuple[str, str]:
    """The kind of a document, and its plain data as JSON, made beforehand so that only validating it is measured."""
    data = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506
    if "measure" in data:
        data["measure"]["target"] = int(data["measure"]["target"])
    return data["kind"], json.dumps(data, ensure_ascii=False)


def parse_and_validate(texts: list[str], plain: list[tuple[str, str]]) -> None:
    """What nobody can do without."""
    for text, (kind, data) in zip(texts, plain, strict=True):
        for _ in yaml.parse(text, Loader=CLoader):
            pass
        KINDS[kind].model_validate_json(data, strict=True)


def check(folder: Path) -> None:
    """What we do."""
    problems = load_kit(folder).problems
    assert not problems, problems[:3]


def measure(work: Callable[[], None]) -> float:
    """Seconds of the process for doing `work` once."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
