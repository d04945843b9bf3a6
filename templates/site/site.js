// What every page needs: it opens what an address names, keeps badges true, copies and shares.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  // Not `:target`: when this runs, the browser has not looked for the place yet.
  const openTarget = () => {
    let name = location.hash.slice(1);
    try {
      name = decodeURIComponent(name);
    } catch {
      // It is not encoded, so it is the name as it stands.
    }
    const target = document.getElementById(name);
    const closed = target && target.closest("details");
    if (closed) closed.open = true;
  };
  openTarget();
  addEventListener("hashchange", openTarget);

  // The page gives every form that its language has; which one goes with a number, browsers know.
  const rules = new Intl.PluralRules(document.documentElement.lang);
  const counted = (forms, number) => {
    const known = JSON.parse(forms);
    return (known[rules.select(number)] ?? known.other).replace("{n}", number);
  };
  window.enablekit = { ...window.enablekit, counted };

  // Pages that were opened can be read without a connection; a project can forbid that.
  const offline = document.body.dataset.offline;
  if (offline && "serviceWorker" in navigator && location.protocol.startsWith("http")) {
    navigator.serviceWorker.register(offline).catch(() => {});
  }

  // A badge cannot outlive its day: what has come due since the build says so.
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const badge of document.querySelectorAll(".badge[data-late]")) {
    const { due, late } = badge.dataset;
    const state = today > late ? "overdue" : due && today >= due ? "due" : "";
    if (!state || badge.classList.contains(state)) continue;
    badge.className = `badge ${state}`;
    badge.textContent = `! ${document.body.dataset[state === "due" ? "due" : "late"]}`;
  }

  const write = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Old browsers, and pages that came over plain http.
      const area = document.createElement("textarea");
      area.value = text;
      area.className = "unseen";
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };

  // Ctrl+K, or Cmd+K on a Mac, leads from every page to the search.
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key !== "k") return;
    event.preventDefault();
    const words = document.getElementById("search-words");
    if (words) words.focus();
    else document.querySelector(".to-search")?.click();
  });

  // A button copies what can be picked in the box around it, and says so for a moment.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    const picked = button.closest("[data-copies]").querySelectorAll(".pick, [data-says]");
    await write([...picked].map((one) => one.textContent.trim()).join("\n\n"));
    button.dataset.words ??= button.textContent;
    button.textContent = button.dataset.done;
    button.focus();
    setTimeout(() => { button.textContent = button.dataset.words; }, 2000);
  });

  // One persona's talk tracks at a time, for whoever wants that; the choice holds on every guide.
  const KEY = "enablekit:persona";
  const kept = (value) => {
    try {
      if (value === undefined) return localStorage.getItem(KEY) || "";
      return localStorage.setItem(KEY, value);
    } catch {
      return "";
    }
  };
  const listeners = document.querySelector(".listeners");
  if (listeners) {
    const choose = (persona) => {
      for (const one of listeners.children) one.setAttribute("aria-pressed", one.value === persona);
      for (const track of document.querySelectorAll(".track")) {
        track.hidden = Boolean(persona) && track.dataset.persona !== persona;
      }
    };
    listeners.addEventListener("click", ({ target }) => {
      if (target.tagName !== "BUTTON") return;
      choose(target.value);
      kept(target.value);
    });
    choose([...listeners.children].some((one) => one.value === kept()) ? kept() : "");
  }

  const share = document.querySelector("button.share");
  if (share && navigator.share) {
    share.hidden = false;
    share.addEventListener("click", () => {
      navigator.share({ title: document.title, url: location.href }).catch(() => {});
    });
  }
})();
