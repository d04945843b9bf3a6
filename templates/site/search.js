// The search page: asks the index for words and filters or, where none can be loaded, the list of guides.
(() => {
  "use strict";
  const form = document.getElementById("search");
  const words = form.elements.q;
  const box = document.getElementById("hits");
  const list = box.querySelector("ol");
  const count = document.getElementById("hits-count");
  const more = box.querySelector(".more");
  const says = document.getElementById("search-says").dataset;
  const choices = [...form.querySelectorAll("[type=checkbox]")];
  const { root, index, feedback } = form.dataset;
  const put = (pattern, value) => pattern.replace("{}", () => value);
  const STEP = 10;
  let shown = STEP;

  // The whole text. A page opened from a folder may load no modules.
  const byIndex = async () => {
    if (!index || location.protocol === "file:") throw new Error();
    const pagefind = await import(new URL(root + index, document.baseURI).href);
    await pagefind.options({ ranking: { metaWeights: { title: 5, when: 3 } } });
    await pagefind.filters();
    return async (asked, filters) => {
      const { results, totalFilters } = await pagefind.search(asked || null, { filters });
      return [results.map((one) => async () => {
        const { raw_url, meta, filters: has, excerpt } = await one.data();
        return { ...meta, href: raw_url, type: (has.type || [])[0], word: (has.status || [])[0], excerpt };
      }), totalFilters];
    };
  };

  // What the finder knows: a script, since a page opened from a folder may load nothing else.
  const byList = async () => {
    form.querySelector(".only").hidden = false;
    for (const one of form.querySelectorAll(".narrow")) one.hidden = true;
    for (const one of choices) one.checked = false;
    await new Promise((done, failed) => {
      const script = document.createElement("script");
      Object.assign(script, { src: root + "guides.js", onload: done, onerror: failed });
      document.head.append(script);
    });
    const low = (text) => text.toLowerCase();
    const known = window.enablekit.known.entries.map((one) => [low([one.title, one.when, ...one.texts.map(([, text]) => text)].join("\n")), one]);
    return async (asked) => {
      const parts = low(asked).split(/\s+/);
      const inTitle = ([, one]) => parts.every((part) => low(one.title).includes(part));
      const hits = known.filter(([text]) => parts.every((part) => text.includes(part)));
      return [hits.sort((one, other) => inTitle(other) - inTitle(one)).map(([, one]) => async () => one)];
    };
  };
  let engine = null;

  const today = () => {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };
  const trust = ({ state, review_by, due_from }) => {
    if (state !== "verified" && state !== "due") return state;
    return review_by && today() > review_by ? "overdue" : due_from && today() >= due_from ? "due" : state;
  };

  // Pagefind writes `<` as `&lt;`, and its own marks around what was found.
  const marked = (excerpt = "") => excerpt.split(/<\/?mark>/).map((part, at) => {
    const text = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    if (at % 2 === 0) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });

  const item = (hit) => {
    const made = document.getElementById("hit").content.firstElementChild.cloneNode(true);
    const part = (name) => made.querySelector(name);
    part("a").href = root + hit.href;
    part("a").textContent = hit.title;
    if (hit.lang && hit.lang !== document.documentElement.lang) part("a").lang = part(".text").lang = part(".excerpt").lang = hit.lang;
    part(".type").textContent = hit.type || "";
    const state = trust(hit);
    part(".badge").textContent = says[state] || hit.word || "";
    part(".badge").classList.add(state);
    part(".text").textContent = hit.when || "";
    part(".when").hidden = !hit.when;
    part(".excerpt").replaceChildren(...marked(hit.excerpt));
    return made;
  };

  let turn = 0;
  const look = async () => {
    const mine = ++turn;
    const asked = words.value.trim();
    const filters = {};
    for (const one of choices) if (one.checked) (filters[one.name] ??= { any: [] }).any.push(one.value);
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    history.replaceState(null, "", query.size ? "#" + query : location.pathname + location.search);
    const chosen = form.querySelector("summary .count");
    const number = choices.filter((one) => one.checked).length;
    if (chosen) chosen.textContent = number ? put(chosen.dataset.chosen, number) : "";
    box.hidden = !query.size;
    if (!query.size) return;
    if (!list.childElementCount) count.textContent = count.dataset.loading;
    try {
      const search = await (engine ??= byIndex().catch(byList));
      const [hits, totals] = await search(asked, filters);
      const items = (await Promise.all(hits.slice(0, shown).map((load) => load()))).map(item);
      if (mine !== turn) return;
      list.replaceChildren(...items);
      count.textContent = put(count.dataset[hits.length > 1 ? "many" : hits.length ? "one" : "none"], hits.length);
      more.hidden = hits.length <= shown;
      more.textContent = put(more.dataset.more, Math.min(STEP, hits.length - shown));
      box.querySelector(".nothing").hidden = hits.length > 0;
      const report = box.querySelector(".report");
      if (report) report.href = `mailto:${feedback}?subject=${encodeURIComponent(put(report.dataset.subject, asked))}&body=${encodeURIComponent(report.dataset.body)}`;
      for (const one of totals ? choices : []) one.parentElement.querySelector(".count").textContent = (totals[one.name] || {})[one.value] || 0;
    } catch {
      engine = null;
      list.replaceChildren();
      count.textContent = count.dataset.failed;
    }
  };

  let pause = 0;
  form.addEventListener("input", () => {
    shown = STEP;
    clearTimeout(pause);
    pause = setTimeout(look, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  more.addEventListener("click", async () => {
    const before = shown;
    shown += STEP;
    await look();
    list.querySelectorAll("a")[before]?.focus();
  });
  document.querySelector(".to-search").addEventListener("click", (event) => {
    event.preventDefault();
    words.select();
  });

  const restore = () => {
    const query = new URLSearchParams(location.hash.slice(1));
    words.value = query.get("q") || "";
    for (const one of choices) one.checked = query.getAll(one.name).includes(one.value);
    look();
  };
  restore();
  words.focus();
  addEventListener("hashchange", restore);
})();
