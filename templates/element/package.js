// What the scripts of all packages share: the check on the page, and answers as platforms write them.
globalThis.enablekitPackage = (() => {
  "use strict";
  const OPTIONS = "abcdefghijklmnopqrstuvwxyz0123456789";
  const PROMPTS = "123456789abcdefghijklmnopqrstuvwxyz0";
  const TYPED_MOST = 250; // UTF-16 code units
  const details = JSON.parse(document.getElementById("details").textContent);
  const check = document.querySelector("enablekit-check");
  const opened = performance.now();

  // One line, without what has a meaning in answers; see packing/interactions.py.
  const shortText = (typed) => {
    const plain = typed.replace(/\[[,.:]\]/g, " ").replace(/\s+/g, " ").replace(/^[ {]+/, "").trimEnd();
    if (plain.length <= TYPED_MOST) return plain;
    const kept = plain.slice(0, TYPED_MOST - 1).replace(/[\ud800-\udbff]$/, ""); // no half characters
    return `${kept.trimEnd()}…`;
  };

  // Plain digits with a point, or nothing where no number was typed. Of two ways to read it, the
  // one that was judged.
  const plainNumber = (typed, number) => {
    const { numbers, numeric } = globalThis.enablekitGrade;
    const found = numbers(typed, number);
    const read = found.find((one) => numeric(one, { ...number, unit: "" })) ?? found[0] ?? "";
    return read.replace(/^(-?)0*(?=\d)/, "$1").replace(/^(-?)\./, "$10.");
  };

  const typedResponse = ({ item, typed }, { type }) => {
    const number = item.form === "numeric" ? plainNumber(typed, item.number) : "";
    if (type !== "numeric") return number || shortText(typed);
    return details.real && !/^-?\d{1,5}(\.\d{1,7})?$/.test(number) ? "" : number;
  };

  // An answer as a response; nothing where the platform has no way to write it down.
  const response = (answer) => {
    const { item: { id, form }, chosen } = answer;
    const { between, pair, items } = details;
    if (form === "numeric" || form === "short") return typedResponse(answer, items[id]);
    const option = (number) => OPTIONS[number - 1];
    if (form === "ordering") {
      return chosen.map((_, at) => option(chosen.indexOf(at + 1) + 1)).join(between);
    }
    if (form === "sorting" || form === "matching") {
      return chosen.map((number, at) => PROMPTS[at] + pair + option(number)).join(between);
    }
    return chosen.map(option).join(between);
  };

  // Cut and never rounded up, so that a score just below the pass mark stays below it.
  const share = ({ right, of }, most, digits) =>
    String(Math.floor((right * most * 10 ** digits) / of) / 10 ** digits);

  // The platform's object is in a window around this one, or in one that opened it.
  const upFrom = (start, name) => {
    try {
      for (let [win, steps] = [start, 0]; win && steps < 100; steps += 1) {
        if (win[name]) return win[name];
        win = win.parent === win ? null : win.parent;
      }
    } catch {
      // A window of another origin tells nothing.
    }
    return null;
  };
  const find = (name) => {
    let outermost = null;
    try {
      outermost = top.opener;
    } catch {
      // The same.
    }
    return upFrom(window, name) ?? upFrom(opener, name) ?? upFrom(outermost, name);
  };

  return {
    OPTIONS,
    PROMPTS,
    details,
    find,
    shortText,
    check,
    response,
    share,
    secondsOpen: () => (performance.now() - opened) / 1000,
    unrecorded: () => { document.getElementById("unrecorded").hidden = false; },
    // Keeps what there is whenever the page goes out of sight, and finishes once.
    leaving: (keep, finish) => {
      let isOver = false;
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden" && !isOver) keep();
      });
      addEventListener("pagehide", () => {
        if (isOver) return;
        isOver = true;
        finish();
      });
      // A page that comes back from the browser's memory has finished already.
      addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });
    },
  };
})();
