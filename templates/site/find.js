// The finder on the home page: reads the form, ranks what `guides.js` knows, shows it.
(() => {
  "use strict";
  const form = document.getElementById("finder");
  if (!form) return;
  const found = document.getElementById("found");
  const browse = document.querySelector(".browse");
  const says = document.getElementById("find-says").dataset;
  const field = (name) => form.elements[name] || { value: "" };
  const put = (pattern, value) => pattern.replace("{}", () => value);
  const SHOWN = 5;
  let shown = SHOWN;

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
    const stop = new Set(window.enablekit.known.stop);
    const share = ([words]) => {
      const telling = window.enablekit.tokens(words).filter((word) => !stop.has(word));
      const said = telling.filter((word) => heard.has(word)).length;
      return said > 1 || said === telling.length ? said / (telling.length || 1) : 0;
    };
    const best = answers.reduce((one, other) => (share(other) > share(one) ? other : one), [""]);
    return share(best) >= 0.6 && best;
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
    const asks = ["pain", "persona", "stage", "channel", "minutes"].some((name) => asked[name]) || asked.words.length;
    const none = asks ? count.dataset.none : count.dataset.empty;
    count.textContent = number ? window.enablekit.counted(count.dataset.some, number) : none;
    found.querySelector(".results").replaceChildren(...answer.fits.slice(0, shown).map((one) => result(one, asked)));
    const more = found.querySelector(".more");
    more.hidden = number <= shown;
    more.textContent = window.enablekit.counted(more.dataset.more, Math.max(number - shown, 0));
    found.querySelector(".nothing").hidden = number > 0 || !asks;
    found.querySelector(".to-text").hash = new URLSearchParams({ q: field("q").value });
    others(found.querySelector(".near"), answer.near, asked);
    others(found.querySelector(".blocked"), answer.blocked, asked);
    const report = found.querySelector(".report");
    if (report) {
      const query = [field("q").value, ...["persona", "stage", "channel"].map((name) => asked[name] && chosen(name, asked[name]))];
      const subject = put(report.dataset.subject, query.filter(Boolean).join(says.comma));
      report.href = `mailto:${form.dataset.feedback}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(report.dataset.body)}`;
    }
    const said = found.querySelector(".understood");
    const read = ["persona", "stage"].filter((name) => asked[name] && !field(name).value).map((name) => chosen(name, asked[name]));
    said.hidden = !read.length;
    said.textContent = put(said.dataset.said, read.join(says.comma));
  };

  // What is asked stands in the address, so that it can be sent to a colleague.
  const NAMES = ["q", "pain", "persona", "stage", "channel", "minutes"];
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
  form.addEventListener("input", () => {
    shown = SHOWN;
    clearTimeout(pause);
    pause = setTimeout(look, 120);
  });
  form.addEventListener("focusin", () => load().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // On a phone the keyboard covers what was found.
    document.activeElement.blur();
    look().then(() => found.scrollIntoView());
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
