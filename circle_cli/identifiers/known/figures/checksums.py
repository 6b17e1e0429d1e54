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


def has_check_digit(code: str) -> bool:
    """Tell whether a number carries the check digits of an NHS number, a bank card or an IBAN.

    Sources: ISO 7812 (Luhn) and ISO 13616 (modulus 97).
    """
    plain = "".join(letter for letter in code.upper() if letter.isascii() and letter.isalnum())
    digits = "".join(letter for letter in plain if letter.isdigit())
    if len(digits) == 10 and is_nhs_number(digits):
        return True
    return (13 <= len(digits) <= 19 and _is_luhn(digits)) or (15 <= len(plain) <= 34 and _is_iban(plain))


def _is_luhn(digits: str) -> bool:
    doubled = (sum(divmod(int(digit) * 2, 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(int(digit) for digit in digits[::-2])) % 10 == 0


def _is_iban(plain: str) -> bool:
    if not (plain[:2].isalpha() and plain[2:4].isdigit()):
        return False
    return int("".join(str(int(letter, 36)) for letter in plain[4:] + plain[:4])) % 97 == 1
