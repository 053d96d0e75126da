"""What else a short correction may say: an age, whose child, a fake, an adult, nothing yet."""

from __future__ import annotations

import re

_NUMBERS = {word: number for number, word in enumerate((
    "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"), 4)}
_N = r"(?:(?:year|yr|y)\s?)?(?:\d{1,2}|" + "|".join(_NUMBERS) + r")"
_OLD = r"(?:\s?-?(?:years?|yrs?)(?:[\s-]?olds?)?|\s?yo)?"
_LEAD = (
    r"(?P<lead>(?:(?:no|nope|nah|sorry|oops|wait|hang on|actually|typo|correction|"
    rf"i (?:said|put|typed) {_N}(?=[\s,]+but)|i (?:meant|mean|said|put|typed)|"
    r"(?:my mistake|my bad)|(?:that'?s|thats|that is|it'?s) (?:wrong|not right))(?:[\s,.!:-]+|$))*)"
)
_CHILD = (
    r"(?:(?:but\s+)?(?:she|he|they|it|my (?:son|daughter|child|lad|girl|boy|kid))"
    r"(?:'?s|'?re| is| are| was)?\s+)?(?:(?:only|just|actually|really|turned|nearly|in)\s+)*"
)
_AGE = re.compile(
    rf"{_LEAD}(?:{_CHILD}(?P<now>{_N}){_OLD}(?:[\s,]*(?:actually[\s,]*)?(?P<not>not)\s+{_N}{_OLD})?|"
    rf"(?:{_CHILD})?(?P<not2>not)\s+{_N}{_OLD}[\s,.;-]*{_CHILD}(?P<now2>{_N}){_OLD})"
    r"(?:[\s,.!]*(?:sorry|actually|i mean|now|please|btw))*"
)
ADULT_YEARS = 18

_RELATIVES = {
    "niece": "niece", "nephew": "nephew", "granddaughter": "granddaughter", "grandaughter": "granddaughter",
    "grandson": "grandson", "grandchild": "grandchild", "goddaughter": "goddaughter", "godson": "godson",
    "stepson": "stepson", "step son": "stepson", "stepdaughter": "stepdaughter", "step daughter": "stepdaughter",
    "little sister": "sister", "sister": "sister", "little brother": "brother", "brother": "brother",
    "cousin": "cousin", "foster son": "foster child", "foster daughter": "foster child",
    "foster child": "foster child", "foster lad": "foster child", "foster girl": "foster child",
    "daughter": "daughter", "son": "son", "girl": "daughter", "boy": "son", "lad": "son", "lass": "daughter",
}
OWN = frozenset(("daughter", "son"))
PUPIL, SOMEBODY = "pupil", "somebody else's child"
_SOMEBODY = (
    r"(?:(?:my |a |the |our )?(?:best )?(?:friend|mate|neighbour|sister|brother|cousin|colleague)'?s "
    r"(?:\w+ )?(?:son|daughter|child|kid|boy|girl|lad|lass|\w*teen\w*)|(?:some ?(?:one|body) else|another (?:family|parent|mum|dad))'?s"
    r"(?: (?:child|kid|son|daughter))?|(?:her|his|their|my (?:son|daughter)'?s) (?:best )?(?:friend|mate))"
)
_NOT_OURS = r"(?:not|isn'?t) (?:about )?(?:(?:my|our)(?: own)? (?:son|daughter|child|kid|boy|girl|lad|lass|niece|nephew)|mine)\b"
_WHOSE = re.compile(
    rf"(?P<not>{_NOT_OURS})?[\s,.;-]*(?:(?:no|sorry|actually|but|wait|i meant?|it|he|she|this|that)(?:'?s| is| was)?[\s,]+)*(?:about )?"
    rf"(?:(?P<somebody>{_SOMEBODY})|(?:one of )?(?:my|our|a) (?P<pupil>pupils?|students?)|(?:my|our) (?P<relative>{'|'.join(sorted(_RELATIVES, key=len, reverse=True))}))\b(?!'s)(?P<rest>.*)"
)

