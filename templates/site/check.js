// Grades a comprehension check when asked, keeps attempts in this browser, and lists them.
(() => {
  "use strict";
  const KEY = "enablekit.attempts/1"; // see docs/reference/attempts.md
  const MOST = 200;
  const SHOWN = 5;

  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const element = (name, values) => Object.assign(document.createElement(name), values);
  document.documentElement.classList.add("taking");

  // Oldest first. A browser may refuse to keep anything, and what it kept may be damaged.
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)).attempts.filter((attempt) => attempt.answers);
    } catch {
      return [];
    }
  };
  const keep = (attempts) => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ schema: KEY, attempts: attempts.slice(-MOST) }));
      return true;
    } catch {
      return false;
    }
  };
  const told = (attempt, words) => {
    const style = { dateStyle: "medium", timeStyle: "short" };
    return filled(words, { ...attempt, day: new Date(attempt.at).toLocaleString([], style) });
  };
  const outcome = (attempt, { dataset }) =>
    told(attempt, attempt.passed ? dataset.passed : dataset.missed);

  const isOversure = ({ right, sure }) => sure && !right;

  const take = (form) => {
    const items = all(".item", form);
    const problem = one(".problem");
    const result = one(".result");
    const past = one(".attempts");
    const again = one("[type=reset]", form);
    const named = document.title;
    let changed = true;

    const first = (part) => one(".option :is(input, select)", part);
    const chosen = (item) => all(".option :checked", item).map(({ value }) => Number(value));
    const isOpen = (item) => {
      const given = chosen(item).filter(Boolean);
      const steps = item.dataset.form === "ordering" ? new Set(given).size : given.length;
      return steps < item.dataset.needs;
    };

    // States are "open", "right" and "wrong"; without one, nothing is said.
    const mark = (item, state = "", word = "") => {
      item.dataset.state = state;
      one(".mark", item).textContent = word;
      item.setAttribute("aria-describedby", state && one(word ? ".mark" : ".error", item).id);
    };

    const lead = (box, some) => {
      all("li", box).forEach((line, at) => (line.hidden = !some.includes(items[at])));
    };

    const clear = () => {
      items.forEach((item) => mark(item));
      problem.hidden = result.hidden = again.hidden = true;
      document.title = named;
    };

    const complain = (open) => {
      for (const item of open) mark(item, "open");
      lead(problem, open);
      problem.hidden = false;
      document.title = problem.dataset.before + named;
      problem.focus();
    };

    const answered = (item) => {
      const given = chosen(item);
      const right = given.join(" ") === item.dataset.key;
      const sure = one(".sure input", item).checked;
      const words = form.dataset;
      if (right) mark(item, "right", words.right);
      else mark(item, "wrong", sure ? words.oversure : words.wrong);
      for (const said of all("[data-for]", item)) said.hidden = !given.includes(Number(said.dataset.for));
      return [item.dataset.item, { chosen: given, right, sure }];
    };

    const grade = () => {
      const answers = Object.fromEntries(items.map(answered));
      const right = Object.values(answers).filter((answer) => answer.right).length;
      const { asset, title, check, pass } = form.dataset;
      const at = new Date().toISOString();
      const of = items.length;
      const attempt = { asset, title, check, at, right, of, passed: right >= pass, answers };
      // Who asks twice without a change has not tried twice.
      if (changed) one("#unkept").hidden = keep([...kept(), attempt]);
      changed = false;

      const heading = one("h2", result);
      heading.textContent = outcome(attempt, result);
      const oversure = items.filter((item) => isOversure(answers[item.dataset.item]));
      one("div", result).hidden = !oversure.length;
      lead(result, oversure);
      result.hidden = again.hidden = false;
      showPast();
      heading.focus();
    };

    const showPast = () => {
      const { asset, check } = form.dataset;
      const mine = kept().filter((attempt) => attempt.asset === asset);
      const same = mine.filter((attempt) => attempt.check === check);
      const list = one("ul", past);
      const last = same.slice(-SHOWN).reverse();
      list.replaceChildren(...last.map((attempt) => element("li", { textContent: outcome(attempt, list) })));
      one("#older").hidden = same.length === mine.length;
      past.hidden = !mine.length;
    };

    for (const item of items) {
      one(".verdict", item).append(...all(".why", item));
      for (const link of all(`[href="#${item.id}"]`)) {
        link.addEventListener("click", (event) => {
          event.preventDefault();
          first(item).focus({ preventScroll: true });
          item.scrollIntoView();
        });
      }
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clear();
      const open = items.filter(isOpen);
      if (open.length) complain(open);
      else grade();
    });
    form.addEventListener("change", ({ target }) => {
      changed = true;
      mark(target.closest(".item"));
    });
    form.addEventListener("reset", () => {
      changed = true;
      clear();
      for (const answer of all(".answer", form)) answer.open = false;
      first(form).focus();
    });
    addEventListener("pageshow", showPast);
    clear();
  };

  const list = (rows, section) => {
    const said = one(".said");
    const ask = one(".ask", section);

    const show = () => {
      const attempts = kept().reverse();
      for (const row of all("[data-asset]", rows)) {
        const last = attempts.find((attempt) => attempt.asset === row.dataset.asset);
        const edited = last && last.check !== row.dataset.check;
        one(".latest", row).textContent = !last ? rows.dataset.none
          : edited ? told(last, rows.dataset.edited) : outcome(last, rows);
      }
      one(".none").hidden = attempts.length > 0;
      one("#total").textContent = attempts.length;
      section.hidden = !attempts.length;
    };

    // A cell that a spreadsheet would take for a formula begins with an apostrophe instead.
    const cell = (value) => {
      const text = [value].flat().join(" ").replace(/^[=+\-@\t\r]/, "'$&");
      return `"${text.replaceAll('"', '""')}"`;
    };
    const COLUMNS = ["asset", "title", "check", "at", "passed", "item", "chosen", "right", "sure"];
    const lines = (attempt) =>
      Object.entries(attempt.answers).map(([item, answer]) => {
        const values = { ...attempt, item, ...answer };
        return COLUMNS.map((name) => values[name]);
      });
    const formats = {
      json: (attempts) => JSON.stringify({ schema: KEY, attempts }, null, 2),
      // The mark at the start tells a spreadsheet that this is UTF-8.
      csv: (attempts) => `\ufeff${[COLUMNS, ...attempts.flatMap(lines)]
        .map((line) => `${line.map(cell).join(",")}\r\n`).join("")}`,
      txt: (attempts) => attempts.map((attempt) => {
        const count = Object.values(attempt.answers).filter(isOversure).length;
        const more = count ? ` ${filled(section.dataset.sure, { count })}` : "";
        return `${outcome(attempt, section)}${more}\n`;
      }).join(""),
    };

    const save = ({ format, type, name: download }) => {
      const href = URL.createObjectURL(new Blob([formats[format](kept())], { type }));
      element("a", { href, download }).click();
      setTimeout(() => URL.revokeObjectURL(href), 1000);
    };
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(formats.txt(kept()));
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
      localStorage.removeItem(KEY);
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
  };

  const form = one(".check form");
  const rows = one(".listed");
  if (form) take(form);
  if (rows) list(rows, one(".kept"));
})();
