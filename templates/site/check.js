// Asks the questions of a draw, grades the answers when asked to, and keeps the attempt.
(() => {
  "use strict";
  const { attempts, counted, outcome, isOversure, element } = window.enablekit;
  const SHOWN = 5;

  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const form = one("[data-check]");
  const words = form.dataset;
  const problem = one(".problem");
  const result = one(".result");
  const past = one(".attempts");
  const buttons = one(".buttons", form);
  const again = one("[type=reset]", form);
  const named = document.title;
  const pool = all(".item", form);
  const draws = words.draws.split(",").map((draw) => draw.split(" ").map((place) => pool[place - 1]));
  // A learning path asks again about what has changed, and about nothing else: `#only=` must-knows.
  const wanted = /^#only=(.+)/.exec(location.hash)?.[1].split(",").map(decodeURIComponent) ?? [];
  const only = wanted.filter((id) => pool.some(({ dataset }) => dataset.tests === id));
  const mine = () => attempts.all().filter(({ asset }) => asset === words.asset);
  const same = () => mine().filter(({ check }) => check === words.check);

  let items; // what is asked now
  let turn = same().length;
  let changed = true;

  const first = (item) => one(":is(input, select)", item);
  const typed = (item) => one("[type=text]", item);
  const chosen = (item) => all(".option :checked", item).map(({ value }) => Number(value));
  const isOpen = (item) => {
    const field = typed(item);
    if (field) return !(item.dataset.form === "numeric" ? /\p{Nd}/u : /\S/).test(field.value);
    const given = chosen(item).filter(Boolean);
    const set = item.dataset.form === "ordering" ? new Set(given).size : given.length;
    return set < item.dataset.needs;
  };

  // States are "open", "right" and "wrong"; without one, nothing is said.
  const mark = (item, state = "", word = "") => {
    item.dataset.state = state;
    one(".mark", item).textContent = word;
    const saying = state && one(word ? ".mark" : ".error", item).id;
    (typed(item) ?? item).setAttribute("aria-describedby", saying);
    for (const field of all("select, [type=text]", item)) {
      field.ariaInvalid = state === "open" && (item.dataset.form !== "matching" || !field.value);
    }
  };

  // Fills a box with links to questions: each with its own words, in the order they are asked.
  const lead = (box, some, parts) => {
    one("ul", box).replaceChildren(...some.map((item) => {
      const link = element("a", { href: `#${item.id}` });
      const line = element("li");
      link.append(...parts(item));
      line.append(link);
      return line;
    }));
  };

  const clear = () => {
    pool.forEach((item) => mark(item));
    problem.hidden = result.hidden = again.hidden = true;
    document.title = named;
  };

  const complain = (open) => {
    for (const item of open) mark(item, "open");
    lead(problem, open, (item) => [one(".error", item).textContent]);
    problem.hidden = false;
    document.title = problem.dataset.before + named;
    problem.focus();
  };

  const toPass = () => (only.length ? items.length : Math.ceil(items.length * words.pass / 100));

  const draw = () => {
    items = only.length ? pool.filter(({ dataset }) => only.includes(dataset.tests)) : draws[turn % draws.length];
    for (const item of pool) item.hidden = item.disabled = !items.includes(item);
    items.forEach((item, at) => {
      buttons.before(item);
      for (const number of all(".n", item)) number.textContent = at + 1;
    });
    const count = one(".count-words");
    count.textContent = counted(count.dataset.forms, items.length);
    one(".to-pass").textContent = toPass();
    one(".of").textContent = items.length;
    one(".goal").hidden = items.length < 3;
  };

  // A choice is told about what was chosen; a line to place, when it stands in the wrong place.
  const explain = (item, given, key, isRight) => {
    const { form: kind } = item.dataset;
    for (const said of all("[data-for]", item)) {
      const place = Number(said.dataset.for);
      if (typed(item)) said.hidden = !isRight([key[place - 1]]);
      else if (kind === "sorting" || kind === "ordering") said.hidden = given[place - 1] === key[place - 1];
      else said.hidden = !given.includes(place);
    }
  };

  const answered = (item) => {
    const field = typed(item);
    const key = field ? JSON.parse(item.dataset.typed) : item.dataset.key.split(" ").map(Number);
    const given = chosen(item);
    const isRight = field
      ? (wanted) => window.enablekitGrade[item.dataset.form](field.value, wanted)
      : (wanted) => given.join() === wanted.join();
    const right = isRight(key);
    const sure = one(".sure input", item).checked;
    if (right) mark(item, "right", words.right);
    else mark(item, "wrong", sure ? words.oversure : words.wrong);
    explain(item, given, key, isRight);
    const answer = field ? { chosen: [], typed: field.value.trim() } : { chosen: given };
    return [item.dataset.item, { ...answer, right, sure }];
  };

  const grade = () => {
    const answers = Object.fromEntries(items.map(answered));
    const right = Object.values(answers).filter((answer) => answer.right).length;
    const { asset, title, check } = words;
    const at = new Date().toISOString();
    const of = items.length;
    const attempt = { asset, title, check, at, right, of, passed: right >= toPass(), answers };
    if (words.parts) attempt.parts = words.parts;
    if (only.length) attempt.only = only;
    // Who asks twice without a change has not tried twice.
    if (changed) one("#unkept").hidden = attempts.keep([...attempts.all(), attempt]);
    changed = false;

    const heading = one("h2", result);
    heading.textContent = outcome(attempt, result);
    const oversure = items.filter((item) => isOversure(answers[item.dataset.item]));
    const box = one("div", result);
    box.hidden = !oversure.length;
    lead(box, oversure, (item) => [`${one(".n", item).textContent}. `, one(".stem", item).cloneNode(true)]);
    result.hidden = again.hidden = false;
    showPast();
    heading.focus();
  };

  const showPast = () => {
    const list = one("ul", past);
    const last = same().slice(-SHOWN).reverse();
    list.replaceChildren(...last.map((attempt) => element("li", { textContent: outcome(attempt, list) })));
    one("#older").hidden = same().length === mine().length;
    past.hidden = !mine().length;
  };

  for (const item of pool) {
    one(".verdict", item).append(...all(".why", item));
    buttons.before(item);
  }
  one(".further", form)?.remove();
  document.addEventListener("click", (event) => {
    const item = pool.find(({ id }) => event.target.closest("a")?.hash === `#${id}`);
    if (!item) return;
    event.preventDefault();
    first(item).focus({ preventScroll: true });
    item.scrollIntoView();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clear();
    const open = items.filter(isOpen);
    if (open.length) complain(open);
    else grade();
  });
  form.addEventListener("input", ({ target }) => {
    changed = true;
    mark(target.closest(".item"));
  });
  form.addEventListener("reset", () => {
    changed = true;
    turn += 1;
    clear();
    draw();
    for (const answer of all(".answer", form)) answer.open = false;
    first(items[0]).focus();
  });
  addEventListener("pageshow", showPast);
  clear();
  draw();
})();
