"""Contrast between two colours, as WCAG 2.2 defines it (success criterion 1.4.3)."""

_CHANNEL_STEPS = 255
_LINEAR_BELOW = 0.04045


def contrast_ratio(first: str, second: str) -> float:
    """The ratio 1 to 21 between two #RRGGBB colours; order does not matter."""
    lighter, darker = sorted((relative_luminance(first), relative_luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def relative_luminance(colour: str) -> float:
    """The WCAG relative luminance, 0 to 1, of a #RRGGBB colour."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / _CHANNEL_STEPS) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= _LINEAR_BELOW:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
