// Shows how far somebody is on a learning path, from the attempts this browser keeps.
(() => {
  "use strict";
  const KEY = "enablekit.attempts/1"; // see docs/reference/attempts.md
  const SCHEMA = "enablekit.certificate/1"; // see docs/reference/programs.md
  const DAY = 86_400_000;

  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const element = (name, values) => Object.assign(document.createElement(name), values);
  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const language = document.documentElement.lang;
  const day = (time) => new Date(time).toLocaleDateString(language, { dateStyle: "long" });

  const path = one(".path");
  const words = path.dataset;
  const spacing = words.spacing.split(" ").filter(Boolean).map(Number);
  const steps = all("[data-parts]", path);

  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)).attempts.filter((attempt) => attempt.answers);
    } catch {
      return [];
    }
  };
  const parts = (text) => new Map((text || "").split(" ").filter(Boolean).map((part) => part.split(":")).map(([id, digest]) => [decodeURIComponent(id), digest]));
  const good = ({ right, of, passed }) => (words.pass ? right * 100 >= of * words.pass : passed);

  // What of a passed check has other words now; an attempt at single parts brings only those up to date.
  const changedIn = (step, whole, attempts) => {
    const now = parts(step.dataset.parts);
    const known = parts(whole.parts);
    for (const attempt of attempts) {
      if (attempt.at < whole.at || !attempt.only || attempt.right < attempt.of) continue;
      const asked = parts(attempt.parts);
      for (const id of attempt.only) known.set(id, asked.get(id));
    }
    // A part that came later is asked too; attempts from before parts were kept say nothing.
    return whole.parts === undefined ? [] : [...now].filter(([id, digest]) => known.get(id) !== digest).map(([id]) => id);
  };

  // The first review that no passed attempt has answered yet.
  const nextReview = (passes) => {
    const first = Date.parse(passes[0].at);
    const due = spacing.map((days) => first + days * DAY);
    return due.find((time) => !passes.some(({ at }) => Date.parse(at) >= time));
  };

  const stand = (step, attempts) => {
    const mine = attempts.filter(({ asset }) => asset === step.dataset.asset);
    const wholes = mine.filter(({ only }) => !only);
    const passes = wholes.filter(good);
    const whole = passes.at(-1);
    if (!whole) return { state: wholes.length ? "missed" : "open", last: wholes.at(-1), changed: [] };
    const changed = changedIn(step, whole, mine);
    const next = nextReview(passes);
    if (changed.length) return { state: "changed", last: whole, changed };
    if (!next) return { state: "passed", last: whole, changed };
    return { state: next <= Date.now() ? "again" : "later", last: whole, next, changed };
  };

  const show = (step, { state, last, next, changed }) => {
    step.dataset.state = state;
    one(".state", step).textContent = filled(words[state], { day: last && day(last.at), next: next && day(next) });
    const list = one(".changed", step);
    list.hidden = !changed.length;
    for (const line of all("[data-part]", list)) line.hidden = !changed.includes(line.dataset.part);
    const take = one(".take", step);
    const [whole, only] = all("span", take);
    only.hidden = !(whole.hidden = changed.length > 0);
    take.href = take.dataset.href + (changed.length ? `#only=${changed.map(encodeURIComponent).join(",")}` : "");
  };

  const certificate = (stands) => ({
    schema: SCHEMA,
    program: words.program,
    name: words.name,
    learner: one("#learner").value.trim(),
    on: stands.map(({ last }) => last.at).sort().at(-1).slice(0, 10),
    parts: steps.map((step, at) => ({
      asset: step.dataset.asset,
      title: one("h2", step).textContent,
      check: stands[at].last.check,
      must_know: [...parts(step.dataset.parts)].map(([id, digest]) => ({ id, digest })),
    })),
  });

  let finished = [];
  const sheet = () => {
    const { learner, on, parts: learned } = certificate(finished);
    one(".who").textContent = learner;
    one(".when").textContent = day(`${on}T12:00:00`);
    const lines = learned.map(({ title, check, must_know: known }) =>
      element("li", { textContent: [title, check, ...known.map(({ digest }) => digest)].join(" · ") }));
    one(".hashes").replaceChildren(...lines);
  };

  const deeds = {
    save: () => {
      const text = JSON.stringify(certificate(finished), null, 2);
      const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      element("a", { href, download: `certificate-${words.program}.json` }).click();
      setTimeout(() => URL.revokeObjectURL(href), 1000);
    },
    print: () => {
      sheet();
      print();
    },
  };
  one(".certificate").addEventListener("click", ({ target: { dataset } }) => deeds[dataset.do]?.());

  const look = () => {
    const attempts = kept();
    const stands = steps.map((step) => stand(step, attempts));
    steps.forEach((step, at) => show(step, stands[at]));
    const passed = stands.filter(({ state }) => ["passed", "later", "again"].includes(state));
    one(".stand").textContent = filled(one(".stand").dataset.stand, { done: passed.length, all: steps.length });
    finished = stands;
    one(".certificate").hidden = !steps.length || passed.length < steps.length;
    if (!one(".certificate").hidden) sheet();
  };
  addEventListener("pageshow", look);
  addEventListener("beforeprint", () => one(".certificate").hidden || sheet());
})();
