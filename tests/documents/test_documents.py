"""The models: frozen, strict, and described in the words of HR people."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from policy_kit.documents import KINDS, Need, NeedKind, Question, has_language, pick_text


def models_of(model: type[BaseModel]) -> set[type[BaseModel]]:
    """A model and all models inside it."""
    found = {model}
    for field in model.model_fields.values():
        for part in _parts(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                found |= models_of(part)
    return found


def _parts(annotation: Any) -> list[Any]:
    inner = [part for argument in getattr(annotation, "__args__", ()) for part in _parts(argument)]
    return [annotation, *inner]


ALL_MODELS = sorted({part for model in KINDS.values() for part in models_of(model)}, key=lambda model: model.__name__)


@pytest.mark.parametrize("model", ALL_MODELS, ids=lambda model: model.__name__)
def test_models_are_frozen_and_know_their_keys(model: type[BaseModel]) -> None:
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_told_by_its_kind_key(kind: str) -> None:
    assert KINDS[kind].model_fields["kind"].annotation.__args__ == (kind,)  # type: ignore[union-attr]


def test_a_need_may_be_only_its_kind() -> None:
    question = Question.model_validate(
        {"id": "a", "text": "?", "needs": ["actor", {"need": "time", "prompt": "When?"}]}
    )
    assert question.needs == (Need(need=NeedKind.ACTOR), Need(need=NeedKind.TIME, prompt="When?"))


def test_an_unknown_need_is_refused() -> None:
    with pytest.raises(ValidationError):
        Need.model_validate("magic")


def test_a_text_falls_back_to_the_first_language() -> None:
    text = {"en": "Hello", "ru": "Привет"}
    assert pick_text(text, "ru", "en") == "Привет"
    assert pick_text(text, "sl", "en") == "Hello"
    assert pick_text("Hello", "sl", "en") == "Hello"
    assert has_language(text, "ru", "en")
    assert not has_language(text, "sl", "en")
    assert has_language("Hello", "en", "en")
    assert not has_language("Hello", "ru", "en")
