// Search: asks the index, else the list of guides.
(() => {
  "use strict";
  const find = (name, inside = document) => inside.querySelector(name);
  const form = find("#search"), box = find("#hits"), list = find("ol"), count = find("h2"), more = find(".more");
  const says = find("#search-says").dataset;
  const words = form.elements.q;
  const choices = [...form.querySelectorAll("[type=checkbox]")];
  const { root, index } = form.dataset;
  const past = find(".past"), any = past.dataset.any.split(" ");
  const make = (name, values) => Object.assign(document.createElement(name), values);
  const STEP = 10;
  let shown = STEP, turn = 0, engine, pause;

  // The whole text; from a folder no module can be loaded.
  const byIndex = async () => {
    if (!index || location.protocol === "file:") throw index;
    const pagefind = await import(new URL(root + index, document.baseURI));
    const all = await pagefind.filters();
    return async (asked, filters) => {
      const { results, totalFilters } = await pagefind.search(asked || null, { filters });
      const { results: over } = await pagefind.search(asked || null, { filters: { facts: { any } } });
      const ids = over.map(({ id }) => id);
      return [results.map((one) => [ids.includes(one.id), async () => {
        const { raw_url: href, meta, filters: { facts, type, status: word }, excerpt } = await one.data();
        return { ...meta, ...Object.fromEntries(facts.map((one) => one.split("="))), href, type, word, excerpt: asked && excerpt };
      }]), asked ? totalFilters : all];
    };
  };

  // What the finder knows: from a folder a script can be.
  const byList = async () => {
    form.className = "plain";
    await new Promise((onload, onerror) => document.head.append(make("script", { src: root + "guides.js", onload, onerror })));
    const known = window.enablekit.known.entries.map((one) => [[one.title, one.when, ...one.texts].join().toLowerCase(), one]);
    return (asked) => {
      const parts = asked.toLowerCase().split(/\s+/);
      return [known.filter(([text]) => parts.every((part) => text.includes(part))).map(([, one]) => [any.includes("state=" + one.state), () => one])];
    };
  };

  const trust = ({ state, review_by, due_from }) => {
    const today = new Date().toLocaleDateString("sv"); // 2026-10-02
    if (!says[state]) return state;
    return review_by && today > review_by ? "overdue" : due_from && today >= due_from ? "due" : state;
  };

  // Pagefind writes `<` as `&lt;`, then its own marks.
  const marked = (excerpt) => excerpt.split(/<\/?mark>/).map((part, at) => {
    const textContent = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return at % 2 ? make("mark", { textContent }) : textContent;
  });

  const item = (hit) => {
    const made = find("#hit").content.firstElementChild.cloneNode(true);
    const write = (name, textContent = "", lang = "") => Object.assign(find(name, made), { textContent, lang });
    write("a", hit.title, hit.lang).href = root + hit.href;
    write(".type", hit.type);
    const state = trust(hit);
    write(".badge", says[state] || hit.word).classList.add(state);
    write(".text", hit.when, hit.lang).parentElement.hidden = !hit.when;
    write(".excerpt", "", hit.lang).append(...marked(hit.excerpt || ""));
    return made;
  };

  const look = async () => {
    const mine = ++turn;
    const asked = words.value.trim();
    const filters = {};
    for (const { checked, name, value } of choices) if (checked) (filters[name] ??= { any: [] }).any.push(value);
    const query = String(new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim())));
    history.replaceState(null, "", query ? "#" + query : location.pathname);
    box.hidden = !query;
    if (!query) return;
    if (!engine) count.textContent = count.dataset.loading;
    try {
      const [hits, totals] = await (await (engine ??= byIndex().catch(byList)))(asked, filters);
      // What must not be used any more comes last, whatever its words.
      hits.sort(([one], [other]) => one - other);
      const items = await Promise.all(hits.slice(0, shown).map(async ([, load]) => item(await load())));
      if (mine !== turn) return;
      const number = hits.length;
      const usable = hits.filter(([over]) => !over).length;
      list.replaceChildren(...items.slice(0, usable));
      find("ol", past).replaceChildren(...items.slice(usable));
      past.hidden = usable >= items.length;
      count.textContent = number ? window.enablekit.counted(count.dataset.some, number) : count.dataset.none;
      more.hidden = number <= shown;
      find(".nothing").hidden = number;
      const report = find(".report");
      if (report) report.href = report.dataset.to + encodeURIComponent(asked);
      if (totals) for (const one of choices) find(".count", one.parentElement).textContent = totals[one.name]?.[one.value] || 0;
    } catch {
      count.textContent = count.dataset.failed;
    }
  };

  form.oninput = () => {
    shown = STEP;
    clearTimeout(pause);
    pause = setTimeout(look, 150);
  };
  form.onsubmit = () => false;
  more.onclick = async () => {
    shown += STEP;
    await look();
    box.querySelectorAll("h3 a")[shown - STEP]?.focus();
  };
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
