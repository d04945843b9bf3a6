"""What the reading of files can find wrong, each with the page that explains it."""

from __future__ import annotations

from enablekit.model.diagnosis import Diagnosis
from enablekit.model.finding import Severity

FRONT_MATTER_INVALID = Diagnosis(
    code="EK101",
    name="front-matter-invalid",
    severity=Severity.ERROR,
    what="The lines between the fences are not valid YAML, TOML or JSON.",
    why="Title, owner and guidance are lost to every tool, and most tools do not say so.",
    wrong="---\ntitle: Day 3: Branching\n---",
    right='---\ntitle: "Day 3: Branching"\n---',
)
FRONT_MATTER_DELIMITERS = Diagnosis(
    code="EK102",
    name="front-matter-delimiters",
    severity=Severity.ERROR,
    what="The line that opens or closes the front matter is missing or misspelled.",
    why="Other tools then see no front matter at all and print it as text.",
    wrong="---\ntitle: Pricing\n\nWhat we charge.",
    right="---\ntitle: Pricing\n---\n\nWhat we charge.",
)
BAD_ENCODING = Diagnosis(
    code="EK103",
    name="bad-encoding",
    severity=Severity.ERROR,
    what="The file is not plain UTF-8 text: a byte, a mark or a character in it is none.",
    why="Readers see � in place of a letter, and some tools skip the whole file.",
    wrong="rustdoc�s plug-ins (byte 0x92, saved as Windows-1252)",
    right="rustdoc’s plug-ins (saved as UTF-8)",
)
MISSING_TITLE = Diagnosis(
    code="EK104",
    name="missing-title",
    severity=Severity.WARNING,
    what="There is no title in the front matter and no heading of the first level.",
    why="Nobody can find or cite a piece that is called after its file.",
    wrong="---\nowner: ana\n---\n\nWhat we charge.",
    right="---\ntitle: Pricing\nowner: ana\n---\n\nWhat we charge.",
)
WRONG_FIELD_TYPE = Diagnosis(
    code="EK106",
    name="wrong-field-type",
    severity=Severity.WARNING,
    what="A field holds another kind of value than it should: a list for a text, say.",
    why="The value is left out, so the guide misses it.",
    wrong="title: [Pricing, 2026]",
    right="title: Pricing 2026",
)
INVALID_DATE = Diagnosis(
    code="EK107",
    name="invalid-date",
    severity=Severity.ERROR,
    what="A date cannot be read, is in no calendar, or could be two different days.",
    why="Whether a piece is still fresh becomes guesswork, and most site generators stop.",
    wrong="updated: 2019-02-31",
    right="updated: 2019-02-28",
)
DUPLICATE_KEY = Diagnosis(
    code="EK108",
    name="duplicate-key",
    severity=Severity.WARNING,
    what="The same key stands twice in one place.",
    why="Only one of the two counts, and the other is silently ignored.",
    wrong="owner: ana\nstatus: draft\nowner: ben",
    right="owner: ben\nstatus: draft",
)
NEAR_MISS_FIELD = Diagnosis(
    code="EK111",
    name="near-miss-field",
    severity=Severity.WARNING,
    what="A key is nearly, but not quite, one that is read.",
    why="What it says is ignored without a word.",
    wrong="sumary: How to price a pilot",
    right="summary: How to price a pilot",
)
UNKNOWN_TERM = Diagnosis(
    code="EK112",
    name="unknown-term",
    severity=Severity.WARNING,
    what="A word is not in the project's vocabulary for its field.",
    why="Filters and routes do not find the piece under the word that everybody else uses.",
    wrong="stages: [evaluashun]",
    right="stages: [evaluation]",
)
FRONT_MATTER_TOO_COMPLEX = Diagnosis(
    code="EK113",
    name="front-matter-too-complex",
    severity=Severity.ERROR,
    what="The front matter is too large or too deep, or uses a YAML label, reference or type.",
    why="A few such lines can stop or fill up the computer that reads them, so none are followed.",
    wrong="base: &b {owner: ana}\nmore: *b",
    right="base: {owner: ana}\nmore: {owner: ana}",
)
ODD_KEY = Diagnosis(
    code="EK114",
    name="odd-key",
    severity=Severity.WARNING,
    what="A key is not a text: YAML reads it as a number, a date, yes or no, nothing, or a list.",
    why="Tools disagree on what such a key is called; some of them stop.",
    wrong="2026: Our plans",
    right='"2026": Our plans',
)
DEEP_NESTING = Diagnosis(
    code="EK115",
    name="deep-nesting",
    severity=Severity.WARNING,
    what="Lists or quotations in the text stand inside each other more deeply than can be read.",
    why="Markdown tools drop what lies too deep, without a word.",
    wrong="> > > > > > > (and a hundred more) deep",
    right="> deep",
)
RAW_HTML = Diagnosis(
    code="EK116",
    name="raw-html",
    severity=Severity.INFO,
    what="The text holds HTML.",
    why="It is shown as it is written and never run, so that no page can carry a hidden script.",
    wrong="<b>11 days</b> sooner",
    right="**11 days** sooner",
)
CONFLICT_MARKERS = Diagnosis(
    code="EK117",
    name="conflict-markers",
    severity=Severity.ERROR,
    what="A merge was committed unfinished: both versions and git's marks stand in the file.",
    why="Readers get both versions, and nobody knows which one is right.",
    wrong="<<<<<<< HEAD\nFrom 10 €\n=======\nFrom 12 €\n>>>>>>> new-prices",
    right="From 12 €",
)
DANGLING_BLOCK = Diagnosis(
    code="EK118",
    name="dangling-block",
    severity=Severity.ERROR,
    what="A `:::` block or an aside of notes is opened and never closed, or never opened.",
    why="What was meant for a few may reach everybody, or the other way round.",
    wrong="::: internal\nOur floor is 20 %.\n\n## Prices",
    right="::: internal\nOur floor is 20 %.\n:::\n\n## Prices",
)
AMBIGUOUS_VALUE = Diagnosis(
    code="EK119",
    name="ambiguous-value",
    severity=Severity.WARNING,
    what="A text without quotation marks that YAML reads as something else, or cuts short.",
    why="Other tools show `false` for `no`, 1.1 for `1.10` and nothing for `#1`.",
    wrong="title: We're #1",
    right='title: "We\'re #1"',
)
UNCLEAR_ITEM = Diagnosis(
    code="EK120",
    name="unclear-item",
    severity=Severity.ERROR,
    what="A written question has two kinds of answer at once, or too little of one to be marked.",
    why="What is right cannot be told, so reps are not asked, or are marked wrong when right.",
    wrong="- stem: How long is the pilot?\n  key: 30 days\n  number: 30",
    right="- stem: How long is the pilot?\n  number: 30\n  unit: days",
)
OPTION_MARK = Diagnosis(
    code="EK121",
    name="option-mark",
    severity=Severity.WARNING,
    what="An option of a quiz begins with something that is nearly a box, but not `[x]` or `[ ]`.",
    why="Other Markdown tools show it as plain text, and a right answer may count as wrong.",
    wrong="- [X ] 14 days\n-[ ] 30 days",
    right="- [x] 14 days\n- [ ] 30 days",
)
SLIDES_ELSEWHERE = Diagnosis(
    code="EK122",
    name="slides-elsewhere",
    severity=Severity.WARNING,
    what="A slide takes its words from another file, as Slidev does with `src:`.",
    why="That file is not followed, so its slides and notes are missing here.",
    wrong="---\nsrc: ./pricing.md\n---",
    right="---\n\n# Pricing\n\nFrom 10 € a seat.",
)
UNSAFE_LINK = Diagnosis(
    code="EK604",
    name="unsafe-link",
    severity=Severity.ERROR,
    what="A link leads somewhere a page must not lead: it runs code or reads the reader's disk.",
    why="It is left out of every page, so the reader finds words that lead nowhere.",
    wrong="[Price list](file:///C:/prices.xlsx)",
    right="[Price list](https://example.com/prices)",
)
CONFIG_INVALID = Diagnosis(
    code="EK901",
    name="config-invalid",
    severity=Severity.ERROR,
    what="The project file says something that is not understood.",
    why="The setting is left at its default, which may not be what you meant.",
    wrong="prset: hugo",
    right="preset: hugo",
)
FILE_NOT_READ = Diagnosis(
    code="EK907",
    name="file-not-read",
    severity=Severity.ERROR,
    what="A file that belongs to the project could not be opened.",
    why="It is missing from everything that is built.",
    wrong="-rw------- root  pricing.md",
    right="-rw-r--r-- ana   pricing.md",
)
FILE_TOO_LARGE = Diagnosis(
    code="EK908",
    name="file-too-large",
    severity=Severity.ERROR,
    what="A text file is larger than an asset may be.",
    why="It is left out, so that one file cannot hold up everybody's build.",
    wrong="handbook.md (50 MiB)",
    right="handbook/pricing.md, handbook/security.md … (1 MiB each at most)",
)
BRAND_CONTRAST = Diagnosis(
    code="EK909",
    name="brand-contrast",
    severity=Severity.WARNING,
    what="The colour of the brand cannot be read as text.",
    why="A rep reads the site on a phone in daylight; pale links are links nobody sees.",
    wrong='brand: {color: "#ffcc00"}',
    right='brand: {color: "#0a5b4b"}',
)
UNKNOWN_STRING = Diagnosis(
    code="EK910",
    name="unknown-string",
    severity=Severity.WARNING,
    what="A catalogue of strings replaces words that the site never says.",
    why="The site goes on saying what you wanted it not to say.",
    wrong='"All guide": "All playbooks"',
    right='"All guides": "All playbooks"',
)
STRING_PLACEHOLDERS = Diagnosis(
    code="EK911",
    name="string-placeholders",
    severity=Severity.WARNING,
    what="A string in a catalogue is not a text, or does not have the placeholders of the English.",
    why="It is left out, since what belongs into the sentence would be missing from it.",
    wrong='"Its time ended on {day}.": "Seine Zeit ist um."',
    right='"Its time ended on {day}.": "Seine Zeit endete am {day}."',
)

ALL_PARSING = (
    FRONT_MATTER_INVALID,
    FRONT_MATTER_DELIMITERS,
    BAD_ENCODING,
    MISSING_TITLE,
    WRONG_FIELD_TYPE,
    INVALID_DATE,
    DUPLICATE_KEY,
    NEAR_MISS_FIELD,
    UNKNOWN_TERM,
    FRONT_MATTER_TOO_COMPLEX,
    ODD_KEY,
    DEEP_NESTING,
    RAW_HTML,
    CONFLICT_MARKERS,
    DANGLING_BLOCK,
    AMBIGUOUS_VALUE,
    UNCLEAR_ITEM,
    OPTION_MARK,
    SLIDES_ELSEWHERE,
    UNSAFE_LINK,
    CONFIG_INVALID,
    FILE_NOT_READ,
    FILE_TOO_LARGE,
    BRAND_CONTRAST,
    UNKNOWN_STRING,
    STRING_PLACEHOLDERS,
)
