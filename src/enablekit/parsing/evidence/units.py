"""English words beside a number that tell an amount from a label, a period or a list's length."""

from __future__ import annotations

from enablekit.parsing.evidence.terms import word_set

NUMBER_WORDS = word_set(
    "twice two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty"
    " fifty sixty seventy eighty ninety tens hundreds half third thirds quarters"
    " twofold threefold fourfold fivefold tenfold two-fold three-fold five-fold ten-fold"
)

NUMBER_WORDS |= frozenset(
    f"{tens}-{ones}"
    for tens in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    for ones in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
)

TIMES = word_set(
    "second seconds minute minutes min mins hour hours hr hrs day days week weeks month months"
    " quarter quarters year years decade decades millisecond milliseconds"
)

COUNTED = word_set(
    "accounts agents applications apps branches bugs calls clients commits companies contacts"
    " contributors countries customers deals defects departments deployments developers devices"
    " downloads emails employees engineers errors firms forms hires hospitals incidents"
    " installations installs interviews invoices languages leads licences licenses locations"
    " machines managers meetings members nodes offices orders organisations organizations"
    " participants partners patients people projects records reps repositories requests"
    " respondents responses rows schools seats servers sites staff stars stores students"
    " submissions subscribers suppliers teams tickets transactions trucks users vehicles vendors"
    " visitors vulnerabilities workers"
)
"""What a number below ten may count."""

NOT_COUNTED = word_set(
    "alternatives approaches areas aspects bits benefits cases categories chapters characters"
    " characteristics colours colors columns components considerations criteria dimensions"
    " elements examples factors features fields functions goals ideas items kinds layers lessons"
    " levels lines methods metrics minds mistakes models modes modules objectives options parts"
    " pages phases pieces pillars pixels platforms plans points practices principles problems"
    " properties questions reasons rules sections sides sizes slides solutions stages steps"
    " strategies techniques templates things tiers times tips tools topics trends types values"
    " variables versions ways words controls standards always needs offers comes goes gets makes"
    " gives takes starts ends provides lets allows brings adds does plus series sales apis"
)
"""What a text counts of itself, and what only looks like a plural."""

NOT_BEFORE_A_UNIT = word_set(
    "a an and are as at be been but by can did do for from had has have if in into is it its no"
    " not of off on or our out over so than that the their then there they this to under until up"
    " was we were what when where which while who will with within without would you your ago old"
    " after before"
)
"""Words a counted noun does not stand behind."""

SCOPES = word_set(
    "last past next previous coming following first recent final every other or step steps version"
    " phase section chapter page level stage day week month part figure table top slide question q"
    " tier option season episode"
)
"""Words before a number that make it a period, a label or a rank, not an amount."""

BEFORE_AN_AMOUNT = word_set(
    "about above after all almost among and approximately around at average between by every for"
    " from in it its just maximum mean median minimum nearly of on only our over roughly some than"
    " the their these to under we with within your"
)
"""Capitalised words before a number that do not make it part of a name."""

SYMBOLS = r"[KMGTP]B|ms|km|kg|kWh|[kMG]W|[MG]Hz|[MG]bps|fps|°[CF]|px|min|h"
COMPARISONS = (
    "as|more|faster|fewer|less|higher|lower|larger|bigger|greater|longer|cheaper|better|quicker|the"
)
PAYERS = (
    "user|seat|person|head|employee|developer|engineer|agent|editor|creator|member|month|year|day"
    "|week|hour|minute|second|quarter|mo|yr|hr|invoice|ticket|transaction|request|app|licen[cs]e"
)
"""What an amount may be counted by: `$5 per user per month`, `30 minutes a day`."""
