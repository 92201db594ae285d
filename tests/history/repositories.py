"""Repositories for tests: small ones made step by step, and large ones full of hostile commits, made in one go."""

import random
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

Texts = dict[str, str]
"""What stands in every file of a commit, by path."""

FOLDERS = ("standards/jobs", "standards/service", "questionnaires/answers")
NAMES = (
    "manager",
    "дежурный по складу",
    "skrbnik strank",
    '"quoted" [1]',
    "-n",
    ":(top)x",
    "a\tb",
    "line\nend",
    "ключ$(x)",
)
WORDS = "клиент client stranka answers отвечает odgovori within за v day день dan complaint жалоба pritožba".split()  # noqa: SIM905
AUTHORS = ("Ana Žnidaršič <ana@example.com>", "Пётр <p@example.com>", "O'Brien, \\x <o@example.com>", " <nobody@x>")
SUBJECTS = ("Edit", "Правка: срок", "", "tabs\tand : colons", "second line\n\nbody\n:100644 not an entry")


def git(folder: Path, *arguments: str, given: bytes | None = None) -> str:
    """What git says in `folder`, or what the test should have known."""
    done = subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, input=given)
    return done.stdout.decode("utf-8", "surrogateescape")


def start(folder: Path) -> Path:
    """An empty repository with an author."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "user.name", "Ana Žnidaršič")
    git(folder, "config", "user.email", "ana@example.com")
    return folder


def commit(folder: Path, summary: str, **author: str) -> str:
    """Commit all that there is, and return the commit's name."""
    git(folder, "add", "--all")
    extra = [f"--{name}={value}" for name, value in author.items()]
    git(folder, "commit", "--quiet", "--allow-empty", "--no-verify", f"--message={summary}", *extra)
    return git(folder, "rev-parse", "HEAD").strip()


@dataclass
class Story:
    """A repository that is being told: commits with what stands in them."""

    chance: random.Random
    trees: list[Texts] = field(default_factory=list)
    parents: list[tuple[int, ...]] = field(default_factory=list)

    def add(self, tree: Texts, *parents: int) -> int:
        """One more commit; its number."""
        self.trees.append(tree)
        self.parents.append(parents)
        return len(self.trees) - 1


def tell_story(commits: int, seed: int) -> Story:
    """So many commits on up to four branches: edits, renames of files and folders, swaps, deletions, odd merges."""
    story = Story(random.Random(seed))  # noqa: S311
    chance = story.chance
    tips = [story.add({f"{FOLDERS[n % 3]}/{name}.yml": write_text(chance) for n, name in enumerate(NAMES)})]
    while len(story.trees) < commits:
        if len(tips) > 1 and chance.random() < 0.25:
            sides = chance.sample(tips, chance.choice([2, 2, 2, min(3, len(tips))]))
            tips = [tip for tip in tips if tip not in sides]
            tips.append(story.add(merge_trees([story.trees[side] for side in sides], chance), *sides))
        elif len(tips) < 4 and chance.random() < 0.2:
            tips.append(story.add(edit_tree(story.trees[tips[0]], chance), tips[0]))
        else:
            place = chance.randrange(len(tips))
            tips[place] = story.add(edit_tree(story.trees[tips[place]], chance), tips[place])
    while len(tips) > 1:
        one, two, *tips = tips
        tips.append(story.add(merge_trees([story.trees[one], story.trees[two]], chance), one, two))
    return story


def write_text(chance: random.Random) -> str:
    """A document of some twenty lines."""
    lines = "".join(f"  - {' '.join(chance.choices(WORDS, k=6))} {chance.randrange(90)}\n" for _ in range(18))
    return f"kind: job-description\nid: job-{chance.randrange(10**6)}\nskills:\n{lines}"


