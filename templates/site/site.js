// What every page needs: it says that scripts run, and opens what an address points at.
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
})();
