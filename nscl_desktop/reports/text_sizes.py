"""Sizes and distances of all that stands outside tables, in points (NĐ 30/2020, Phụ lục I: the sample values)."""

from nscl_desktop.reports.paper import MM

NAME_SIZE = 12.0
"""Names of agencies and Quốc hiệu (12–13)."""
MOTTO_SIZE = 13.0
TITLE_SIZE = 14.0
"""“Phụ lục”, its title and “(Kèm theo …)” (13–14)."""
TEXT_SIZE = 13.0
"""Paragraphs, the amount in words, page numbers (13–14)."""
FOOTNOTE_SIZE = 11.0
SIGNER_SIZE = 13.0
"""Authority and name of a signer, place and date (13–14)."""
RECIPIENTS_WORD_SIZE = 12.0
RECIPIENTS_SIZE = 11.0
SIGNING_SPACE = 26 * MM
"""Free room between the authority and the name for a signature by hand."""
PICTURE_HEIGHT = 24 * MM
"""Highest a picture of a signature may be (II.8)."""
RECIPIENTS_WORD = "Nơi nhận:"
