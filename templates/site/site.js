// What every page needs: it says that scripts run, and opens what an address points at.
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
})();
