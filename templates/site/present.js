// The presenter view: a step at a time, a clock against the plan, and what each step took.
(() => {
  "use strict";
  const find = (selector) => document.querySelector(selector);
  const beats = [...document.querySelectorAll(".beat")];
  const all = beats.map((_, index) => index);
  const words = find(".clock").dataset;
  const rehearsed = find(".rehearsed");
  const runs = find("#runs");
  const { rehearsals, filled, told, element } = enablekit;
  const here = `enablekit ${location.pathname}`;
  const sizes = "enablekit notes";
  const channel = /^http/.test(location) && window.BroadcastChannel && new BroadcastChannel(here);

  // `spent`: milliseconds by step. `since`: when the clock was last read, or 0 while it stands.
  // `begun`: when the view was opened, for who forgets to start the clock.
  const fresh = () => ({ at: 0, since: 0, begun: Date.now(), done: false, spent: all.map(() => 0) });
  let state = { on: false, version: 0, ...fresh() };
  let shown;
  let lock;
  let moved;
  let mine = []; // rehearsals of this piece, the latest first

  // A browser may refuse to keep things.
  const kept = (store, key) => {
    try { return JSON.parse(window[store].getItem(key)); } catch { return null; }
  };
  const keep = (store, key, value) => {
    try { window[store].setItem(key, JSON.stringify(value)); } catch { /* not kept */ }
  };

  const put = (name, text) => { find(`[data-put="${name}"]`).textContent = text; };
  const clock = (time) => `${Math.floor(time / 60)}:${String(time % 60).padStart(2, "0")}`;
  const named = (word, values) => filled(words[word], values);
  const fill = (word, time, plan) => named(word, { time: clock(time), plan: clock(plan) });
  const seconds = (time) => Math.floor(time / 1000);
  const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
  const stays = (index) => !state.version || beats[index].matches(`.in-${state.version}`);
  const plan = (index) => stays(index) ? Number(beats[index].dataset.seconds) : 0;
  const following = () => all.find((index) => index > state.at && stays(index));
  const previous = (end) => all.findLast((index) => index < end && stays(index));
  const addressed = () => all.find((index) => `#${beats[index].id}` === location.hash);

  const settle = () => {
    const now = Date.now();
    if (state.since) state.spent[state.at] += now - state.since;
    state.since &&= now;
  };
  const show = () => {
    keep("sessionStorage", here, state);
    draw();
  };
  const change = (changes) => {
    settle();
    Object.assign(state, changes);
    show();
    channel?.postMessage(state);
  };
  const go = (index) => { if (index >= 0) change({ at: index, done: false }); };

  const tick = () => {
    const running = state.since && Date.now() - state.since;
    const total = seconds(sum(state.spent) + running);
    const whole = sum(all.map(plan));
    const early = sum(all.slice(0, state.at).map(plan)) - total;
    const late = -early - plan(state.at);
    const pace = early > 0 ? "early" : late > 0 ? "late" : "even";
    put("taken", clock(total));
    put("whole", fill("of", whole));
    put("left", fill(total > whole ? "over" : "left", Math.abs(whole - total)));
    put("pace", total ? fill(pace, Math.max(early, late, 0)) : "");
    find(".pace").className = `pace ${pace}`;
    put("step", fill("step", seconds(state.spent[state.at] + running), plan(state.at)));
  };

  const draw = () => {
    const { at, on, done, since, version } = state;
    document.body.classList.toggle("presenting", on);
    document.body.classList.toggle("done", on && done);
    if (!on) return;
    const chosen = find(`#version-${version}`);
    if (chosen) chosen.checked = true;
    const next = following();
    beats.forEach((beat, index) => {
      beat.classList.toggle("now", index === at);
      beat.classList.toggle("upcoming", index === next);
    });
    const way = all.filter(stays);
    put("where", named("where", { at: way.filter((index) => index <= at).length, all: way.length }));
    put("run", since ? words.pause : words.start);
    document.querySelectorAll(".toc a").forEach((link, index) => {
      link.ariaCurrent = index === at && "step";
    });
    put("on", next ? words.next : words.finish);
    find('[data-do="reset"]').disabled = since || !sum(state.spent);
    tick();
    if (shown !== (shown = done ? -1 : at)) turned(beats[at], done);
  };

  const turned = (beat, done) => {
    const asked = beat.querySelector(".if-asked");
    find(".side").replaceChildren(asked ? asked.cloneNode(true) : "");
    history.replaceState(null, "", done ? location.pathname : `#${beat.id}`);
    if (done) list();
    rehearsed.open = done;
    find(done ? ".rehearsed summary" : `#${beat.id}-title`).focus();
    scrollTo(0, 0);
  };

  const list = () => {
    const kept = rehearsals.all().filter(({ asset }) => asset === words.asset);
    if (kept.length) mine = kept.reverse();
    rehearsed.hidden = !mine.length;
    runs.replaceChildren(...mine.map((run) => element("option", {
      value: run.at,
      text: told({ ...run, time: clock(run.taken), plan: clock(run.planned) }, words.listed),
    })));
    table();
  };
  const table = () => {
    const run = mine[runs.selectedIndex];
    if (!run) return;
    put("day", told(run, "{day}"));
    const blank = find("tbody tr");
    const fillRow = (row, { number, title, planned, taken }) => {
      const over = taken > planned ? fill("over", taken - planned) : "";
      const texts = [number, title, clock(planned), clock(taken), over];
      row.querySelectorAll("span, td").forEach((one, at) => { one.textContent = texts[at]; });
      return row;
    };
    blank.parentNode.replaceChildren(blank, ...run.steps.map(
      (step) => Object.assign(fillRow(blank.cloneNode(true), step), { hidden: false })));
    fillRow(find("tfoot tr"), { ...run, title: "" });
  };
  const text = () => find("table").innerText;

  const resize = (by) => {
    const size = Math.min(6, Math.max(-3, kept("localStorage", sizes) + by));
    keep("localStorage", sizes, size);
    find("main").style.setProperty("--size", 1.15 ** size);
  };
  const wake = () => {
    if (state.on) lock = navigator.wakeLock?.request("screen").catch(() => {});
  };
  // A window that joins others asks where they are.
  const join = () => {
    show();
    wake();
    channel?.postMessage(null);
  };

  const acts = {
    begin() {
      if (state.done || !sum(state.spent)) Object.assign(state, fresh());
      const version = Number(find(".versions :checked")?.value || 0);
      Object.assign(state, { on: true, at: addressed() || 0, version });
      join();
    },
    leave() {
      settle();
      Object.assign(state, { on: false, since: 0 });
      shown = null;
      show();
      lock?.then((held) => held?.release());
      find(".begin button").focus();
    },
    clock() { change({ since: state.since ? 0 : Date.now(), done: false }); },
    reset() { change(fresh()); },
    on() {
      const now = Date.now();
      if (state.done || now - moved < 300) return; // a slip of the thumb
      moved = now;
      if (!following()) return acts.finish();
      if (!state.since && !sum(state.spent)) {
        state.spent[state.at] = Math.min(now - state.begun, plan(state.at) * 1000);
        state.since = now;
      }
      go(following());
    },
    back() { go(state.done ? state.at : previous(state.at)); },
    first() { go(0); },
    last() { go(previous(all.length)); },
    finish() {
      settle();
      if (!sum(state.spent)) return acts.leave();
      // The steps add up to the clock.
      const until = (end) => seconds(sum(state.spent.slice(0, end)));
      const steps = all.map((index) => ({
        number: index + 1,
        title: beats[index].querySelector("h2 :last-child").textContent,
        planned: plan(index),
        taken: until(index + 1) - until(index),
      })).filter(({ planned, taken }) => planned || taken);
      const { asset, title } = words;
      const minutes = Number(find(".versions :checked")?.dataset.minutes || 0);
      const planned = sum(steps.map((step) => step.planned));
      const taken = sum(steps.map((step) => step.taken));
      mine = [{ asset, title, at: new Date().toISOString(), minutes, planned, taken, steps }];
      rehearsals.keep([...rehearsals.all(), ...mine]);
      change({ since: 0, done: true });
    },
    smaller() { resize(-1); },
    larger() { resize(1); },
    window() { open(location, "", "popup"); },
    copy() { navigator.clipboard.writeText(text()).then(() => put("copied", words.copied)); },
    download(link) { link.href = URL.createObjectURL(new Blob([text()])); },
    forget() {
      const others = ({ at }) => at !== runs.value;
      mine = mine.filter(others);
      rehearsals.keep(rehearsals.all().filter(others));
      list();
      if (rehearsed.hidden) acts.leave();
    },
  };
  const keys = {
    ArrowRight: "on", PageDown: "on", ArrowLeft: "back", PageUp: "back",
    Home: "first", End: "last", Escape: "leave", " ": "clock",
  };

  addEventListener("click", ({ target }) => {
    const control = target.closest("[data-do]");
    if (control) acts[control.dataset.do](control);
  });
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    const owner = target.closest(key === " " ? "a, button, input, select, summary" : "input, select");
    if (owner && !/Page|Esc/.test(key)) return;
    if (!state.on || !keys[key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (!event.repeat) acts[keys[key]]();
  });
  addEventListener("change", ({ target }) => {
    if (target === runs) table();
    if (state.on && target.name === "version") change({ version: Number(target.value) });
  });
  addEventListener("hashchange", () => { if (state.on) go(addressed()); });
  document.addEventListener("visibilitychange", wake);
  setInterval(() => { if (state.since) tick(); }, 250);
  if (channel) channel.onmessage = ({ data }) => {
    if (!state.on) return;
    if (!data) return channel.postMessage(state);
    state = data;
    show();
  };

  find(".second button").hidden = !channel;
  find('[data-do="copy"]').hidden = !navigator.clipboard;
  list();
  resize(0);
  const earlier = kept("sessionStorage", here);
  if (earlier?.on && earlier.spent.length === beats.length) {
    state = earlier;
    join();
  }
})();
