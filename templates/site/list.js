// A box that shows only the entries of a long list that have the words typed into it.
(() => {
  "use strict";
  const box = document.querySelector("[data-sieve]");
  if (!box) return;
  const input = box.querySelector("input");
  const status = box.querySelector("[role=status]");

  // Case and accents make no difference to somebody in a hurry.
  const plain = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");

  const entries = [...document.querySelectorAll(box.dataset.sieve)].map((element) => ({
    element,
    text: plain(element.textContent),
  }));
  const groups = [...document.querySelectorAll(box.dataset.group)];

  const sift = () => {
    const words = plain(input.value).split(" ").filter(Boolean);
    let shown = 0;
    for (const { element, text } of entries) {
      element.hidden = !words.every((word) => text.includes(word));
      if (!element.hidden) shown += 1;
    }
    for (const group of groups) {
      const own = entries.filter(({ element }) => group.contains(element));
      group.hidden = words.length > 0 && own.every(({ element }) => element.hidden);
    }
    const said = shown ? status.dataset.some : status.dataset.none;
    status.textContent = words.length
      ? said.replace("{shown}", shown).replace("{all}", entries.length)
      : "";
  };
  // The words stand in the address, so that the way back finds them.
  input.addEventListener("input", () => {
    const query = new URLSearchParams({ q: input.value });
    history.replaceState(null, "", input.value ? `#${query}` : location.pathname + location.search);
    sift();
  });
  const restore = () => {
    input.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? input.value;
    sift();
  };
  restore();
  addEventListener("pageshow", restore);
})();
