"""The assistant's wiring: the shipped model in its worker, the language's data, and the planner over both."""

from collections.abc import Callable

from app.assistant.language import load_language
from app.assistant.models import shipped_model
from app.assistant.planned import Planned
from app.assistant.planner import Planner
from app.base.paths import resources
from app.base.tasks import CancelToken
from app.domain.plan import Plan
from app.domain.result import Result, ResultRow
from app.domain.vocabulary import Vocabulary
from app.workers.model_client import ModelClient


class RunningPlanner:
    """A planner with its model worker, which starts with the first question that needs it and ends at `close`."""

    def __init__(self) -> None:
        card = shipped_model(resources() / "models")
        self._client = ModelClient(card.files)
        language = load_language(resources() / "language")
        self._planner = Planner(self._client, language, tuned=card.tuned, digest=card.files.digest)
        self._tell: Callable[[str], object] = lambda _model: None
        self._told: int | None = None

    @property
    def model(self) -> str:
        """`sha256:` and the digests of the files in use."""
        return self._planner.model

    def plan(
        self, question: str, vocabulary: Vocabulary, *, conversation: str = "", cancel: CancelToken | None = None
    ) -> Planned:
        """Plan one question; raises ModelRefusedError, WorkerFailedError, PlanRefusedError, CancelledError."""
        planned = self._planner.plan(question, vocabulary, conversation=conversation, cancel=cancel)
        running = self._client.running
        if running is not None and running != self._told:
            self._told = running
            self._tell(self.model)
        return planned

    def follow_plan(self, conversation: str, plan: Plan, *, vocabulary: Vocabulary) -> None:
        """Let the next question of a conversation follow this plan, which the owner chose by hand."""
        self._planner.follow_plan(conversation, plan, vocabulary=vocabulary)

    def remember(self, conversation: str, result: Result, *, only: ResultRow | None = None) -> None:
        """Keep what an answer has shown, for follow-ups that point at it."""
        self._planner.remember(conversation, result, only=only)

    def tell_loads(self, callback: Callable[[str], object]) -> None:
        """Call back with `model` whenever the model was loaded, from now on."""
        self._tell, self._told = callback, None

    def forget(self) -> None:
        """Drop all conversations."""
        self._planner.forget()

    def close(self) -> None:
        """End the model worker, and drop all conversations."""
        self.forget()
        self._client.close()
