// The list of all checks: what was taken comes first, and all of it can be saved or forgotten.
(() => {
  "use strict";
  const { attempts, pulses, filled, told, outcome, isOversure, element } = window.enablekit;

  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const rows = one(".listed");
  const section = one(".kept");
  const said = one(".said");
  const ask = one(".ask", section);
  const inOrder = all(".listed [data-asset]");

  // What to look at again comes first, then what was taken last; the rest stays as it was.
  const state = (row, kept) => {
    const place = kept.findLastIndex((attempt) => attempt.asset === row.dataset.asset);
    const last = kept[place];
    const edited = last && last.check !== row.dataset.check;
    one(".latest", row).textContent = !last ? rows.dataset.none
      : edited ? told(last, rows.dataset.edited) : outcome(last, rows);
    const passed = Boolean(last && !edited && last.passed);
    return { row, place, passed, failed: Boolean(last && !edited && !last.passed) };
  };

  const show = () => {
    const kept = attempts.all();
    const whole = kept.filter(({ only }) => !only);
    const answers = pulses.all();
    const states = inOrder.map((row) => state(row, whole));
    const sorted = [...states].sort((a, b) => b.failed - a.failed || b.place - a.place);
    rows?.append(...sorted.map(({ row }) => row));
    for (const none of all(".none")) none.hidden = kept.length > 0;
    for (const tally of all(".tally")) {
      const passed = states.filter((each) => each.passed).length;
      tally.textContent = filled(tally.dataset.words, { passed, of: states.length });
      tally.hidden = !kept.length;
    }
    one("#total").textContent = kept.length;
    one("#told").textContent = answers.length;
    one("#told").parentElement.hidden = !answers.length;
    section.hidden = !kept.length && !answers.length;
  };

  // A cell that a spreadsheet would take for a formula begins with an apostrophe instead.
  const cell = (value) => {
    const text = [value].flat().join(" ").replace(/^[=+\-@\t\r]/, "'$&");
    return `"${text.replaceAll('"', '""')}"`;
  };
  const COLUMNS = [
    "asset", "title", "check", "at", "passed", "item", "chosen", "right", "sure", "typed", "question", "answer",
  ];
  const line = (values) => COLUMNS.map((name) => values[name]);
  const lines = (attempt) =>
    Object.entries(attempt.answers).map(([item, answer]) => line({ ...attempt, item, ...answer }));
  const toldAttempt = (attempt) => {
    const count = Object.values(attempt.answers).filter(isOversure).length;
    const more = count ? ` ${filled(section.dataset.sure, { count })}` : "";
    return `${outcome(attempt, section)}${more}\n`;
  };
  const formats = {
    json: () => {
      const answers = pulses.all();
      const kept = { schema: attempts.schema, attempts: attempts.all() };
      return JSON.stringify(answers.length ? { ...kept, pulses: answers } : kept, null, 2);
    },
    // The mark at the start tells a spreadsheet that this is UTF-8.
    csv: () => `\ufeff${[
      COLUMNS,
      ...attempts.all().flatMap(lines),
      ...pulses.all().map((entry) => line({ ...entry, item: entry.pulse })),
    ].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`,
    txt: () => [
      ...attempts.all().map(toldAttempt),
      ...pulses.all().map((entry) => `${told(entry, section.dataset.told)}\n`),
    ].join(""),
  };

  const save = ({ format, type, name: download }) => {
    const href = URL.createObjectURL(new Blob([formats[format]()], { type }));
    element("a", { href, download }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(formats.txt());
      said.textContent = said.dataset.copied;
    } catch {
      said.textContent = said.dataset.refused;
    }
  };
  // Asks, or stops asking; the button that comes into sight gets the focus.
  const turn = () => {
    const [outside, inside] = all("[data-do=turn]", section);
    outside.hidden = ask.hidden;
    ask.hidden = !ask.hidden;
    (ask.hidden ? outside : inside).focus();
  };
  const forget = () => {
    turn();
    for (const { schema } of [attempts, pulses]) localStorage.removeItem(schema);
    show();
    said.textContent = said.dataset.forgotten;
    one("h1").focus();
  };

  const deeds = { save, copy, turn, forget };
  section.addEventListener("click", ({ target: { dataset } }) => {
    said.textContent = "";
    deeds[dataset.do]?.(dataset);
  });
  addEventListener("pageshow", show);
})();
