"""Compares two pictures, forgiving what another font rasteriser may change and nothing more."""

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

Pixels = npt.NDArray[np.int16]
_FAR = 40
_CELL = 40


def pixels(image: QImage) -> Pixels:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(plain.constBits(), dtype=np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return lines[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).astype(np.int16)


def difference(one: QImage, other: QImage) -> float:
    """The largest share, 0 to 1, of clearly different pixels in any cell of 40 by 40; 1 for another size."""
    if one.size() != other.size():
        return 1.0
    far = (abs(pixels(one) - pixels(other)).max(axis=2) > _FAR).astype(np.float64)
    rows, columns = (length // _CELL * _CELL for length in far.shape)
    cells = far[:rows, :columns].reshape(rows // _CELL, _CELL, columns // _CELL, _CELL)
    return float(cells.mean(axis=(1, 3)).max())
