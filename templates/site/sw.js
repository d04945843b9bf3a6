// Reading without a connection: what was opened once is kept, and shown when the network is gone.
"use strict";
const KEPT = "enablekit";
// The finder, so that a rep in a lift can still look for the piece.
const AWAY = "offline.html";
const SHELL = [AWAY, "index.html", "style.css", "find.css", "site.js", "rank.js", "find.js", "guides.js"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(SHELL)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const fetched = async (request) => {
  const kept = await caches.open(KEPT);
  try {
    // The network first: guidance that was changed must not come from yesterday.
    const answer = await fetch(request);
    if (answer.ok) await kept.put(request, answer.clone());
    return answer;
  } catch (gone) {
    const path = new URL(request.url).pathname;
    const found = (await kept.match(request, { ignoreSearch: true }))
      || (path.endsWith("/") && (await kept.match(`${path}index.html`)));
    if (found) return found;
    if (request.mode === "navigate") return Response.redirect(self.registration.scope + AWAY);
    throw gone;
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(fetched(request));
});
