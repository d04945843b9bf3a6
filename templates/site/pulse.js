// Keeps the answers to questions without a right one, and writes them into an e-mail.
(() => {
  "use strict";
  const { pulses } = window.enablekit;
  const form = document.querySelector(".pulse");
  const said = form.querySelector(".said");
  const mail = form.querySelector(".mail");
  const items = [...form.querySelectorAll(".item")];
  const { asset, title } = form.dataset;

  const answered = (item) => {
    const field = item.querySelector(":checked, textarea");
    if (!field) return [];
    const option = field.closest(".option");
    const answer = (option ? option.textContent : field.value).trim();
    const { textContent: question } = item.querySelector("legend");
    const chosen = option ? [Number(field.value)] : [];
    const at = new Date().toISOString();
    return answer ? [{ asset, title, pulse: item.dataset.pulse, at, question, chosen, answer }] : [];
  };

  // As it comes, the e-mail has the questions; the answers take their place.
  const blank = mail?.getAttribute("href");
  const write = () => {
    const given = items.flatMap(answered);
    const body = given.map(({ question, answer }) => `${question}\n${answer}\n`).join("\n");
    const lines = encodeURIComponent(body.replaceAll(/\r?\n/g, "\r\n"));
    if (mail) mail.href = given.length ? blank.replace(/(?<=&body=).*/, lines) : blank;
  };

  const show = () => {
    const kept = new Map(pulses.all().map((entry) => [entry.pulse, entry]));
    for (const item of items) {
      const entry = kept.get(item.dataset.pulse);
      const field = item.querySelector("textarea");
      if (field) field.value = entry?.answer ?? "";
      for (const option of item.querySelectorAll("input")) {
        option.checked = Boolean(entry?.chosen?.includes(Number(option.value)));
      }
    }
    write();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = items.flatMap(answered);
    const again = new Set(items.map((item) => item.dataset.pulse));
    const others = pulses.all().filter(({ pulse }) => !again.has(pulse));
    if (!given.length) form.querySelector("input, textarea").focus();
    const isKept = given.length && pulses.keep([...others, ...given]);
    said.textContent = !given.length ? said.dataset.none : isKept ? said.dataset.kept : said.dataset.refused;
  });
  form.addEventListener("input", () => {
    said.textContent = "";
    write();
  });
  show();
})();
