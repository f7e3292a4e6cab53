"""The theme in use: palette, style sheet and icons made from the one table of colour roles."""

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from nscl_desktop.resource_files import resource_path
from nscl_desktop.ui.colours import DARK, LIGHT, Colours, role_values

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

SYSTEM, LIGHT_SCHEME, DARK_SCHEME = "system", "light", "dark"
SCHEMES = ((SYSTEM, "Theo Windows"), (LIGHT_SCHEME, "Sáng"), (DARK_SCHEME, "Tối"))


class Theme(QObject):
    """Colours and icons for whoever paints; ``changed`` tells them to fetch both anew."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: str = SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        # At the start the palette still is Windows' own; asking for the scheme would load all names of Qt, too slowly.
        self._started_dark = application.palette().color(QPalette.ColorRole.Window).lightness() < 128
        self._has_started = False
        self._icons: dict[tuple[str, str], QIcon] = {}
        self.colours = self._chosen()
        self._apply()
        self._has_started = True
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def scheme(self) -> str:
        """What the user chose: one of SCHEMES."""
        return self._scheme

    @property
    def is_dark(self) -> bool:
        """Whether the dark column of the table is in use."""
        return self.colours is DARK

    def set_scheme(self, scheme: str) -> None:
        """Use another of SCHEMES from now on."""
        self._scheme = scheme
        self._use(self._chosen())

    def colour(self, role: str) -> QColor:
        """The colour of a role; a name that is no role is a fault of the program (AttributeError)."""
        return QColor(getattr(self.colours, role))

    def icon(self, name: str, role: str = "text") -> "QIcon":
        """An icon of resources/icons in the colour of ``role``."""
        from nscl_desktop.ui.icons import drawn  # not wanted before the first paint

        key = (name, role)
        if key not in self._icons:
            self._icons[key] = drawn(name, getattr(self.colours, role))
        return self._icons[key]

    def _chosen(self) -> Colours:
        if self._scheme == SYSTEM:
            return DARK if self._is_system_dark() else LIGHT
        return DARK if self._scheme == DARK_SCHEME else LIGHT

    def _is_system_dark(self) -> bool:
        if not self._has_started:
            return self._started_dark
        return self._application.styleHints().colorScheme().name == "Dark"

    def _on_system_scheme_changed(self) -> None:
        if self._scheme == SYSTEM:
            self._use(self._chosen())

    def _use(self, colours: Colours) -> None:
        if colours is not self.colours:
            self.colours = colours
            self._icons.clear()
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        self._application.setPalette(palette_of(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours))


def style_sheet(colours: Colours) -> str:
    """The window's style sheet with every role filled in; an unknown role is a fault of the program (KeyError)."""
    images = resource_path("styles", "dark" if colours is DARK else "light")
    template = Template(resource_path("styles", "window.qss").read_text("utf-8"))
    return template.substitute(role_values(colours), images=images.as_posix())


def palette_of(colours: Colours) -> QPalette:
    """The palette that Fusion draws with, for everything the style sheet does not name."""
    role = QPalette.ColorRole
    chosen = {
        role.Window: colours.window, role.WindowText: colours.text, role.Base: colours.base,
        role.AlternateBase: colours.computed, role.Text: colours.text, role.Button: colours.base,
        role.ButtonText: colours.text, role.BrightText: colours.error, role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent, role.ToolTipBase: colours.shade, role.ToolTipText: colours.on_shade,
        role.PlaceholderText: colours.muted, role.Link: colours.accent, role.LinkVisited: colours.accent,
        role.Light: colours.base, role.Midlight: colours.line, role.Mid: colours.edge, role.Dark: colours.edge,
        role.Shadow: colours.edge, role.Accent: colours.accent,
    }  # fmt: skip
    palette = QPalette()
    for part, value in chosen.items():
        palette.setColor(part, QColor(value))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(colours.muted))
    return palette
