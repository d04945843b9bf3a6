// What this browser keeps of checks, and how an attempt is told.
(() => {
  "use strict";
  const MOST = 200;

  // Oldest first. A browser may refuse to keep anything, and what it kept may be damaged.
  const store = (schema, name, needed) => ({
    schema,
    all: () => {
      try {
        return JSON.parse(localStorage.getItem(schema))[name].filter((entry) => entry[needed]);
      } catch {
        return [];
      }
    },
    keep: (entries) => {
      try {
        localStorage.setItem(schema, JSON.stringify({ schema, [name]: entries.slice(-MOST) }));
        return true;
      } catch {
        return false;
      }
    },
  });

  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const told = (entry, words) => {
    const style = { dateStyle: "medium", timeStyle: "short" };
    const day = new Date(entry.at).toLocaleString(document.documentElement.lang, style);
    return filled(words, { ...entry, day });
  };

  window.enablekit = {
    ...window.enablekit,
    attempts: store("enablekit.attempts/1", "attempts", "answers"), // docs/reference/attempts.md
    pulses: store("enablekit.pulses/1", "pulses", "answer"), // docs/reference/pulses.md
    rehearsals: store("enablekit.rehearsals/1", "rehearsals", "steps"), // docs/reference/rehearsals.md
    filled,
    told,
    outcome: (attempt, { dataset }) => told(attempt, attempt.passed ? dataset.passed : dataset.missed),
    isOversure: ({ right, sure }) => sure && !right,
    element: (name, values) => Object.assign(document.createElement(name), values),
  };
  document.documentElement.classList.add("taking");
})();
