"""The life of a dossier: opened, carried over, paused, taken up again, ended, replaced, finished."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.contracts import ADVANCE, PAYMENT, RECOVERY, Payment
from nscl_desktop.domain.dossiers.chains import replacement_of
from nscl_desktop.domain.dossiers.stages import NAMES
from nscl_desktop.domain.dossiers.sums import planned_cell, sums_by_cell, sums_of
from nscl_desktop.domain.dossiers.whole import WholeDossier, Wholes
from nscl_desktop.domain.enterprises import Certificate
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.positions import sequence
from nscl_desktop.domain.records import Record, derived_id, new_id
from nscl_desktop.domain.supports import (
    DONE,
    ENDED,
    OPEN,
    PAUSED,
    Dossier,
    DossierItem,
    DossierMoney,
    StageStep,
    SupportKind,
)
from nscl_desktop.services.dossier_parts import checked, made
from nscl_desktop.services.removal import removal


def open_dossier(
    registered_on: str,
    kinds: Iterable[SupportKind] = (),
    money: Iterable[Mapping[str, Value]] = (),
    **values: Value,
) -> ChangeSet:
    """A new dossier from a registration: its first stage is done, and each kind asked for is an item (one of it).

    ``values`` are fields of Dossier; the unit, a title and the day of registration are needed. ``money``: fields of
    DossierMoney (line, year, source, amount in đồng), one for each part; a guidance has none.
    """
    if not values.get("enterprise_id"):
        raise InputError("Hồ sơ chưa có đơn vị được hỗ trợ; hãy chọn đơn vị trong danh bạ.")
    if not registered_on:
        raise InputError("Hồ sơ chưa có ngày đăng ký; hãy nhập ngày đăng ký.")
    dossier = made(Dossier, **{"year": int(registered_on[:4]), **values})
    kinds, money = list(kinds), list(money)
    if money and dossier.is_guidance:
        raise InputError("Hồ sơ chỉ hướng dẫn không có kinh phí; hãy bỏ kinh phí hoặc bỏ dấu “Chỉ hướng dẫn”.")
    items = [
        DossierItem(
            id=new_id(), dossier_id=dossier.id, position=position, kind_id=kind.id, name=kind.name,
            edition=kind.edition, unit=kind.unit,
        )
        for kind, position in zip(kinds, sequence(len(kinds)), strict=True)
    ]  # fmt: skip
    parts = [
        made(DossierMoney, **{**part, "dossier_id": dossier.id, "position": position})
        for part, position in zip(money, sequence(len(money)), strict=True)
    ]
    step = _step(dossier, "registered", registered_on)
    return change_set(f"Mở {WholeDossier(dossier).name}", map(inserted, (dossier, *items, *parts, step)), dossier.id)


def delete_dossier(book: Book, whole: WholeDossier, pointing: Mapping[str, int]) -> ChangeSet:
    """Delete a dossier with all that belongs to it; refused while records elsewhere name it.

    ``pointing``: noun → number of these. Certificates are the unit's own and only remember the dossier.
    """
    kept = {noun: count for noun, count in pointing.items() if noun != Certificate.noun}
    if kept:
        counts = ", ".join(f"{count} {noun}" for noun, count in kept.items())
        raise InputError(
            f"Không xóa được {whole.name}: còn {counts} nhắc đến hồ sơ này. Hãy xóa các mục ấy trước, hoặc chấm dứt"
            " hồ sơ."
        )
    return change_set(f"Xóa {whole.name}", removal(book, [whole.dossier]), whole.dossier.id)


def carry_over(whole: WholeDossier, plan_id: str, year: int, carried_text: str) -> ChangeSet:
    """Go on with a dossier under a later plan: a new dossier linked to it, with the items not finished yet.

    Both are one support and count once over all plans. A dossier that is ended or done is not carried over.
    """
    old = whole.dossier
    if old.state in (ENDED, DONE):
        raise InputError(f"{_upper(whole.name)} đã {_STATE_WORDS[old.state]} nên không chuyển tiếp được.")
    values: dict[str, Value] = {"id": new_id(), "plan_id": plan_id, "year": year, "carried_text": carried_text}
    fit = made(Dossier, title=old.title, **values)
    dossier = replace(
        old, id=fit.id, plan_id=plan_id, year=fit.year, carried_from=old.id, carried_text=fit.carried_text,
        replaces=None, replacing_decision="",
    )  # fmt: skip
    items = [replace(item, id=new_id(), dossier_id=dossier.id) for item in whole.items if not item.finished_on]
    return change_set(f"Chuyển tiếp {whole.name}", map(inserted, (dossier, *items)), dossier.id)


def pause(whole: WholeDossier, day: str, reason: str) -> ChangeSet:
    """Pause an open dossier; its deadlines wait. Refused without a reason."""
    return _to_state(whole, PAUSED, (OPEN,), day, reason)


def resume(whole: WholeDossier) -> ChangeSet:
    """Take a paused dossier up again."""
    return _to_state(whole, OPEN, (PAUSED,), "", "")


def end(whole: WholeDossier, day: str, reason: str, recoveries: Iterable[Payment] = ()) -> ChangeSet:
    """End a dossier with a reason, and note the advances recovered with it; its place becomes free.

    ``recovered`` makes these of a sum. More than what went out cannot come back: that is refused.
    """
    back = [replace(each, id=each.id or new_id(), dossier_id=whole.dossier.id, move=RECOVERY) for each in recoveries]
    money = sum(each.amount or 0 for each in back)
    out = sums_of([whole]).out
    if money > out:
        raise InputError("Số tiền thu hồi lớn hơn số đã tạm ứng và thanh toán; hãy kiểm tra lại các khoản thu hồi.")
    changes = _to_state(whole, ENDED, (OPEN, PAUSED), day, reason).changes
    return change_set(f"Chấm dứt {whole.name}", [*changes, *map(inserted, back)], whole.dossier.id)


def recovered(whole: WholeDossier, amount: int, day: str, document: str) -> list[Payment]:
    """Recoveries of ``amount`` đồng, each from the contract, line, year and source out of which money went, in order.

    What is more than went out stands in one of its own, so that ``end`` refuses it.
    """
    out: dict[tuple[str | None, str | None, int | None, str], int] = defaultdict(int)
    for each in whole.payments:
        if each.move in _OUT:
            place = (each.contract_id, each.line_id, each.year, each.source)
            out[place] += (each.amount or 0) * _OUT[each.move]
    back = []
    for (contract_id, line_id, year, source), most in out.items():
        part = min(amount, most)
        if part > 0:
            amount -= part
            back.append(
                Payment(
                    id="", dossier_id=whole.dossier.id, contract_id=contract_id, line_id=line_id, year=year,
                    source=source, move=RECOVERY, amount=part, date=day, document=document,
                )
            )  # fmt: skip
    if amount:
        rest = Payment(id="", dossier_id=whole.dossier.id, move=RECOVERY, amount=amount, date=day, document=document)
        back.append(rest)
    return back


def finish(whole: WholeDossier, day: str) -> ChangeSet:
    """Note that a dossier is done; refused before acceptance was reached."""
    if not whole.day_of("accepted"):
        raise InputError(f"{_upper(whole.name)} chưa nghiệm thu; hãy ghi bước {NAMES['accepted']} trước.")
    return _to_state(whole, DONE, (OPEN,), day, "")


def replace_dossier(
    wholes: Wholes, whole: WholeDossier, enterprise_id: str, decision: str, decided_on: str
) -> ChangeSet:
    """Put another unit in the place of an ended dossier, by decision: the same items, and the money not spent.

    What was spent is taken off the line, year and source out of which it went; what went out of others, off the parts
    in the order in which the old dossier names them. Refused while the old one is not ended or already has a
    replacement, and without a decision.
    """
    old = whole.dossier
    if old.state != ENDED:
        raise InputError(f"{_upper(whole.name)} chưa chấm dứt nên chưa thể thay thế; hãy chấm dứt hồ sơ trước.")
    there = replacement_of(whole, wholes)
    if there is not None:
        raise InputError(f"{_upper(whole.name)} đã được thay bằng {there.name}; hãy mở hồ sơ đó.")
    if not decision.strip() or not enterprise_id:
        raise InputError("Thay thế cần có đơn vị mới và số quyết định; hãy nhập đủ.")
    dossier = made(
        Dossier, enterprise_id=enterprise_id, title=old.title, plan_id=old.plan_id, year=old.year,
        is_guidance=old.is_guidance, replaces=old.id, replacing_decision=decision,
    )  # fmt: skip
    items = [replace(item, id=new_id(), dossier_id=dossier.id, finished_on="") for item in whole.items]
    step = _step(dossier, "approved", decided_on, decision)
    records: list[Record] = [dossier, *items, *_freed_money(whole, dossier.id), step]
    return change_set(f"Thay thế {whole.name}", map(inserted, records), dossier.id)


_OUT = {ADVANCE: 1, PAYMENT: 1, RECOVERY: -1}
_STATE_WORDS = {OPEN: "đang thực hiện", PAUSED: "tạm dừng", ENDED: "chấm dứt", DONE: "hoàn thành"}
_STEP_WORDS = {OPEN: "Tiếp tục", PAUSED: "Tạm dừng", ENDED: "Chấm dứt", DONE: "Hoàn thành"}


def _to_state(whole: WholeDossier, state: str, allowed: tuple[str, ...], day: str, reason: str) -> ChangeSet:
    now = whole.dossier.state
    if now not in allowed:
        words = (
            f"{_upper(whole.name)} đang ở tình trạng {_STATE_WORDS[now]} nên không {_STEP_WORDS[state].lower()} được."
        )
        raise InputError(words)
    if state in (PAUSED, ENDED) and not (reason.strip() and day):
        raise InputError(f"{_STEP_WORDS[state]} hồ sơ cần có ngày và lý do; hãy nhập đủ.")
    values: dict[str, Value] = {"state": state, "state_on": day, "state_reason": reason}
    change = updated(whole.dossier, **checked(Dossier, values))
    return change_set(f"{_STEP_WORDS[state]} {whole.name}", [change], whole.dossier.id)


def _freed_money(whole: WholeDossier, dossier_id: str) -> list[DossierMoney]:
    spent = max(sums_of([whole]).out, 0)
    left = [part.amount or 0 for part in whole.money]
    by_cell = {cell: sums.out for cell, sums in sums_by_cell([whole]).items()}
    for is_own in (True, False):
        for at, part in enumerate(whole.money):
            cell = planned_cell(part)
            used = max(min(left[at], spent, by_cell[cell] if is_own else spent), 0)
            left[at] -= used
            spent -= used
            by_cell[cell] -= used
    return [
        replace(part, id=new_id(), dossier_id=dossier_id, amount=free)
        for part, free in zip(whole.money, left, strict=True)
        if free
    ]


def _step(dossier: Dossier, stage: str, done_on: str, document: str = "") -> StageStep:
    key = derived_id(StageStep.entity, dossier.id, stage)
    return made(StageStep, id=key, dossier_id=dossier.id, stage=stage, done_on=done_on, document=document)


def _upper(name: str) -> str:
    return name[:1].upper() + name[1:]
