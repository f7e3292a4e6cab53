"""The QApplication of this program: one style on every machine, Vietnamese numbers and buttons, a readable face."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from nscl_desktop.resource_files import resource_path

STYLE = "Fusion"
WINDOWS_FACE = "Segoe UI"
BUNDLED_FACE = "Be Vietnam Pro Tabular"
BASE_POINTS = 10.0
"""13⅓ px at 100 %: what Windows' own programs use; the screen's scaling does the rest."""


def make_application(arguments: Sequence[str]) -> QApplication:
    """The one QApplication, ready for windows."""
    # The style by its name on the command line: naming it in Python would load a large class before the first paint.
    application = QApplication([*arguments, "-style", STYLE])
    dress(application)
    return application


def dress(application: QApplication) -> None:
    """Name, locale, face and language; the same on every machine."""
    application.setApplicationName("nscl-desktop")
    application.setApplicationDisplayName("NSCL Desktop")
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    application.setFont(_face())
    translate_standard_texts(application)


def translate_standard_texts(application: QApplication) -> bool:
    """Have Qt's own buttons, menus and dialogs speak Vietnamese; False if the translation does not load."""
    translator = QTranslator(application)
    loaded = translator.load(str(resource_path("translations", "qtbase_vi.qm")))
    return loaded and application.installTranslator(translator)


def _face() -> QFont:
    """Segoe UI where Windows has it: drawn for screens and complete in Vietnamese; else the face we bring along."""
    if sys.platform != "win32" or not QFontDatabase.hasFamily(WINDOWS_FACE):
        for weight in ("Regular", "SemiBold"):
            QFontDatabase.addApplicationFont(str(resource_path("fonts", f"BeVietnamProTabular-{weight}.ttf")))
        font = QFont(BUNDLED_FACE)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # even spacing at every scaling
    else:
        font = QFont(WINDOWS_FACE)
    font.setPointSizeF(BASE_POINTS)
    return font
