"""What SCORM allows as a value, element by element; the runtime in the tests lets more through."""

from __future__ import annotations

import re

# SCORM 1.2 RTE 3.4.2, and Moodle's scorm_12.js where that is stricter.
_IDENTIFIER = r"[!-~]{1,255}"
_TIMESPAN_12 = r"\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?"
_TIME_12 = r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?"
_SCORE = r"(100|\d{1,2}(\.\d{1,2})?)"
_TEXT_255 = r"[^\r\n]{1,255}"
_ONE = "[0-9a-z]"
_ANSWERS_12 = {
    "choice": rf"{_ONE}(,{_ONE})*",
    "sequencing": rf"{_ONE}(,{_ONE})*",
    "matching": rf"{_ONE}\.{_ONE}(,{_ONE}\.{_ONE})*",
    "numeric": r"-?\d+(\.\d+)?",
    "fill-in": _TEXT_255,
}
SCORM_12 = {
    r"cmi\.core\.lesson_status": "passed|completed|failed|incomplete|browsed",
    r"cmi\.core\.exit": "time-out|suspend|logout|",
    r"cmi\.core\.score\.(raw|min|max)": _SCORE,
    r"cmi\.core\.session_time": _TIMESPAN_12,
    r"cmi\.suspend_data": r"[\s\S]{0,4096}",
    r"cmi\.interactions\.\d+\.id": _IDENTIFIER,
    r"cmi\.interactions\.\d+\.objectives\.\d+\.id": _IDENTIFIER,
    r"cmi\.interactions\.\d+\.time": _TIME_12,
    r"cmi\.interactions\.\d+\.type": "choice|fill-in|matching|sequencing|numeric",
    r"cmi\.interactions\.\d+\.weighting": r"-?\d{1,3}(\.\d+)?",
    r"cmi\.interactions\.\d+\.result": "correct|wrong",
    r"cmi\.interactions\.\d+\.latency": _TIMESPAN_12,
}

# SCORM 2004 4th edition RTE 4.1 and 4.2, where Moodle's player is stricter as that has it.
_SHORT = r"[A-Za-z0-9._-]{1,250}"
_REAL = r"-?\d{1,5}(\.\d{1,7})?"
_SECONDS = r"PT\d+(\.\d{1,2})?S"
_TIMESTAMP = r"20[0-3]\d-(0\d|1[0-2])-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{1,2}Z"
_STRING_250 = r"(?!\{)(?![^\r\n]*\[[,.:]\])[^\r\n]{1,250}"
_PAIR = rf"{_SHORT}\[\.\]{_SHORT}"
_ANSWERS_2004 = {
    "choice": rf"{_SHORT}(\[,\]{_SHORT})*",
    "sequencing": rf"{_SHORT}(\[,\]{_SHORT})*",
    "matching": rf"{_PAIR}(\[,\]{_PAIR})*",
    "numeric": _REAL,
    "fill-in": _STRING_250,
}
_SCALED = r"(1|0(\.\d{1,7})?)"
SCORM_2004 = {
    r"cmi\.completion_status": "completed|incomplete",
    r"cmi\.success_status": "passed|failed",
    r"cmi\.exit": "time-out|suspend|logout|normal|",
    r"cmi\.score\.scaled": _SCALED,
    r"cmi\.score\.(raw|min|max)": _SCORE,
    r"cmi\.session_time": _SECONDS,
    r"cmi\.suspend_data": r"[\s\S]{0,4000}",  # what the second edition promised; the fourth: 64000
    r"cmi\.objectives\.\d+\.id": r"\S{1,4000}",
    r"cmi\.objectives\.\d+\.description": _STRING_250,
    r"cmi\.objectives\.\d+\.score\.scaled": _SCALED,
    r"cmi\.objectives\.\d+\.success_status": "passed|failed",
    r"cmi\.objectives\.\d+\.completion_status": "completed",
    r"cmi\.interactions\.\d+\.id": r"\S{1,4000}",
    r"cmi\.interactions\.\d+\.objectives\.\d+\.id": r"\S{1,4000}",
    r"cmi\.interactions\.\d+\.timestamp": _TIMESTAMP,
    r"cmi\.interactions\.\d+\.type": "choice|fill-in|matching|sequencing|numeric",
    r"cmi\.interactions\.\d+\.weighting": _REAL,
    r"cmi\.interactions\.\d+\.result": "correct|incorrect",
    r"cmi\.interactions\.\d+\.latency": _SECONDS,
    r"cmi\.interactions\.\d+\.description": _STRING_250,
}
_KINDS = {
    "scorm12": (SCORM_12, _ANSWERS_12, "student_response"),
    "scorm2004": (SCORM_2004, _ANSWERS_2004, "learner_response"),
}
_ANSWER = re.compile(r"(cmi\.interactions\.\d+)\.(\w+_response|correct_responses\.\d+\.pattern)")


def refused(kind: str, sent: list[tuple[str, str]]) -> list[str]:
    """Return every value that is not allowed, or that belongs to nothing we know."""
    elements, answers, response = _KINDS[kind]
    types: dict[str, str] = {}
    wrong = []
    for name, value in sent:
        if name.endswith(".type"):
            types[name.removesuffix(".type")] = value
        answer = _ANSWER.fullmatch(name)
        if answer:
            pattern = answers.get(types.get(answer[1], ""), "(?!)")
            known = answer[2] == response or answer[2].endswith(".pattern")
            if kind == "scorm2004" and pattern == _REAL and answer[2].endswith(".pattern"):
                pattern = rf"({_REAL})?\[:\]({_REAL})?"
        else:
            found = [one for path, one in elements.items() if re.fullmatch(path, name)]
            known, pattern = len(found) == 1, found[0] if found else "(?!)"
        # Platforms count UTF-16 code units; a sign beyond the first plane counts twice.
        units = re.sub(r"[^\0-\uffff]", "__", value)
        if not known or not re.fullmatch(pattern, units):
            wrong.append(f"{name} = {value}")
    return wrong