def edit_text(text: str, chance: random.Random) -> str:
    """The same with a line that is new, gone, other or elsewhere."""
    head, lines = text.splitlines(keepends=True)[:3], text.splitlines(keepends=True)[3:]
    place = chance.randrange(len(lines))
    new = f"  - {' '.join(chance.choices(WORDS, k=6))} {chance.randrange(90)}\n"
    edit = chance.randrange(4)
    if edit == 0:
        lines.insert(place, new)
    elif edit == 1 and len(lines) > 9:
        del lines[place]
    elif edit == 2:
        lines.insert(chance.randrange(len(lines)), lines.pop(place))
    else:
        lines[place] = lines[place].replace("за", "до").replace("v ", "na ").rstrip("\n") + " x\n"
    return "".join((*head, *lines))


def edit_tree(tree: Texts, chance: random.Random) -> Texts:
    """The next commit: one to three things that people and scripts do to files."""
    tree = dict(tree)
    for _ in range(chance.randrange(1, 4)):
        path = chance.choice(sorted(tree)) if tree else ""
        act = chance.choice(["edit"] * 6 + ["rename", "rename and edit", "folder", "swap", "delete", "new", "copy"])
        if not tree or act == "new":
            tree[f"{chance.choice(FOLDERS)}/{chance.choice(NAMES)}-{chance.randrange(5)}.yml"] = write_text(chance)
        elif act == "edit":
            tree[path] = edit_text(tree[path], chance)
        elif act.startswith("rename"):
            text = tree.pop(path)
            new = f"{chance.choice(FOLDERS)}/{chance.choice(NAMES)}-{chance.randrange(5)}.yml"
            tree[new] = edit_text(text, chance) if act.endswith("edit") else text
        elif act == "folder":
            old, new = path.rsplit("/", 1)[0], f"standards/{chance.choice(['jobs', 'people', 'service'])}"
            tree = {(new + at[len(old) :] if at.startswith(f"{old}/") else at): text for at, text in tree.items()}
        elif act == "swap":
            other = chance.choice(sorted(tree))
            tree[path], tree[other] = tree[other], tree[path]
        elif act == "delete":
            del tree[path]
        else:
            tree[f"{path.removesuffix('.yml')} copy.yml"] = tree[path]
    return tree


def merge_trees(trees: list[Texts], chance: random.Random) -> Texts:
    """What a merge may make of its sides: mostly one of them, file by file, at times something that nobody wrote."""
    if chance.random() < 0.15:
        return dict(trees[0])  # as `-s ours` does: all that the others did is dropped
    merged: Texts = {}
    for path in sorted({path for tree in trees for path in tree}):
        texts = [tree[path] for tree in trees if path in tree]
        act = chance.random()
        if act < 0.05:
            continue
        merged[path] = edit_text(chance.choice(texts), chance) if act < 0.15 else chance.choice(texts)
    return merged


def write_story(folder: Path, story: Story, prefix: str = "") -> Path:
    """The story as a repository, with its last commit checked out."""
    start(folder)
    stream: list[bytes] = []
    for number, (tree, parents) in enumerate(zip(story.trees, story.parents, strict=True)):
        author, subject = AUTHORS[number % len(AUTHORS)], SUBJECTS[number % len(SUBJECTS)]
        when = f"{1_700_000_000 + number * 3600} {('+0200', '-0930', '+0000')[number % 3]}"
        stream.append(f"commit refs/heads/main\nmark :{number + 1}\nauthor {author} {when}\n".encode())
        stream.append(f"committer {author} {when}\ndata {len(subject.encode())}\n{subject}\n".encode())
        for place, parent in enumerate(parents):
            stream.append(f"{'merge' if place else 'from'} :{parent + 1}\n".encode())
        stream.append(b"deleteall\n")
        for path, text in tree.items():
            content = text.encode()
            stream.append(f"M 100644 inline {quote(prefix + path)}\ndata {len(content)}\n".encode() + content + b"\n")
    git(folder, "fast-import", "--quiet", "--force", given=b"".join(stream))
    git(folder, "reset", "--quiet", "--hard", "main")
    return folder


def quote(path: str) -> str:
    """A path as `git fast-import` reads it."""
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return '"' + "".join(signs.get(sign, sign) for sign in path) + '"'