_REAL = re.compile(
    r"\b(?:not|isn'?t|ain'?t|wasn'?t|nothing) (?:a |an |made (?:by|with) )?(?:\w+ )?(?:fakes?|faked|deep ?fakes?|ai|edited|photo ?shopped)\b|"
    r"\b(?:it|that|they|this|picture|photo|pic|these|one)(?:'?s|'?re| is| was| are) "
    r"(?:(?:definitely|actually|very|all|really|the|a) )*(?:real|genuine)\b(?! \w+\b(?<!not))|"
    r"^(?:no,? )?(?:the )?(?:real|genuine)(?: one| thing| picture| photo)?$"
)
_FAKE = re.compile(
    r"\b(?:fakes?|faked|deep ?fakes?|photo ?shop\w*|edited|ai|nudif\w+|computer generated)\b|"
    r"\b(?:not|isn'?t|ain'?t|wasn'?t) (?:even |actually )?(?:real|genuine|really (?:her|him|them)|(?:her|his|their) (?:real )?body)\b"
)
_MADE = re.compile(r"\b(?P<who>he|she|they|my (?:son|daughter|child|lad|girl|boy)|i)\b[^,.]{0,24}?\b(?:made|makes|did|created|used|edited|faked)\b")
_PEER = re.compile(
    r"\b(?:not|isn'?t|wasn'?t|no) (?:an? )?(?:adults?|grown[ -]?up|(?:grown )?man|old)\b|\bsame age\b|"
    r"\b(?:(?:just|only) a|another) (?:kid|child|teenager|boy|girl|lad|pupil)\b|\bboth (?:kids|children|\d\d)\b"
)
_ADULT = re.compile(
    r"\b(?:grown[ -]?(?:man|woman|up)|adult|(?:an? )?(?:older? |grown )?(?:man|bloke|woman)|in (?:his|her) (?:twenties|thirties|forties|fifties|\d0s))\b|"
    r"\b(?:the|her|his|their) (?:other )?(?:boy|lad|girl|one|friend|boyfriend|girlfriend|sender|person)(?:'?s| is| was) "
    r"(?:actually |really )?(?:1[89]|[2-9]\d)\b"
)
_STRANGER = re.compile(
    r"(?<!not )\ba (?:complete |total )?stranger\b|\bsome ?(?:one|body) (?:(?:she|he|they)(?:'?s|'?ve| has| have)? )?(?:never met|met online|off the internet|online)\b|"
    r"\bnever (?:even )?met (?:him|her|them|in person)\b|\b(?:doesn'?t|don'?t) (?:actually |really )?know (?:him|them|who it is)\b"
)
_NOTHING_YET = re.compile(
    r"\bnothing(?:'?s| has)? (?:actually )?happened\b|\b(?:hasn'?t|has not) (?:actually )?happened\b|"
    r"\bnot happened\b|\bhypothetical\w*|\b(?:just|only) (?:asking|wondering|curious)\b"
)
OTHER_WAY = re.compile(r"\b(?:other|wrong) (?:way|one|person)\b.{0,12}\b(?:round|around|about)\b|\b(?:other way|wrong way|back to front|got (?:it|that|them) (?:round )?(?:backwards|mixed up))\b")
UNWANTED = re.compile(
    r"\b(?:did(?:n'?t| not)|never|hasn'?t) (?:even )?(?:ask(?:ed)? (?:\w+ )?for|want(?:ed)?)\b|\bout of the blue\b|"
    r"\bunwanted\b|\bwithout (?:him|her|them) asking\b|\bnobody asked for\b"
)


def years(words: str) -> int | None:
    """The age that a message corrects to, where it says nothing else: "12 not 14", "sorry, 13"."""
    match = _AGE.fullmatch(words)
    if not match or not (match["lead"] or match["not"] or match["not2"]):
        return None
    told = str(match["now"] or match["now2"])
    number = re.sub(r"^(?:year|yr|y)\s?", "", told)
    value = int(number) if number.isdigit() else _NUMBERS[number]
    return value + (4 if number != told else 0)


def whose(words: str) -> str | None:
    """Whose child it is, in our words: `niece`, `daughter`, `PUPIL`, `SOMEBODY`."""
    match = _WHOSE.search(words)
    if match:
        if len(str(match["rest"]).split()) > (3 if match["not"] else 2):
            return None  # a story about them, not who it is about
        found = SOMEBODY if match["somebody"] else PUPIL
        return _RELATIVES[match["relative"]] if match["relative"] else found
    return SOMEBODY if re.search(rf"{_NOT_OURS}$", words) else None


def faked(words: str) -> bool | None:
    """Whether the picture is said to be a fake, or real."""
    if _REAL.search(words):
        return False
    return True if _FAKE.search(words) else None


def maker(words: str) -> str:
    """Who is said to have made it, in their words: `he`, `my son`; nothing where nobody is."""
    match = _MADE.search(words)
    return match["who"] if match else ""


def other_side(words: str) -> str | None:
    """Who the other one is: `adult`, `stranger` or `peer`."""
    for name, form in (("peer", _PEER), ("stranger", _STRANGER), ("adult", _ADULT)):
        if form.search(words):
            # "Not a kid, a grown man" is about an adult.
            return name if name != "peer" or not re.search(r"\bnot an? (?:kid|child|boy|girl|teenager)", words) else "adult"
    return None


def nothing_yet(words: str) -> bool:
    """Whether it is said that nothing has happened."""
    return bool(_NOTHING_YET.search(words))
