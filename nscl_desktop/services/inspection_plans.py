"""Plans of inspections: made, changed, and deleted while no visit belongs to them."""

from nscl_desktop.domain.changes import ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.inspections import InspectionPlan
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.records import new_id
from nscl_desktop.domain.text import quoted
from nscl_desktop.services.editing import spec_of


def new_plan(name: str, *, is_ad_hoc: bool = False) -> ChangeSet:
    """A plan with nothing but its name; its key is the step's scope."""
    checked = str(accepted(spec_of(InspectionPlan, "name"), name))
    plan = InspectionPlan(id=new_id(), name=checked, is_ad_hoc=is_ad_hoc)
    return change_set(f"Thêm đợt kiểm tra {quoted(shortened(checked))}", [inserted(plan)], plan.id)


def set_plan_value(plan: InspectionPlan, field: str, value: Value) -> ChangeSet:
    """Give one field of a plan another value; InputError for what it cannot hold or where the last day is the first."""
    spec = spec_of(InspectionPlan, field)
    new = accepted(spec, value)
    first = str(new) if field == "date_from" else plan.date_from
    last = str(new) if field == "date_to" else plan.date_to
    if first and last and last < first and not first.startswith(last):
        raise InputError("Đợt kiểm tra kết thúc trước ngày bắt đầu; hãy xem lại hai ngày.")
    words = f"Sửa {spec.label[:1].lower()}{spec.label[1:]} của đợt kiểm tra"
    return change_set(words, [updated(plan, **{field: new})], plan.id)


def delete_plan(plan: InspectionPlan, visits: int) -> ChangeSet:
    """Delete a plan; InputError while ``visits`` belong to it."""
    if visits:
        raise InputError(
            f"Đợt {quoted(plan.name)} còn {visits} lần kiểm tra; hãy chuyển các lần ấy sang đợt khác rồi xóa."
        )
    return change_set(f"Xóa đợt kiểm tra {quoted(shortened(plan.name))}", [deleted(plan)], plan.id)
