"""Round steps for a vertical axis, in whole minor units."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """The marks of an axis, lowest first; always holds zero."""

    marks: tuple[int, ...]

    @property
    def low(self) -> int:
        """The lowest mark."""
        return self.marks[0]

    @property
    def high(self) -> int:
        """The highest mark."""
        return self.marks[-1]

    def share(self, amount: int) -> float:
        """How far up the axis an amount lies, 0 at the lowest mark and 1 at the highest."""
        return (amount - self.low) / (self.high - self.low)


def round_axis(lowest: int, highest: int, *, steps: int = 3) -> Axis:
    """An axis that holds zero, both amounts, and about this many steps of 1, 2 or 5 times a power of ten."""
    low, high = min(0, lowest), max(0, highest)
    step = _round_up(max(1, (high - low) // steps))
    first = -(-low // step) if low % step == 0 else low // step
    last = -(-high // step)
    if first == last:
        last = first + 1
    return Axis(tuple(step * at for at in range(first, last + 1)))


def _round_up(size: int) -> int:
    power = 1
    while power * 10 <= size:
        power *= 10
    return next(power * times for times in (1, 2, 5, 10) if power * times >= size)
