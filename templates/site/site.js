// What every page needs: opening what an address points at, and copying what is to be said.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  const openTarget = () => {
    const target = document.querySelector(":target");
    const closed = target && target.closest("details");
    if (closed) closed.open = true;
  };
  openTarget();
  addEventListener("hashchange", openTarget);

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
    const picked = button.closest(".take").querySelectorAll(".pick");
    await write([...picked].map((one) => one.textContent.trim()).join("\n\n"));
    button.dataset.words ??= button.textContent;
    button.textContent = button.dataset.done;
    button.focus();
    setTimeout(() => { button.textContent = button.dataset.words; }, 2000);
  });
})();
