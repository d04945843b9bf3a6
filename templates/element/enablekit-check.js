// <enablekit-check>: a comprehension check on any page; see docs/reference/check-element.md.
// Exports put templates/site/grade.js, which judges typed answers, before it in the same file.
(() => {
  "use strict";
  const SCHEMA = "enablekit.check/1"; // see docs/reference/check-file.md
  const STATE_BELOW = 3500; // characters; SCORM 1.2 keeps 4096, and a host may add its own
  const TYPED_MOST = 120;

  const STYLE = `
:host { display: block; }
[hidden] { display: none !important; }
*, ::before { box-sizing: border-box; }
.check {
  all: initial; display: block; overflow-wrap: break-word; color-scheme: light dark;
  --paper: var(--enablekit-paper, light-dark(#fff, #0f1513));
  --panel: var(--enablekit-panel, light-dark(#f1f5f3, #19211f));
  --ink: var(--enablekit-ink, light-dark(#16201d, #e7edeb));
  --soft: var(--enablekit-soft, light-dark(#4b5955, #a9b6b2));
  --line: var(--enablekit-line, light-dark(#cfd8d4, #35413d));
  --edge: var(--enablekit-edge, light-dark(#75827e, #7d8a86));
  --accent: var(--enablekit-accent, light-dark(#0a5b4b, #78d4ba));
  --on-accent: var(--enablekit-on-accent, light-dark(#fff, #06231c));
  --stop: var(--enablekit-stop, light-dark(#9c1f17, #ffa196));
  --drawn: var(--enablekit-drawn, light-dark(#57478a, #c5b8f3));
  --round: var(--enablekit-radius, 8px);
  background: var(--paper); color: var(--ink); line-height: 1.5;
  padding: var(--enablekit-padding, clamp(1em, 4vw, 1.75em));
  border: var(--enablekit-frame, 1px solid var(--line)); border-radius: var(--round);
  font-family: var(--enablekit-font, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif);
  font-size: var(--enablekit-font-size, medium);
  max-inline-size: var(--enablekit-measure, 44em);
}
:host([theme="light"]) .check { color-scheme: light; }
:host([theme="dark"]) .check { color-scheme: dark; }
.check[dir="rtl"] { text-align: right; } /* where a line begins, whatever its own direction */
h2, p, ul, fieldset, legend { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
ul { list-style: none; }
h2 { font-size: 1.25em; line-height: 1.3; }
a { color: var(--accent); text-underline-offset: .18em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.lead { font-size: 1.0625em; }
.soft, .hint { color: var(--soft); }
.soft { font-size: .9375em; margin-block-start: .375em; }
.hint { display: block; font-size: .84em; font-weight: 400; }
.drawn { color: var(--drawn); }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.item { position: relative; margin-block-start: 2em; padding-block-start: 1em; border-block-start: 1px solid var(--line); scroll-margin-block-start: 1em; }
legend { float: inline-start; inline-size: 100%; }
legend ~ * { clear: both; }
.item > legend { font-size: 1.125em; font-weight: 650; line-height: 1.4; padding-block-end: .5em; padding-inline-start: 1.75em; position: relative; }
.number { position: absolute; inset-inline-start: 0; color: var(--accent); font-variant-numeric: tabular-nums; }
label, .sort { display: flex; align-items: start; gap: .75em; min-block-size: 44px; padding: .6em .75em; }
.option { border: 1px solid var(--line); border-radius: var(--round); margin-block-start: .5em; }
label { cursor: pointer; }
.done label { cursor: auto; }
form:not(.done) :is(label.option, .sort label):hover { background: var(--panel); }
.option:has(> :checked) { border-color: var(--accent); background: var(--panel); box-shadow: inset 0 0 0 1px var(--accent); }
.sort { display: block; padding-block-end: .15em; }
.sort label { display: inline-flex; padding-inline: 0; margin-inline-end: 1.5em; }
.done .item:not(.right) .option:has(> :checked) { border-color: var(--edge); box-shadow: inset 0 0 0 1px var(--edge); }
.bank { margin-block-start: .75em; padding-inline-start: 1.25em; list-style: disc; font-size: .9375em; color: var(--soft); }
.pair { display: block; }
.pair > span, .pair > select { display: block; }
.pair select { inline-size: 100%; margin-block: .5em .15em; text-overflow: ellipsis; }
.step { align-items: center; padding-block: .4em; }
.typed { flex-wrap: wrap; align-items: center; padding-inline: 0; }
.typed > :first-child { flex-basis: 100%; margin-block-end: -.5em; }
input, select, button { font: inherit; color: inherit; margin: 0; }
[type="radio"], [type="checkbox"] { flex: none; inline-size: 1.25em; block-size: 1.25em; margin-block-start: .15em; accent-color: var(--accent); }
select, [type="text"] { min-block-size: 44px; padding: .25em .6em; border: 1px solid var(--edge); border-radius: calc(var(--round) / 2); background: var(--paper); min-inline-size: 3.75em; max-inline-size: 100%; }
[type="text"] { flex: 0 1 18em; }
.numeric [type="text"] { flex-basis: 8em; }
:disabled { opacity: 1; }
:is([type="radio"], [type="checkbox"]):disabled { appearance: none; display: grid; place-content: center; border: 1px solid var(--edge); border-radius: 3px; }
[type="radio"]:disabled { border-radius: 50%; }
[type="radio"]:disabled:checked { border: .4em solid var(--ink); }
[type="checkbox"]:disabled:checked { background: var(--ink); border-color: var(--ink); }
[type="checkbox"]:disabled:checked::before { content: "✓"; color: var(--paper); font-weight: 700; line-height: 1; }
select:disabled, [type="text"]:disabled { color: inherit; background: var(--panel); }
.sure { margin-block-start: .5em; padding-inline: .8em; font-size: .9375em; color: var(--soft); }
.done .sure:not(:has(:checked)) { display: none; }
.error { color: var(--stop); font-weight: 650; margin-block-end: .5em; }
.item:not(.open) > .error { display: none; }
.verdict { margin-block-start: .75em; border-inline-start: 3px solid var(--stop); padding-inline-start: .875em; }
.verdict p { padding-block-end: .375em; }
.mark { font-weight: 700; color: var(--stop); }
.mark::before { content: "✗  " / ""; }
.right > .verdict { border-color: var(--accent); }
.right .mark { color: var(--accent); }
.right .mark::before { content: "✓  " / ""; }
.verdict b { display: block; font-weight: 650; }
summary { cursor: pointer; min-block-size: 44px; padding-block: .6em; color: var(--soft); }
.label { display: block; font-size: .875em; color: var(--soft); }
.box { border: 2px solid var(--stop); border-radius: var(--round); padding: .875em 1em; margin-block: 1.5em 0; }
.box.passed { border-color: var(--accent); }
.problem h2 { color: var(--stop); }
.box p { margin-block-start: .25em; }
.box a { display: block; padding-block: .65em; }
button { min-block-size: 44px; padding: .5em 1.25em; margin-block-start: 2em; border: 1.5px solid var(--accent); border-radius: var(--round); font-weight: 650; cursor: pointer; background: var(--accent); color: var(--on-accent); }
button:hover { text-decoration: underline; text-underline-offset: .2em; }
@media print { .verdict, .sure, .box, button { display: none; } .item { break-inside: avoid; } }
`;

  const all = (selector, root) => [...root.querySelectorAll(selector)];
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (found, name) => values[name] ?? found);
  const make = (name, values, ...inside) => {
    const made = Object.assign(document.createElement(name), values);
    made.append(...inside);
    return made;
  };
  const isTyped = ({ form }) => form === "numeric" || form === "short";
  const isChoice = ({ form }) => form === "single" || form === "multiple";
  const wholeSeconds = (since) => Math.max(0, Math.round((performance.now() - since) / 1000));

  const isRight = (item, chosen, typed) => {
    const { numeric, short } = globalThis.enablekitGrade;
    if (item.form === "numeric") return numeric(typed, item.number);
    if (item.form === "short") return short(typed, item.options.map(({ text }) => text));
    return chosen.join(" ") === item.key.join(" ");
  };

  let sheet;
  const styled = (root) => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
    }
    root.adoptedStyleSheets = [sheet];
  };

  // One question: its fieldset, and what has been filled in.
  class Question {
    constructor(item, number, data) {
      Object.assign(this, { item, number, words: data.words, touched: null });
      this.lang = data.content_language;
      this.dir = this.lang === data.language ? "" : "auto";
      this.name = `question-${number}`;
      this.error = make("p", { className: "error", id: `error-${number}`, textContent: this.missing });
      this.verdict = make("div", { className: "verdict", hidden: true });
      this.box = make("fieldset", { className: "item", id: this.name },
        this.legend(), this.error, ...this.answers(), this.sureTick(), this.verdict);
    }

    // What the asset says, in its own language, whatever language the check speaks.
    content(text, tag = "span") {
      return make(tag, { textContent: text, lang: this.lang, dir: this.dir });
    }

    // A text that is the asset's only where a person wrote the question.
    asked(text, tag) {
      return this.item.written ? this.content(text, tag) : make(tag, { textContent: text });
    }

    told(word) {
      return filled(this.words[word], { n: this.number });
    }

    // Words of which a part is for who cannot see what they stand beside.
    partUnseen(word) {
      const [shown, unseen = "", rest = ""] = this.told(word).split(/\{\/?unseen\}/);
      return [shown, make("span", { className: "unseen", textContent: unseen }), rest];
    }

    get missing() {
      return this.told(`need_${this.item.form}`);
    }

    get hint() {
      const { item, words } = this;
      const hint = words[`hint_${item.form}`] ?? "";
      return Number(item.number?.tolerance ?? 0) ? `${hint} ${words.near_enough}` : hint;
    }

    legend() {
      const { item, words, hint } = this;
      const legend = make("legend", {},
        make("span", { className: "number", textContent: this.number }), " ", this.asked(item.stem, "span"));
      if (hint) legend.append(" ", make("span", { className: "hint", textContent: hint }));
      if (item.drawn) legend.append(" ", make("span", { className: "hint drawn", textContent: words.drawn }));
      return legend;
    }

    answers() {
      const { item } = this;
      if (isTyped(item)) return [this.field()];
      if (item.form === "matching") return [...item.prompts.map((prompt) => this.pair(prompt)), this.bank()];
      return item.options.map(({ text }, at) => {
        if (item.form === "sorting") return this.sides(text, at);
        if (item.form === "ordering") return this.step(text);
        return this.option(text, at);
      });
    }

    control(type, name, value) {
      return make("input", { type, name, value });
    }

    option(text, at) {
      const type = this.item.form === "multiple" ? "checkbox" : "radio";
      return make("label", { className: "option" }, this.control(type, this.name, at + 1), this.content(text));
    }

    sides(text, at) {
      const name = `${this.name}-${at}`;
      const sides = this.item.groups.map((group, place) =>
        make("label", {}, this.control("radio", name, place + 1), make("span", { textContent: group })));
      const legend = this.content(text, "legend");
      return make("fieldset", { className: "option sort" }, legend, ...sides);
    }

    choice(texts, word = "–") {
      const none = make("option", { value: "", textContent: word });
      return make("select", {}, none, ...texts.map((text, at) => Object.assign(text, { value: at + 1 })));
    }

    step(text) {
      const numbers = this.item.options.map((_, at) => make("option", { textContent: at + 1 }));
      return make("label", { className: "option step" }, this.choice(numbers), this.content(text));
    }

    pair(prompt) {
      const options = this.item.options.map(({ text }) => this.content(text, "option"));
      return make("label", { className: "option pair" }, this.content(prompt), this.choice(options, this.words.choose));
    }

    // A closed list shows no more of an option than fits its line.
    bank() {
      return make("ul", { className: "bank" }, ...this.item.options.map(({ text }) => make("li", {}, this.content(text))));
    }

    field() {
      const { item, words } = this;
      const unit = item.number?.unit ?? "";
      const input = make("input", { type: "text", maxLength: TYPED_MOST, autocomplete: "off", spellcheck: false });
      input.inputMode = item.form === "numeric" ? "decimal" : "text";
      return make("label", { className: `typed ${item.form}` },
        make("span", { className: "hint", textContent: words.your_answer }), input, this.content(unit));
    }

    sureTick() {
      return make("label", { className: "sure" },
        make("input", { type: "checkbox" }), make("span", {}, ...this.partUnseen("sure")));
    }

    get controls() {
      return all("input:not(.sure input), select", this.box);
    }

    get sure() {
      return this.box.querySelector(".sure input");
    }

    get typed() {
      return isTyped(this.item) ? this.controls[0].value : "";
    }

    // Numbers as in `key`; 0 stands for a line without an answer.
    get chosen() {
      const { item } = this;
      if (isTyped(item)) return [];
      if (isChoice(item)) return this.controls.filter((one) => one.checked).map(({ value }) => Number(value));
      if (item.form !== "sorting") return this.controls.map(({ value }) => Number(value));
      return all(".sort", this.box).map((line) => Number(line.querySelector(":checked")?.value ?? 0));
    }

    fill(answer, sure) {
      const { item, controls } = this;
      const numbers = answer.split(" ").map(Number);
      this.sure.checked = sure;
      if (isTyped(item)) controls[0].value = answer;
      else if (isChoice(item)) for (const one of controls) one.checked = numbers.includes(Number(one.value));
      else if (item.form !== "sorting") controls.forEach((one, at) => (one.value = numbers[at] || ""));
      else all(".sort", this.box).forEach((line, at) => {
        for (const one of all("input", line)) one.checked = Number(one.value) === numbers[at];
      });
    }

    get isOpen() {
      const { chosen, item } = this;
      if (isTyped(item)) return !(item.form === "numeric" ? /\p{Nd}/u : /\S/).test(this.typed);
      if (item.form === "ordering" && new Set(chosen).size < chosen.length) return true;
      return !chosen.length || chosen.includes(0);
    }

    complain(open) {
      const { item, controls } = this;
      this.box.classList.toggle("open", open);
      this.describe(open && this.error);
      for (const one of controls.filter((each) => each.matches("select, [type=text]"))) {
        one.ariaInvalid = open && (item.form !== "matching" || !one.value);
      }
    }

    describe(part) {
      const said = isTyped(this.item) ? this.controls[0] : this.box;
      if (part) said.setAttribute("aria-describedby", part.id);
      else said.removeAttribute("aria-describedby");
    }

    focus() {
      const verdict = this.verdict.hidden ? null : this.verdict.firstChild;
      (verdict ?? this.controls[0]).focus({ preventScroll: true });
      this.box.scrollIntoView();
    }

    graded() {
      const { item, chosen, typed } = this;
      const seconds = this.touched === null ? 0 : wholeSeconds(this.touched);
      const right = isRight(item, chosen, typed);
      return { item, chosen, typed: typed.trim(), right, sure: this.sure.checked, seconds };
    }

    // A choice is told about what was chosen; a line to place, when it stands in the wrong place.
    concerns(at, { chosen, typed }) {
      const { item } = this;
      if (isTyped(item)) return isRight({ ...item, options: [item.options[at]] }, chosen, typed);
      if (item.form === "sorting" || item.form === "ordering") return chosen[at] !== item.key[at];
      return chosen.includes(at + 1);
    }

    explain(answer) {
      const { right, sure } = answer;
      const { item, words } = this;
      const word = right ? words.right : sure ? words.oversure : words.wrong;
      const mark = make("p", { className: "mark", id: `mark-${this.number}`, tabIndex: -1, textContent: word });
      const said = [mark];
      item.options.forEach(({ text, feedback }, at) => {
        if (!feedback || !this.concerns(at, answer)) return;
        said.push(make("p", {}, this.content(text, "b"), this.asked(feedback, "span")));
      });
      if (item.rationale) said.push(this.asked(item.rationale, "p"));
      if (!right) said.push(this.keys());
      this.verdict.replaceChildren(...said);
      this.verdict.hidden = false;
      this.box.classList.toggle("right", right);
      this.describe(mark);
      this.box.disabled = true;
    }

    // What is right is a tap away, and not in sight of who wants to think again.
    keys() {
      const shown = this.rightTexts().map(([label, texts]) =>
        make("p", {}, make("span", { className: "label", textContent: label }), this.content(texts)));
      return make("details", {}, make("summary", {}, ...this.partUnseen("show_answer")), ...shown);
    }

    rightTexts() {
      const { item, words } = this;
      const { form, key, groups = [], prompts = [], number } = item;
      const texts = item.options.map(({ text }) => text);
      if (form === "numeric") return [[words.right, `${number.value} ${number.unit ?? ""}`.trim()]];
      if (form === "short") return [[words.right, texts.join(words.separator)]];
      if (form === "matching") return prompts.map((prompt, at) => [prompt, texts[key[at] - 1]]);
      if (form === "ordering") return [[words.in_order, texts.map((_, at) => texts[key.indexOf(at + 1)]).join(" → ")]];
      const of = (side) => texts.filter((_, at) => key[at] === side).join(words.separator);
      if (form === "sorting") return groups.map((group, at) => [group, of(at + 1)]).filter(([, some]) => some);
      const right = key.map((place) => texts[place - 1]);
      return [[right.length > 1 ? words.all_of_these : words.right, right.join(words.separator)]];
    }
  }

  class EnablekitCheck extends HTMLElement {
    static observedAttributes = ["src"];
    #data = null;
    #attempt = 0;
    #restore = null; // a state that waits to be shown
    #questions = [];
    #isGraded = false;
    #started = 0;
    #waits = false;
    #problem;
    #result;
    #form;
    #button;
    #isStale = false; // something was set that is not shown yet
    #asked = 0;

    constructor() {
      super();
      styled(this.attachShadow({ mode: "open" }));
      // Until there is a check, and if there never is, whatever the page put inside is shown.
      this.shadowRoot.append(make("slot"));
      for (const name of ["data", "attempt", "state"]) {
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }

    get data() {
      return this.#data;
    }

    set data(data) {
      this.#asked += 1; // an answer still on its way comes too late
      this.#take(data);
    }

    get attempt() {
      return this.#attempt;
    }

    set attempt(number) {
      this.#attempt = Math.max(0, Math.trunc(Number(number)) || 0);
      this.#restore = null;
      this.#later();
    }

    get state() {
      if (this.#restore) return JSON.stringify(this.#restore);
      if (!this.#questions.length) return "";
      const told = (most) => JSON.stringify({
        check: this.#data.version,
        attempt: this.#attempt,
        graded: this.#isGraded,
        answers: this.#questions.map((one) => (isTyped(one.item) ? one.typed.slice(0, most) : one.chosen.join(" "))),
        sure: this.#questions.map((one) => Number(one.sure.checked)).join(""),
      });
      const fitting = [TYPED_MOST, 40, 10, 0].map(told).find((text) => text.length < STATE_BELOW);
      return fitting ?? JSON.stringify({ check: this.#data.version, attempt: this.#attempt });
    }

    set state(text) {
      try {
        const state = JSON.parse(text);
        if (typeof state.check !== "string") return;
        this.#restore = state;
      } catch {
        return; // damaged or empty: the check begins anew
      }
      this.#later();
    }

    connectedCallback() {
      if (this.#isStale) this.#later();
      if (this.#data) return;
      const inner = this.querySelector('script[type="application/json"]');
      if (inner) this.#read(inner.textContent);
      else if (this.hasAttribute("src")) this.#fetch();
      else if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", () => this.connectedCallback(), { once: true });
      }
    }

    attributeChangedCallback(_, before, now) {
      if (before !== null && now !== before && now !== null && this.isConnected) this.#fetch();
    }

    async #fetch() {
      const asked = (this.#asked += 1);
      try {
        const answer = await fetch(new URL(this.getAttribute("src"), this.baseURI));
        if (!answer.ok) throw new Error(`${answer.status}`);
        const text = await answer.text();
        if (asked === this.#asked) this.#read(text);
      } catch (error) {
        if (asked === this.#asked) this.#fail(error);
      }
    }

    #read(text) {
      try {
        this.#take(JSON.parse(text));
      } catch (error) {
        this.#fail(error);
      }
    }

    #take(data) {
      if (data?.schema !== SCHEMA) {
        this.#fail(new Error(SCHEMA));
        return;
      }
      this.#data = data;
      this.#later();
    }

    #fail(error) {
      this.#tell("error", { message: error.message });
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(`enablekit-${name}`, { detail, bubbles: true, composed: true }));
    }

    // Several things set in a row are shown once.
    #later() {
      this.#isStale = true;
      if (this.#waits) return;
      this.#waits = true;
      queueMicrotask(() => {
        this.#waits = false;
        if (this.#data && this.isConnected) this.#begin();
      });
    }

    #begin() {
      const data = this.#data;
      this.#isStale = false;
      const kept = this.#restore?.check === data.version ? this.#restore : null;
      this.#restore = null;
      if (kept) this.#attempt = Math.max(0, Math.trunc(kept.attempt) || 0);
      const draws = data.draws?.length ? data.draws : [data.items.map(({ id }) => id)];
      const ids = draws[this.#attempt % draws.length];
      const items = ids.map((id) => data.items.find((item) => item.id === id)).filter(Boolean);
      this.#questions = items.map((item, at) => new Question(item, at + 1, data));
      this.#isGraded = false;
      this.#started = performance.now();
      this.#show();
      this.#questions.forEach((one, at) => {
        if (typeof kept?.answers?.[at] === "string") one.fill(kept.answers[at], kept.sure?.[at] === "1");
      });
      if (kept?.graded) this.#explain(this.#questions.map((one) => one.graded()));
      else this.#tell("start", {
        asset: data.asset, version: data.version, items: items.map(({ id }) => id), at: new Date().toISOString(),
      });
    }

    #show() {
      const { words, language, direction, title } = this.#data;
      this.#problem = this.#box("problem");
      this.#result = this.#box("result");
      this.#button = make("button", { type: "submit", textContent: words.submit });
      this.#form = make("form", { noValidate: true, autocomplete: "off", ariaLabel: filled(words.check, { title }) },
        ...this.#questions.map(({ box }) => box), this.#button);
      this.#form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (this.#isGraded) this.#again();
        else this.#submit();
      });
      this.#form.addEventListener("input", ({ target }) => {
        const question = this.#questions.find(({ box }) => box.contains(target));
        question.touched ??= performance.now();
        question.complain(false);
      });
      const check = make("div", { className: "check", lang: language, dir: direction },
        ...this.#lead(), this.#problem, this.#result, this.#form);
      this.shadowRoot.replaceChildren(check);
    }

    #lead() {
      const { words, pass, draws = [] } = this.#data;
      const of = this.#questions.length;
      const learning = draws.length > 1 ? `${words.learning} ${words.others}` : words.learning;
      const isDrawn = this.#questions.every(({ item }) => item.drawn);
      const goal = filled(words.goal, { right: Math.ceil((of * pass) / 100), of });
      return [
        make("p", { className: "lead", textContent: goal, hidden: of < 3 }),
        make("p", { className: "soft", textContent: learning }),
        make("p", { className: "soft drawn", textContent: words.drawn_all, hidden: !isDrawn }),
      ];
    }

    #box(name) {
      return make("div", { className: `box ${name}`, hidden: true });
    }

    #links(questions, told) {
      return make("ul", {}, ...questions.map((one) => {
        const link = make("a", { href: `#${one.name}` }, told(one));
        link.addEventListener("click", (event) => {
          event.preventDefault();
          one.focus();
        });
        return make("li", {}, link);
      }));
    }

    #submit() {
      const open = this.#questions.filter((one) => one.isOpen);
      for (const one of this.#questions) one.complain(one.isOpen);
      this.#problem.hidden = !open.length;
      if (!open.length) {
        this.#grade();
        return;
      }
      const heading = make("h2", { tabIndex: -1, textContent: this.#data.words.problem });
      this.#problem.replaceChildren(heading, this.#links(open, (one) => one.missing));
      heading.focus();
    }

    #grade() {
      const at = new Date().toISOString();
      const answers = this.#questions.map((one) => ({ ...one.graded(), at }));
      const done = this.#explain(answers);
      const of = answers.length;
      for (const answer of answers) this.#tell("answer", answer);
      this.#tell("result", {
        ...done, of, score: of ? done.right / of : 0, answers, seconds: wholeSeconds(this.#started), at,
      });
      this.#result.querySelector("h2").focus();
    }

    // Shows what was right, and returns how much that is.
    #explain(answers) {
      const { words, pass } = this.#data;
      const of = answers.length;
      const right = answers.filter((answer) => answer.right).length;
      const passed = right * 100 >= of * pass;
      this.#isGraded = true;
      this.#questions.forEach((one, at) => one.explain(answers[at]));
      const oversure = this.#questions.filter((_, at) => answers[at].sure && !answers[at].right);
      const told = filled(passed ? words.passed : words.missed, { right, of });
      this.#result.replaceChildren(
        make("h2", { tabIndex: -1, textContent: told }), make("p", { textContent: words.below }));
      if (oversure.length) {
        const named = (one) => one.asked(`${one.number}. ${one.item.stem}`, "span");
        this.#result.append(make("p", { textContent: words.worth_another_look }), this.#links(oversure, named));
      }
      this.#result.classList.toggle("passed", passed);
      this.#result.hidden = false;
      this.#form.classList.add("done");
      this.#button.textContent = words.again;
      return { right, passed };
    }

    #again() {
      this.#attempt += 1;
      this.#begin();
      this.#questions[0].focus();
    }
  }

  if (!customElements.get("enablekit-check")) customElements.define("enablekit-check", EnablekitCheck);
})();
