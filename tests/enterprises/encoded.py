"""Vietnamese text put into TCVN3 and VNI, as the typing programs of the nineties did, from tables of its own.

TCVN 5712:1993 (VN3) by code in hexadecimal; VNI by vowel, with the marks in the order huyền sắc hỏi ngã nặng.
"""

import unicodedata

_VN3 = (
    "A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ "
    "CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ "
    "EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ"
)
VN3 = {item[2]: bytes.fromhex(item[:2]).decode("latin-1") for item in _VN3.split()}

TONES = "\u0300\u0301\u0309\u0303\u0323"
_VNI_TONES = "øùûõï"
_VNI_BASES = {"a": "a", "ă": "aê", "â": "aâ", "e": "e", "ê": "eâ", "o": "o", "ô": "oâ", "ơ": "ô", "u": "u", "ư": "ö"}
_VNI_BASES |= {"y": "y"}
_VNI_WHOLE = {"ă": "èéúüë", "â": "àáåãä", "ê": "àáåãä", "ô": "àáåãä"}  # the mark holds hat and tone
VNI = {"đ": "ñ", "ỵ": "î"} | {
    unicodedata.normalize("NFC", "i" + tone): sign for tone, sign in zip(TONES, "ìíæóò", strict=True)
}
for _vowel, _base in _VNI_BASES.items():
    VNI.setdefault(_vowel, _base)
    for _tone, _mark in zip(TONES, _VNI_WHOLE.get(_vowel, _VNI_TONES), strict=True):
        VNI.setdefault(
            unicodedata.normalize("NFC", _vowel + _tone), (_base[0] if _vowel in _VNI_WHOLE else _base) + _mark
        )


def in_tcvn3(text: str) -> str:
    """Capitals with a tone become the small code, which a capitals' font drew as a capital."""
    return "".join(VN3.get(char) or VN3.get(char.lower(), char) for char in text)


def in_vni(text: str) -> str:
    return "".join(
        VNI[char.lower()].upper() if char.isupper() and char.lower() in VNI else VNI.get(char, char) for char in text
    )
