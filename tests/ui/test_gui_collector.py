"""Rings that hold widgets are taken down on the GUI thread, whichever thread makes new objects."""

import subprocess
import sys

_SESSION = """
import gc, os, threading, weakref
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from app.ui.application import make_application
from app.ui.gui_collector import GuiCollector

class Page(QWidget):
    pass

application = make_application(["coffer"])
gui, ended = threading.get_ident(), []
for _ in range(50):
    page = Page()
    page.ring = page
    weakref.finalize(page, lambda: ended.append(threading.get_ident()))
del page
kept = []
worker = threading.Thread(target=lambda: kept.extend([number] for number in range(400_000)))
worker.start()
worker.join()
before = len(ended)
application.findChild(GuiCollector).collect()
print(before, len(ended), {thread == gui for thread in ended})
"""


def test_a_worker_never_ends_a_widget() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SESSION], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "0 50 {True}", done.stdout + done.stderr[-400:]
