// The local preview only: reloads an open page when what it shows has changed, and shows over it
// why it could not be built. No built page holds this script; the preview adds it while it serves.
(() => {
  "use strict";
  const own = document.currentScript.dataset;
  const files = JSON.parse(own.shown); // address -> hash; the first is the page itself
  const page = Object.keys(files)[0];
  const AGAIN = 2000; // milliseconds until a server that refuses is asked again
  let stream = null;
  let leaving = false;

  const reload = () => {
    leaving = true;
    location.reload();
  };

  // The address of a file as the page's own elements resolve theirs.
  const addressOf = (path) => new URL("/" + path.split("/").map(encodeURIComponent).join("/"), location).pathname;

  // Puts the new style sheet in place of the old one once it has arrived, so nothing flickers.
  const swap = (path, hash) => {
    const links = [...document.querySelectorAll("link[rel~=stylesheet]")];
    const old = links.find((link) => new URL(link.href).pathname === addressOf(path));
    if (!old) return false;
    const fresh = old.cloneNode();
    fresh.href = addressOf(path) + "?" + hash;
    fresh.addEventListener("load", () => old.remove());
    fresh.addEventListener("error", reload);
    old.after(fresh);
    return true;
  };

  const compare = (now) => {
    const paths = new Set([...Object.keys(files), ...Object.keys(now)]);
    const changed = [...paths].filter((path) => files[path] !== now[path]);
    for (const path of changed) {
      if (!path.endsWith(".css") || !files[path] || !now[path] || !swap(path, now[path])) return reload();
      files[path] = now[path];
    }
  };

  const element = (name, text, ...inside) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...inside);
    return made;
  };

  let host = null;
  let showing = "";

  const show = (problem) => {
    const text = problem ? JSON.stringify(problem) : "";
    if (text === showing) return; // what somebody has hidden stays hidden
    showing = text;
    if (host) host.remove();
    host = null;
    if (!problem) return;
    const close = element("button", problem.hide);
    close.type = "button";
    const list = element("ol");
    for (const fault of problem.faults) {
      const item = element("li");
      if (fault.place) item.append(element("code", fault.place));
      item.append(element("p", fault.message));
      if (fault.help) item.append(element("p", fault.help));
      list.append(item);
    }
    const box = element("section", "", element("h2", problem.title), element("p", problem.text), list, close);
    box.setAttribute("role", "alert");
    box.lang = "en";
    box.dir = "ltr";
    const style = element("link");
    style.rel = "stylesheet";
    style.href = own.style;
    const shownNow = (host = element("enablekit-problem"));
    close.addEventListener("click", () => shownNow.remove());
    // Apart from the page, so that neither's style sheet reaches the other.
    shownNow.attachShadow({ mode: "open" }).append(style, box);
    document.body.append(shownNow);
  };

  const open = () => {
    if (stream || leaving || document.hidden) return;
    stream = new EventSource(own.events + "?page=" + encodeURIComponent(page));
    stream.addEventListener("shown", (event) => {
      const now = JSON.parse(event.data);
      show(now.problem);
      compare(now.files);
    });
    stream.addEventListener("error", () => {
      if (stream && stream.readyState === EventSource.CLOSED) {
        close();
        setTimeout(open, AGAIN);
      }
    });
  };

  const close = () => {
    if (stream) stream.close();
    stream = null;
  };

  // A browser keeps few connections to one server: only the pages that can be seen hold one.
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
})();
