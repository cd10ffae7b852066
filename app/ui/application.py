"""The Qt application: its name, its message handler, and its settings for every machine."""

import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.base.log import logger, shown
from app.presenters.text import Words

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def make_application(arguments: list[str] | None = None) -> QApplication:
    """The one application object; no network module of Qt is ever loaded by it."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    application = QApplication(arguments if arguments is not None else sys.argv[:1])
    application.setApplicationName(Words.APP)
    application.setApplicationDisplayName(Words.APP)
    application.setDesktopFileName(Words.APP.lower())
    QLocale.setDefault(QLocale.system())
    return application


def log_qt_messages() -> Callable[[], object]:
    """Send what Qt says into the log; gives back what undoes it."""
    qt_log = logger("qt")

    def take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", shown(context.category or "qt"), message)

    earlier = qInstallMessageHandler(take)
    return lambda: qInstallMessageHandler(earlier)
