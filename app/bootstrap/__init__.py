"""The only place that wires rooms together."""

from app.bootstrap.start import run

__all__ = ["run"]
