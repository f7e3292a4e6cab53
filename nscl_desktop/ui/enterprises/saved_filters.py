"""Filters that the clerk named, as chips over the list: one press shows them, another shows everything again.

Kept in the preferences and not in the data: what somebody looks at every day is that person's habit, no fact of the
register, and must not travel with the file to another office.
"""

import json
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QMenu, QToolButton, QWidget

from nscl_desktop.domain.enterprise_list import TAX_MISSING
from nscl_desktop.domain.errors import InputError
from nscl_desktop.presenters.enterprise_list import Filters
from nscl_desktop.ui.enterprises.list_view import EnterpriseListView
from nscl_desktop.ui.preferences import Preferences

_KEPT = "enterprise_filters"
_SHIPPED: tuple[tuple[str, Filters, str], ...] = (("Chưa có mã số thuế", Filters(tax=TAX_MISSING), ""),)
_IN_A_ROW, _MOST = 2, 8
_LONGEST = 22
"""Characters of a chip; the whole name stands in its tool tip."""


class SavedFilters(QWidget):
    """The chips; those that come with the program first."""

    def __init__(self, preferences: Preferences, listed: EnterpriseListView) -> None:
        super().__init__()
        self._preferences, self._list = preferences, listed
        self.chips: dict[str, QToolButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        for column in range(_IN_A_ROW):
            self._grid.setColumnStretch(column, 1)
        listed.changed.connect(self.follow)
        listed.put_chips(self)
        self._make()

    @property
    def names(self) -> Sequence[str]:
        """Those that the clerk named."""
        return tuple(self._kept())

    def save(self, name: str) -> None:
        """Keep what is filtered and sought now; InputError where nothing is, or there are too many already."""
        name, kept, units = name.strip(), self._kept(), self._list.units
        if not units.filters.count and not units.text.strip():
            raise InputError("Danh sách chưa được lọc; hãy chọn bộ lọc hoặc gõ chữ cần tìm rồi lưu.")
        if not name or name in {words for words, _, _ in _SHIPPED}:
            raise InputError("Hãy đặt cho bộ lọc một tên khác các tên đã có sẵn.")
        if len({*kept, name}) > _MOST:
            raise InputError(f"Đã lưu {_MOST} bộ lọc; hãy bỏ bớt một bộ lọc rồi lưu.")
        chosen = {field: getattr(units.filters, field) for field in Filters.__dataclass_fields__}
        self._keep({**kept, name: {**chosen, "text": units.text}})

    def forget(self, name: str) -> None:
        """Let one go."""
        self._keep({each: chosen for each, chosen in self._kept().items() if each != name})

    def use(self, name: str) -> None:
        """Show what a filter asks for; pressed again, everything."""
        filters, text = self._all()[name]
        is_on = (self._list.units.filters, self._list.units.text) == (filters, text)
        self._list.show_filters(Filters() if is_on else filters, "" if is_on else text)

    def follow(self) -> None:
        """Mark the chip that says what is shown."""
        shown = self._list.units.filters, self._list.units.text
        for name, asked in self._all().items():
            if name in self.chips:
                self.chips[name].setChecked(asked == shown)

    def _all(self) -> dict[str, tuple[Filters, str]]:
        found = {name: (filters, text) for name, filters, text in _SHIPPED}
        for name, chosen in self._kept().items():
            filters = Filters(**{field: str(chosen.get(field, "")) for field in Filters.__dataclass_fields__})
            found[name] = filters, str(chosen.get("text", ""))
        return found

    def _kept(self) -> dict[str, dict[str, str]]:
        try:
            found = json.loads(self._preferences.text(_KEPT, "{}"))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def _keep(self, filters: dict[str, dict[str, str]]) -> None:
        self._preferences.remember(_KEPT, json.dumps(filters, ensure_ascii=False))
        self._make()

    def _make(self) -> None:
        for chip in self.chips.values():
            self._grid.removeWidget(chip)
            chip.deleteLater()
        self.chips = {}
        kept = self._kept()
        for at, name in enumerate(self._all()):
            chip = self.chips[name] = QToolButton()
            chip.setText(name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…")
            chip.setToolTip(
                f"{name}\nBấm lần nữa để hiện mọi đơn vị" + ("; bấm chuột phải để bỏ" if name in kept else "")
            )
            chip.setAccessibleName(f"Bộ lọc {name}")
            chip.setCheckable(True)
            chip.setProperty("segment", "true")
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setSizePolicy(self._list.search.sizePolicy())
            chip.clicked.connect(partial(self._press, name))
            if name in kept:
                chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                chip.customContextMenuRequested.connect(partial(self._offer, name))
            self._grid.addWidget(chip, at // _IN_A_ROW, at % _IN_A_ROW)
        self.follow()

    def _press(self, name: str, _on: bool = False) -> None:
        self.use(name)

    def _offer(self, name: str, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction("Bỏ bộ lọc này", partial(self.forget, name))
        menu.popup(self.chips[name].mapToGlobal(place))
