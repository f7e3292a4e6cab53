"""The foot of an appendix: place and date, signers side by side, recipients (NĐ 30/2020, Phụ lục I, II.4, II.7–9)."""

from reportlab.lib.utils import ImageReader

from nscl_desktop.domain.appendix import Align, Signature, SignatureBlock
from nscl_desktop.domain.errors import InputError
from nscl_desktop.reports.fonts import BOLD, BOLD_ITALIC, ITALIC, LINE_SPACING, REGULAR, WordWidths
from nscl_desktop.reports.paper import MM, Frame
from nscl_desktop.reports.pdf_flow import Break, Picture, Run, TextPiece
from nscl_desktop.reports.pdf_ink import read_picture
from nscl_desktop.reports.pdf_text import Setter, line_pieces

_SIZE = 13.0
_RECIPIENTS_WORD, _RECIPIENTS_WORD_SIZE, _RECIPIENTS_SIZE = "Nơi nhận:", 12.0, 11.0
_SIGNING_SPACE = 26 * MM
_PICTURE_HEIGHT = 24 * MM
_GAP_ABOVE = 12.0


def signature_pieces(block: SignatureBlock, frame: Frame, widths: tuple[WordWidths, ...]) -> list[TextPiece]:
    """Place and date, then the signers with the recipients at their left; recipients that reach further down follow.

    Raises:
        InputError: a signature picture that is none.
    """
    middle = (frame.left + frame.right) / 2
    right = Setter(middle, frame.right, widths)
    setters = [right] if len(block.signers) <= 1 else _columns(len(block.signers), frame, widths)
    pieces = _place_and_date(block.place_date, right, setters[-1])
    runs: list[Run] = []
    pictures: list[Picture] = []
    height = 0.0
    if block.signers:
        runs, pictures, height = _signers(block.signers, setters)
    recipients = _recipients(block, Setter(frame.left, middle - 10, widths))
    if len(block.signers) <= 1:
        beside = [piece for piece in recipients if piece[1] <= height]
        runs += [run for run, _ in beside]
        recipients = recipients[len(beside) :]
    gap = 2.0 if pieces else _GAP_ABOVE
    if runs:
        pieces.append(TextPiece(height, tuple(runs), gap=gap, pictures=tuple(pictures)))
    for run, _ in recipients:
        line = run._replace(baseline=run.size * 0.9125)
        pieces.append(TextPiece(run.size * LINE_SPACING, (line,)))
    if pieces:
        pieces[-1].after = Break.FREE
    return pieces


def _place_and_date(text: str, half: Setter, signer: Setter) -> list[TextPiece]:
    """Centred above the last signer, or as far to the right as it goes."""
    pieces = line_pieces(half, half.broken(text, ITALIC, _SIZE), ITALIC, _SIZE, Align.RIGHT, _GAP_ABOVE)
    for piece in pieces:
        width = half.right - piece.runs[0].x
        x = min((signer.left + signer.right - width) / 2, piece.runs[0].x)
        piece.runs = (piece.runs[0]._replace(x=x),)
        piece.after = Break.GLUE
    return pieces


def _columns(count: int, frame: Frame, widths: tuple[WordWidths, ...]) -> list[Setter]:
    step = frame.width / count
    return [Setter(frame.left + i * step + 4, frame.left + (i + 1) * step - 4, widths) for i in range(count)]


def _signers(signers: tuple[Signature, ...], setters: list[Setter]) -> tuple[list[Run], list[Picture], float]:
    """Signers side by side, names on one level; text, pictures and height."""
    runs: list[Run] = []
    pictures: list[Picture] = []
    heads = []
    step = _SIZE * LINE_SPACING
    for signer, setter in zip(signers, setters, strict=True):
        lines = [line for text in signer.authority for line in setter.evenly(text, BOLD, _SIZE)]
        head = setter.column(lines, 0.0, BOLD, _SIZE)
        head += setter.column(setter.evenly(signer.note, ITALIC, _SIZE), len(head) * step, ITALIC, _SIZE)
        heads.append(len(head) * step)
        runs += head
    name_top = max(heads) + _SIGNING_SPACE
    height = name_top
    for signer, setter, head_height in zip(signers, setters, heads, strict=True):
        names = setter.column(setter.evenly(signer.name, BOLD, _SIZE), name_top, BOLD, _SIZE)
        runs += names
        height = max(height, name_top + len(names) * step)
        if signer.image:
            pictures.append(_picture(signer, setter, head_height, name_top))
    return runs, pictures, height


def _picture(signer: Signature, setter: Setter, top: float, bottom: float) -> Picture:
    """The signature's picture between authority and name, in its own proportions (II.8)."""
    try:
        image: ImageReader = read_picture(signer.image)
        pixels_wide, pixels_high = image.getSize()
    except (OSError, ValueError, SyntaxError) as error:
        raise InputError(
            f"Ảnh chữ ký của {signer.name or 'người ký'} không đọc được, hãy chọn lại tệp ảnh PNG nền trong suốt."
        ) from error
    scale = min(_PICTURE_HEIGHT / pixels_high, setter.room / pixels_wide)
    width, height = pixels_wide * scale, pixels_high * scale
    return Picture(image, (setter.left + setter.right - width) / 2, (top + bottom - height) / 2, width, height)


def _recipients(block: SignatureBlock, setter: Setter) -> list[tuple[Run, float]]:
    """The lines of "Nơi nhận" with their bottoms, level with the signer's authority."""
    if not block.recipients:
        return []
    word = setter.broken(_RECIPIENTS_WORD, BOLD_ITALIC, _RECIPIENTS_WORD_SIZE)
    bottom = _RECIPIENTS_WORD_SIZE * LINE_SPACING
    placed = [(setter.run(word[0], 0.0, BOLD_ITALIC, _RECIPIENTS_WORD_SIZE, Align.LEFT), bottom)]
    for text in block.recipients:
        for line in setter.broken(text, REGULAR, _RECIPIENTS_SIZE):
            run = setter.run(line, bottom, REGULAR, _RECIPIENTS_SIZE, Align.LEFT)
            bottom += _RECIPIENTS_SIZE * LINE_SPACING
            placed.append((run, bottom))
    return placed
