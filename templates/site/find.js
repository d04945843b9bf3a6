// The finder on the home page: reads the form, ranks what `guides.js` knows, shows it.
(() => {
  "use strict";
  const form = document.getElementById("finder");
  if (!form) return;
  const found = document.getElementById("found");
  const fold = form.querySelector(".fold");
  const questions = document.getElementById("find-others");
  const browse = document.querySelector(".browse");
  const says = document.getElementById("find-says").dataset;
  const field = (name) => form.elements[name] || { value: "" };
  const put = (pattern, value) => pattern.replace("{}", () => value);
  const SHOWN = 5;
  let shown = SHOWN;
  let entered = false;

  // A script rather than a request: a page opened from a folder may not read other files.
  let waiting = null;
  const load = () => {
    waiting ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = "guides.js";
      script.onload = () => done(window.enablekit.known);
      script.onerror = () => { waiting = null; failed(); };
      document.head.append(script);
    });
    return waiting;
  };

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };
  const chosen = (name, id) => {
    const option = [...(field(name).options || [])].find((one) => one.value === id);
    return option ? option.textContent : id;
  };
  const key = (kind, name) => kind + name[0].toUpperCase() + name.slice(1);

  const why = (one, asked) => one.criteria.map(({ name }) => {
    const value = {
      pain: (one.entry.pains.find(([id]) => id === asked.pain) || [])[1],
      words: one.words.map((word) => asked.typed.get(word) ?? word).join(says.comma),
      minutes: asked.minutes,
    }[name];
    const pattern = says[key("why", name)];
    return name === "minutes" ? window.enablekit.counted(pattern, value) : put(pattern, value ?? chosen(name, asked[name]));
  }).join(" · ");

  const lacks = (one, asked) => {
    if (one.rule) {
      const pattern = { audience: says.stopAudience, "not-when": says.stopNotWhen }[one.rule];
      return pattern ? put(pattern, one.reason) : one.reason;
    }
    const name = one.missing[0];
    const { known } = one.criteria.find((each) => each.name === name);
    const pattern = says[key(known ? "lacks" : "unknown", name)];
    if (known && name === "minutes") return window.enablekit.counted(pattern, asked.minutes);
    return put(pattern, chosen(name, asked[name]));
  };

  const link = (to, entry) => {
    to.href = entry.href;
    to.textContent = entry.title;
    if (entry.lang !== document.documentElement.lang) to.lang = entry.lang;
  };

  // The objection that was said, if most of its words were.
  const answered = ({ answers }, asked) => {
    const heard = new Set(asked.heard);
    const { known, tokens, telling } = window.enablekit;
    const [least, fewest] = known.rules.answered;
    const share = ([words]) => {
      const wanted = telling(tokens(words), known);
      const said = wanted.filter((word) => heard.has(word)).length;
      return said >= fewest || said === wanted.length ? said / (wanted.length || 1) : 0;
    };
    const best = answers.reduce((one, other) => (share(other) > share(one) ? other : one), [""]);
    return share(best) >= least && best;
  };

  const result = (one, asked) => {
    const { entry } = one;
    const item = document.getElementById("result").content.firstElementChild.cloneNode(true);
    const part = (name) => item.querySelector(name);
    link(part("a"), entry);
    part(".type").textContent = entry.type;
    part(".badge").textContent = says[key("state", one.state)] || entry.word;
    part(".badge").classList.add(one.state);
    part(".why").textContent = why(one, asked);
    part(".when .text").textContent = entry.when;
    part(".when").hidden = !entry.when;
    const objection = answered(entry, asked);
    const line = objection ? objection[1] : entry.openings[asked.persona] || entry.say;
    part(".objected").hidden = !objection;
    if (objection) {
      part(".objected a").textContent = put(says.answer, objection[0]);
      part(".objected a").href = objection[2];
    }
    part(".line .text").textContent = entry.line;
    part(".line").hidden = Boolean(line) || !entry.line;
    part(".line").classList.toggle("drawn", entry.drawn);
    part(".line .tag").hidden = !entry.drawn;
    part(".speech").textContent = line;
    part(".take").hidden = !line;
    return item;
  };

  const others = (box, list, asked) => {
    box.hidden = !list.length;
    const summary = box.querySelector("summary");
    summary.textContent = window.enablekit.counted(summary.dataset.some, list.length);
    box.querySelector("ul").replaceChildren(...list.slice(0, 20).map((one) => {
      const item = document.getElementById("other").content.firstElementChild.cloneNode(true);
      link(item.querySelector("a"), one.entry);
      item.querySelector(".reason").textContent = lacks(one, asked);
      return item;
    }));
  };

  const show = (answer, asked) => {
    const count = document.getElementById("found-count");
    const number = answer.fits.length;
    const asks = NAMES.some((name) => name !== "q" && asked[name]) || asked.words.length;
    const none = asks ? count.dataset.none : count.dataset.empty;
    count.textContent = number ? window.enablekit.counted(count.dataset.some, number) : none;
    found.querySelector(".results").replaceChildren(...answer.fits.slice(0, shown).map((one) => result(one, asked)));
    const more = found.querySelector(".more");
    more.hidden = number <= shown;
    more.textContent = window.enablekit.counted(more.dataset.more, Math.max(number - shown, 0));
    const typing = !entered && document.activeElement === field("q") && /\p{L}$/u.test(asked.q) && asked.q;
    const meant = found.querySelector(".meant");
    meant.value = window.enablekit.corrected(asked.q, asked, window.enablekit.known, typing);
    meant.hidden = !meant.value;
    meant.textContent = put(meant.dataset.said, meant.value);
    found.querySelector(".nothing").hidden = number > 0 || !asks;
    // What may only be misspelt is no gap yet.
    for (const one of found.querySelectorAll(".gap, .report")) one.hidden = Boolean(meant.value);
    found.querySelector(".to-text").hash = new URLSearchParams({ q: field("q").value });
    others(found.querySelector(".near"), answer.near, asked);
    others(found.querySelector(".blocked"), answer.blocked, asked);
    const report = found.querySelector(".report");
    if (report) {
      const query = [field("q").value, ...CHOICES.map((name) => asked[name] && chosen(name, asked[name]))];
      const subject = put(report.dataset.subject, query.filter(Boolean).join(says.comma));
      report.href = `mailto:${form.dataset.feedback}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(report.dataset.body)}`;
    }
    const said = found.querySelector(".understood");
    const read = ["persona", "stage", "channel"].filter((name) => asked[name] && !field(name).value).map((name) => chosen(name, asked[name]));
    if (asked.pain && !pain) read.push(window.enablekit.known.pains.find(({ id }) => id === asked.pain).names[0]);
    said.hidden = !read.length;
    said.textContent = put(said.dataset.said, read.join(says.comma));
    sum(asked);
  };

  // On a phone the other questions fold into a line that says what was chosen or understood.
  const sum = (asked) => {
    const whom = CHOICES.filter((name) => asked[name]).map((name) => chosen(name, asked[name]));
    if (asked.minutes) whom.push(window.enablekit.counted(says.minutes, asked.minutes));
    const line = fold.querySelector(".chosen");
    line.textContent = asked.persona ? put(says.whyPersona, whom.join(says.comma)) : whom.join(says.comma) || line.dataset.none;
  };
  const unfold = (open) => {
    form.classList.toggle("open", open);
    fold.setAttribute("aria-expanded", open);
  };

  // What is asked stands in the address, so that it can be sent to a colleague.
  const CHOICES = ["persona", "stage", "competitor", "channel"];
  const NAMES = ["q", "pain", ...CHOICES, "minutes"];
  let pain = "";
  const remember = (values) => {
    const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
    history.replaceState(null, "", query.size ? "#" + query : location.pathname + location.search);
  };

  const look = async () => {
    const values = Object.fromEntries(NAMES.map((name) => [name, name === "pain" ? pain : field(name).value.trim()]));
    const any = Object.values(values).some(Boolean);
    found.hidden = !any;
    browse.hidden = any;
    // Not under the hands of somebody who is choosing.
    if (!any || !questions.contains(document.activeElement)) form.classList.toggle("asked", any);
    if (!any) unfold(false);
    remember(values);
    if (!any) return;
    const count = document.getElementById("found-count");
    if (!window.enablekit.known) count.textContent = count.dataset.loading;
    try {
      const known = await load();
      const asked = window.enablekit.read(values.q, { ...values, minutes: Number(values.minutes) || 0 }, known);
      show(window.enablekit.rank(known, asked, today()), asked);
    } catch {
      count.textContent = count.dataset.failed;
      browse.hidden = false;
    }
  };

  let pause = 0;
  form.addEventListener("input", ({ target }) => {
    shown = SHOWN;
    entered = false;
    if (target === field("q")) unfold(false);
    clearTimeout(pause);
    pause = setTimeout(look, 120);
  });
  fold.addEventListener("click", () => unfold(!form.classList.contains("open")));
  found.querySelector(".meant").addEventListener("click", ({ currentTarget }) => {
    field("q").value = currentTarget.value;
    look().then(() => document.getElementById("found-count").focus());
  });
  // The keyboard of a phone takes the lower half: what is typed goes to the top, the answers below.
  const small = matchMedia("(max-width: 43.99rem) and (pointer: coarse)");
  const raise = () => {
    if (small.matches && document.activeElement === field("q")) form.scrollIntoView();
  };
  field("q").addEventListener("focus", () => requestAnimationFrame(raise));
  window.visualViewport?.addEventListener("resize", raise);
  form.addEventListener("focusin", () => load().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    entered = true;
    // On a phone the keyboard covers what was found.
    if (small.matches) document.activeElement.blur();
    look();
  });
  // With two fields and no button, browsers do not submit by themselves.
  field("q").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) form.requestSubmit();
  });
  found.querySelector(".more").addEventListener("click", () => {
    const before = shown;
    shown += SHOWN;
    look().then(() => found.querySelectorAll(".result a")[before]?.focus());
  });
  found.querySelector(".clear").addEventListener("click", () => {
    form.reset();
    pain = "";
    look();
    field("q").focus();
  });

  const restore = () => {
    const query = new URLSearchParams(location.hash.slice(1));
    if (!NAMES.some((name) => query.has(name))) return;
    pain = query.get("pain") || "";
    for (const name of NAMES) field(name).value = query.get(name) ?? "";
    look();
  };
  restore();
  addEventListener("hashchange", restore);
})();
