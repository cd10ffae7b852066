"""The Qt application: its name, its message handler, and its settings for every machine."""

import logging
import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.base.log import logger, shown
from app.presenters.text import Words
from app.ui.gui_collector import GuiCollector
from app.ui.lasting_constants import keep_constants

_SCALE = "QT_SCALE_FACTOR"
_SCALED_BY_US = "COFFER_SCALED"
_AS_IT_IS = 100
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def make_application(arguments: list[str] | None = None) -> QApplication:
    """The one application object; no network module of Qt is ever loaded by it."""
    keep_constants()
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    application = QApplication(arguments if arguments is not None else sys.argv[:1])
    application.setApplicationName(Words.APP)
    application.setApplicationDisplayName(Words.APP)
    application.setDesktopFileName(Words.APP.lower())
    QLocale.setDefault(QLocale.system())
    GuiCollector(application)
    return application


def scale_text(percent: int) -> None:
    """Draw everything larger or smaller, 100 for the system's size; before the application is made."""
    if percent != _AS_IT_IS and _SCALE not in os.environ:
        os.environ[_SCALE] = f"{percent / _AS_IT_IS:g}"
        os.environ[_SCALED_BY_US] = "1"


def forget_scale() -> None:
    """Let the process that takes this one's place read the setting again."""
    if os.environ.pop(_SCALED_BY_US, ""):
        os.environ.pop(_SCALE, None)


def log_qt_messages() -> Callable[[], object]:
    """Send what Qt says into the log; gives back what undoes it."""
    qt_log = logger("qt")

    def take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", shown(context.category or "qt"), message)

    earlier = qInstallMessageHandler(take)
    return lambda: qInstallMessageHandler(earlier)
