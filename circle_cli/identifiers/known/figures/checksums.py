"""Check digits. They explain what a number is; they never make one quiet, for a mistyped number is private too."""

_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def is_nhs_number(digits: str) -> bool:
    """Tell whether ten digits carry the right check digit. Source: NHS Data Dictionary, NHS number (modulus 11)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return len(digits) == 10 and (11 - total % 11) % 11 == int(digits[9])


def is_upn(code: str) -> bool:
    """Tell whether a unique pupil number carries the right check letter. Source: DfE, Unique pupil numbers guidance."""
    total = sum(int(digit) * weight for digit, weight in zip(code[1:12], range(2, 13), strict=True))
    return code[0].upper() == _UPN_LETTERS[total % 23]
