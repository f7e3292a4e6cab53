"""Cách đếm: the rule of one target. Only what applies to what is counted can be filled in; the words follow at once."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.counting import APPLIES
from nscl_desktop.domain.counting_rules import PUBLISHED, CountingRule
from nscl_desktop.domain.counting_words import rule_words
from nscl_desktop.domain.enterprises import KINDS
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.overview import TargetRow
from nscl_desktop.domain.proposed_rules import rule_id
from nscl_desktop.domain.records import fields_of, values_of
from nscl_desktop.domain.supports import GROUPS
from nscl_desktop.services import counting as services
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.overview.code_list import CodeList
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings

_SPECS = {spec.name: spec for spec in fields_of(CountingRule)}
_CHOICES = ("counted", "distinct", "stage", "state", "narrowed", "year_by", "average", "base")
_TEXTS = ("unit", "indicator", "base_indicator", "tolerance")
_FLAGS = ("public_only", "with_carried", "outside_plan", "on_lines")
_ORDER = (
    "counted", "distinct", "kinds", "public_only", "groups", "supports", "unit", "stage", "state", "narrowed",
    "year_by", "with_carried", "on_lines", "outside_plan", "indicator", "average", "base", "base_indicator",
    "tolerance",
)  # fmt: skip


class RuleWindow(Dialog):
    """``done`` is called once the rule is saved."""

    def __init__(self, around: Surroundings, row: TargetRow, done: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent, "Cách đếm của chỉ tiêu", "Lưu cách đếm")
        self._around, self._row, self._done = around, row, done
        self.choices = {name: QComboBox() for name in _CHOICES}
        self.texts = {name: QLineEdit(placeholderText=_SPECS[name].hint) for name in _TEXTS}
        self.flags = {name: QCheckBox(_SPECS[name].label) for name in _FLAGS}
        self.lists = {"kinds": CodeList(KINDS), "groups": CodeList(GROUPS)}
        self.supports, self.reason = QLineEdit(), QLineEdit()
        self.supports.setPlaceholderText("5S, TCVN ISO 9001 … cách nhau bằng dấu phẩy; để trống: mọi nội dung")
        self.confirmed = QCheckBox(_SPECS["confirmed"].label)
        self.words, self.form = QLabel(), QFormLayout()
        self.drop = self.add_button("Bỏ cách đếm")
        self._lay_out()
        self._fill(row.rule or services.shipped_rules().of(row.target, row.chain) or CountingRule(id=""))
        self.drop.setVisible(row.rule is not None and row.rule.target_id == row.target.id)
        self._listen()
        self._follow()
        self.resize(720, 640)

    @property
    def rule(self) -> CountingRule:
        """The rule as it stands in the window; InputError for a tolerance that is no number."""
        values: dict[str, Any] = {name: box.currentData() or "" for name, box in self.choices.items()}  # Any: of fields
        values |= {name: self.texts[name].text().strip() for name in _TEXTS if name != "tolerance"}
        values |= {name: box.isChecked() for name, box in self.flags.items()}
        values |= {name: each.codes for name, each in self.lists.items()}
        values["supports"] = tuple(filter(None, (each.strip() for each in self.supports.text().split(","))))
        values["tolerance"] = self._tolerance()
        values["confirmed"], values["reason"] = self.confirmed.isChecked(), self.reason.text().strip()
        key = rule_id(self._row.target.id)
        return replace(CountingRule(id=key, target_id=self._row.target.id), **values)

    def _tolerance(self) -> Decimal | None:
        text = self.texts["tolerance"].text().strip().rstrip("%").strip().replace(",", ".")
        try:
            return Decimal(text) if text else None
        except InvalidOperation:
            raise InputError("“Khoảng” được thấp hơn bao nhiêu phần trăm phải là một số, ví dụ 10.") from None

    def _lay_out(self) -> None:
        target = QLabel(self._row.target.text)
        target.setWordWrap(True)
        target.setProperty("role", "heading")
        self.words.setWordWrap(True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(self.form)
        column.addStretch(1)
        editors: dict[str, QWidget] = {
            **self.choices, **self.texts, **self.flags, **self.lists, "supports": self.supports,
        }  # fmt: skip
        for name, combo in self.choices.items():
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            for code, label in _SPECS[name].choices:
                combo.addItem(label, code)
        for name in _ORDER:
            editors[name].setAccessibleName(_SPECS[name].label)
            self.form.addRow("" if name in self.flags else _SPECS[name].label, editors[name])
        self.form.addRow(_SPECS["reason"].label, self.reason)
        self.content.addWidget(target)
        self.content.addWidget(scrolled(inner), 1)
        line = QHBoxLayout()
        line.addWidget(self.words, 1)
        self.content.addWidget(caption("Cách đếm này nghĩa là:"))
        self.content.addLayout(line)
        self.content.addWidget(self.confirmed)

    def _fill(self, rule: CountingRule) -> None:
        for name, combo in self.choices.items():
            combo.setCurrentIndex(max(combo.findData(getattr(rule, name)), 0))
        for name in _TEXTS:
            value = getattr(rule, name)
            self.texts[name].setText("" if value is None else str(value).replace(".", ","))
        for name, box in self.flags.items():
            box.setChecked(getattr(rule, name))
        for name, each in self.lists.items():
            each.tick(getattr(rule, name))
        self.supports.setText(", ".join(rule.supports))
        self.reason.setText(rule.reason)
        self.confirmed.setChecked(rule.confirmed)

    def _listen(self) -> None:
        for combo in self.choices.values():
            combo.currentIndexChanged.connect(lambda _: self._follow())
        for line in (*self.texts.values(), self.supports, self.reason):
            line.textChanged.connect(lambda _: self._say())
        for box in self.flags.values():
            box.toggled.connect(lambda _: self._say())
        for each in self.lists.values():
            each.changed.connect(self._say)
        self.verb.clicked.connect(self._save)
        self.drop.clicked.connect(self._remove)

    def _follow(self) -> None:
        """Show the fields that say something for what is counted."""
        counted = self.choices["counted"].currentData() or ""
        applies = APPLIES[counted]
        with_base = "kinds" in applies.fields
        base = self.choices["base"].currentData() if with_base else ""
        shown = {
            "counted": True, "distinct": len(applies.distinct) > 1, "state": len(applies.states) > 1,
            "narrowed": bool(applies.narrowed), "year_by": len(applies.year_by) > 1, "base": with_base,
            "base_indicator": base == "published", "tolerance": bool(counted),
            "outside_plan": bool(counted) and counted != PUBLISHED,
        }  # fmt: skip
        for name in _ORDER:
            editor = next(group[name] for group in self._groups() if name in group)
            self.form.setRowVisible(editor, shown.get(name, name in applies.fields))
        self._offer("distinct", applies.distinct)
        self._offer("state", ("", *applies.states))
        self._offer("narrowed", ("", *applies.narrowed))
        self._offer("year_by", applies.year_by)
        self._say()

    def _groups(self) -> tuple[dict[str, QWidget], ...]:
        return (
            cast("dict[str, QWidget]", self.choices), cast("dict[str, QWidget]", self.texts),
            cast("dict[str, QWidget]", self.flags), cast("dict[str, QWidget]", self.lists), {"supports": self.supports},
        )  # fmt: skip

    def _offer(self, name: str, codes: tuple[str, ...]) -> None:
        combo = self.choices[name]
        chosen = combo.currentData()
        blocked = combo.blockSignals(True)
        combo.clear()
        for code, label in _SPECS[name].choices:
            if code in codes:
                combo.addItem(label, code)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        combo.blockSignals(blocked)

    def _say(self) -> None:
        try:
            self.words.setText(rule_words(self.rule))
            self.say("")
        except InputError as error:
            self.say(error.sentence)

    def _save(self) -> None:
        try:
            values: dict[str, Value] = {
                name: value for name, value in values_of(self.rule).items() if name not in ("id", "target_id")
            }
            step = services.set_rule(self._row.target, self._row.rule, values)
        except InputError as error:
            self.say(error.sentence)
            return
        self._keep(step)

    def _remove(self) -> None:
        if self._row.rule:
            self._keep(services.remove_rule(self._row.target, self._row.rule))

    def _keep(self, step: ChangeSet) -> None:
        self.accept()
        if step:
            told = f"Đã {step.words[:1].lower()}{step.words[1:]}"
            room = self._around.office.overviews
            save_aside(self._around, room.add, step, told, done=self._done, undone=self._done)
