"""What a line prints in the columns of texts: unit, agencies, schedule, note."""

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.forms.model import ColumnSpec, Kind, Who


def line_text(budget: Budget, line: Line, spec: ColumnSpec, kind: Kind) -> str:
    """The text of a line in a column; inherited from the lines above where the column asks for it."""
    lines = (line, *budget.tree.ancestors(line.id)) if spec.inherit else (line,)
    if kind is Kind.UNIT:
        return line.unit
    if kind is Kind.NOTE:
        return line.note
    if kind is Kind.SCHEDULE:
        return next((each.schedule for each in lines if each.schedule), "")
    lead = next((text for each in lines if (text := _lead(budget, each, short=spec.short))), "")
    partners = next((each.partners for each in lines if each.partners), "")
    if spec.who is Who.LEAD:
        return lead
    if spec.who is Who.PARTNERS:
        return partners
    named = (f"Chủ trì: {lead}" if lead and partners else lead, f"Phối hợp: {partners}" if partners else "")
    return "\n".join(filter(None, named))


def _lead(budget: Budget, line: Line, *, short: bool) -> str:
    """What a line itself says of its lead agency: its own wording, else the agency's name."""
    if line.lead_text or not line.lead_id:
        return line.lead_text
    agency = budget.book.get(Agency, line.lead_id)
    return (agency.short_name if short else "") or agency.name
