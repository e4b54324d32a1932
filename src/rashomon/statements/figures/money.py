"""Currencies: the codes of ISO 4217 for the signs and words that news writes beside an amount."""

import re

CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₪": "ILS", "₦": "NGN",
    "a$": "AUD", "c$": "CAD", "rs": "INR",
    "dollar": "USD", "euro": "EUR", "sterling": "GBP", "yen": "JPY", "shekel": "ILS", "naira": "NGN", "hryvnia": "UAH",
    "ruble": "RUB", "rouble": "RUB", "ringgit": "MYR", "baht": "THB", "afghani": "AFN", "taka": "BDT", "birr": "ETB",
    "zloty": "PLN", "lira": "TRY", "rand": "ZAR", "yuan": "CNY",
}  # fmt: skip
"""Codes of ISO 4217 for words that mean one currency; dinars, pounds, rupees, pesos and francs are many states'."""
_SHARED_CURRENCIES = frozenset(
    ("dinar", "pound", "rupee", "peso", "franc", "rial", "riyal", "shilling", "krona", "crown")
)
_NATIONAL = {
    ("iraqi", "dinar"): "IQD", ("kuwaiti", "dinar"): "KWD", ("jordanian", "dinar"): "JOD", ("libyan", "dinar"): "LYD",
    ("algerian", "dinar"): "DZD", ("tunisian", "dinar"): "TND", ("serbian", "dinar"): "RSD", ("syrian", "pound"): "SYP",
    ("egyptian", "pound"): "EGP", ("lebanese", "pound"): "LBP", ("sudanese", "pound"): "SDG",
    ("british", "pound"): "GBP",
    ("pakistani", "rupee"): "PKR", ("indian", "rupee"): "INR", ("nepalese", "rupee"): "NPR", ("lankan", "rupee"): "LKR",
    ("colombian", "peso"): "COP", ("mexican", "peso"): "MXN", ("philippine", "peso"): "PHP", ("iranian", "rial"): "IRR",
    ("yemeni", "rial"): "YER", ("saudi", "riyal"): "SAR", ("kenyan", "shilling"): "KES", ("somali", "shilling"): "SOS",
    ("ugandan", "shilling"): "UGX", ("swiss", "franc"): "CHF", ("canadian", "dollar"): "CAD",
    ("australian", "dollar"): "AUD",
}  # fmt: skip

MONEY_BEFORE = re.compile(r"(?:US\s?\$|A\$|C\$|[$£€¥₹₪₦]|\b(?:USD|EUR|GBP)|\bRs\.?)\s*\\?\s*$", re.IGNORECASE)
MONEY_AFTER = re.compile(
    r"[\s-]+(?:(?P<nation>[A-Z][a-z]+)\s+)?(?P<word>"
    + "|".join((*(c for c in CURRENCIES if c.isalpha() and len(c) > 3), *_SHARED_CURRENCIES))
    + r")s?\b|\s*(?P<sign>[€£])",
    re.IGNORECASE,
)  # fmt: skip


def currency(match: re.Match[str]) -> str | None:
    """The code, or the word itself where several states have a currency of that name."""
    if match["sign"]:
        return CURRENCIES[match["sign"]]
    word, nation = match["word"].lower(), (match["nation"] or "").lower()
    if (nation, word) in _NATIONAL:
        return _NATIONAL[nation, word]
    if nation and nation not in ("us", "american"):
        return None
    if word == "pound" and not match.group().lower().endswith("s"):
        return None
    return CURRENCIES.get(word, word + "s")
