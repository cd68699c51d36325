"""From which evidence on this company's documents answer, as measured on themselves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Id, Json


class Calibration(Base):
    """The newest row holds. `fingerprint` is that of the index it was measured with; `curve` is what was printed."""

    __tablename__ = "calibration"

    id: Mapped[Id]
    fingerprint: Mapped[str]
    answer_from: Mapped[float]
    maybe_from: Mapped[float]
    questions: Mapped[int]
    curve: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    at: Mapped[datetime]
