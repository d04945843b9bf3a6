// Finding the piece for a situation: the same ranking as `enablekit find`, word for word the same
// results (docs/reference/find.md has the rules; a table of cases is run against both).
(() => {
  "use strict";
  const POINTS = { pain: 4, persona: 2, stage: 1, channel: 1, minutes: 1, words: 4 };
  const TRUST = { verified: 0, due: 1, overdue: 2, changed: 2 };
  const UNTRUSTED = 3;
  const OUTWARD = ["email", "linkedin", "social", "deal-room", "leave-behind", "self-serve", "web", "rfp"];
  const LIVE = ["call", "meeting", "demo", "event", "phone"];
  const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;

  const singular = (word) => {
    if (word.length <= 3 || !word.endsWith("s")) return word;
    if (word.endsWith("ies")) return /[ea]ies$/.test(word) ? word : word.slice(0, -3) + "y";
    if (word.endsWith("es")) return /[aeo]es$/.test(word) ? word : word.slice(0, -1);
    return /[us]s$/.test(word) ? word : word.slice(0, -1);
  };

  // Each word as it is compared and as it was written.
  const spoken = (text) => {
    const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFKC").toLowerCase();
    const runs = bare.replace(/(?<=[0-9])[., \u00a0\u202f'\u2019](?=[0-9]{3}(?![0-9]))/g, "").match(/[\p{L}\p{N}]+/gu);
    return (runs || []).flatMap((run) => {
      const signs = [...run];
      if (UNSPACED.test(run)) {
        const pairs = signs.length < 2 ? [run] : signs.slice(1).map((sign, at) => signs[at] + sign);
        return pairs.map((pair) => [pair, pair]);
      }
      return signs.length > 1 || /\p{Nd}/u.test(run) ? [[singular(run), run]] : [];
    });
  };
  const tokens = (text) => spoken(text).map(([word]) => word);

  const telling = (words, stop) => [...new Set(words)].filter((word) => !stop.has(word));

  // Reads a sentence: names of personas, stages and pains are taken out, the rest are words.
  const recognised = (said, names) => {
    let best = { length: 0, at: 0, id: "" };
    for (const term of names) {
      for (const name of term.names) {
        const wanted = tokens(name);
        if (wanted.length <= best.length) continue;
        const at = said.findIndex((_, from) => wanted.every((word, step) => said[from + step] === word));
        if (at >= 0) best = { length: wanted.length, at, id: term.id };
      }
    }
    return [best.id, [...said.slice(0, best.at), ...said.slice(best.at + best.length)]];
  };

  const read = (sentence, asked, known) => {
    const stop = new Set(known.stop);
    const pairs = spoken(sentence);
    let left = pairs.map(([word]) => word);
    const found = { ...asked, heard: telling(left, stop), typed: new Map([...pairs].reverse()) };
    for (const kind of ["persona", "stage", "pain"]) {
      if (!found[kind]) [found[kind], left] = recognised(left, known[kind + "s"]);
    }
    if (!found.minutes) {
      const at = left.findIndex((word, step) => /^[0-9]+$/.test(word) && ["minute", "min"].includes(left[step + 1]));
      if (at >= 0) found.minutes = Math.min(Number(left.splice(at, 2)[0]), 999);
    }
    found.words = telling(left, stop);
    return found;
  };

  // The words of a library, weighed once.
  const weigh = (known) => {
    const stop = new Set(known.stop);
    const having = new Map();
    const counts = known.entries.map((entry) => {
      const found = new Map();
      let size = 0;
      for (const [weight, text] of entry.texts) {
        for (const word of tokens(text)) {
          if (stop.has(word)) continue;
          found.set(word, (found.get(word) || 0) + weight);
          size += weight;
        }
      }
      for (const word of found.keys()) having.set(word, (having.get(word) || 0) + 1);
      return { found, size };
    });
    const mean = counts.reduce((sum, one) => sum + one.size, 0) / (counts.length || 1) || 1;
    const rarity = (word) => {
      const number = having.get(word) || 0;
      return Math.log(1 + (counts.length - number + 0.5) / (number + 0.5));
    };
    return { counts, mean, rarity };
  };

  const scored = ({ counts, mean, rarity }, at, words) => {
    const { found, size } = counts[at];
    const matched = words.filter((word) => found.has(word));
    const add = (list) => list.reduce((sum, word) => sum + rarity(word), 0);
    const norm = 1 - 0.75 + (0.75 * size) / mean;
    const score = words.reduce((sum, word) => {
      const times = found.get(word) || 0;
      return sum + (rarity(word) * times * 2.2) / (times + 1.2 * norm);
    }, 0);
    return { matched, share: add(matched) / (add(words) || 1), score: Math.floor(score * 1000 + 0.5) / 1000 };
  };

  const trust = (entry, today) => {
    if (entry.state === "verified" || entry.state === "due") {
      if (entry.review_by && today > entry.review_by) return "overdue";
      if (entry.due_from && today >= entry.due_from) return "due";
    }
    return entry.state;
  };

  const blocked = (entry, asked, today, stop) => {
    const rule = entry.stops.find(
      (one) => (!one.after || today > one.after) && (!one.before || today < one.before),
    );
    if (rule) return rule;
    if (OUTWARD.includes(asked.channel) && !entry.sendable) return { rule: "audience", reason: "" };
    // A number stands for any other: a warning of fewer than 8,000 is meant for 5,000, too.
    const anyNumber = (word) => (/^[0-9]+$/.test(word) ? "#" : word);
    const heard = new Set(asked.heard.map(anyNumber));
    const warning = entry.not_when.find((sentence) => {
      const words = telling(tokens(sentence), stop).map(anyNumber);
      const said = words.filter((word) => heard.has(word)).length;
      return said >= 3 && said >= 0.5 * words.length;
    });
    return warning ? { rule: "not-when", reason: warning } : { rule: "", reason: "" };
  };

  const takes = (entry, channel) =>
    LIVE.includes(channel) || (!channel && entry.live) ? entry.live : entry.alone;

  const criteria = (entry, asked, share) => {
    const found = [];
    const add = (name, has, is) => found.push({ name, points: has ? POINTS[name] : 0, known: is });
    const pains = entry.pains.map(([id]) => id);
    if (asked.pain) add("pain", pains.includes(asked.pain), pains.length > 0);
    for (const name of ["persona", "stage", "channel"]) {
      if (asked[name]) add(name, entry[name + "s"].includes(asked[name]), entry[name + "s"].length > 0);
    }
    if (asked.minutes) {
      const minutes = takes(entry, asked.channel);
      add("minutes", minutes > 0 && minutes <= asked.minutes, minutes > 0);
    }
    if (asked.words.length) {
      found.push({ name: "words", points: Math.floor(POINTS.words * share + 0.5), known: true });
    }
    return found;
  };

  const rank = (known, asked, today) => {
    const stop = new Set(known.stop);
    const weights = weigh(known);
    const wanted = known.entries
      .map((entry, at) => {
        const { matched, share, score } = scored(weights, at, asked.words);
        const earned = criteria(entry, asked, share);
        return {
          entry, score, words: matched, criteria: earned, state: trust(entry, today),
          points: earned.reduce((sum, one) => sum + one.points, 0),
          missing: earned.filter((one) => !one.points).map((one) => one.name),
          ...blocked(entry, asked, today, stop),
        };
      })
      .filter((one) => one.criteria.length && one.missing.length <= Math.min(1, one.criteria.length - 1));
    const rankOf = (one) => TRUST[one.state] ?? UNTRUSTED;
    const later = (one, other) => (one.entry.on < other.entry.on) - (one.entry.on > other.entry.on);
    // The entries come ordered by title and id, and sorting keeps the order of what is equal.
    wanted.sort(
      (one, other) =>
        other.points - one.points || rankOf(one) - rankOf(other) || other.score - one.score || later(one, other),
    );
    const allowed = wanted.filter((one) => !one.rule);
    return {
      fits: allowed.filter((one) => !one.missing.length),
      near: allowed.filter((one) => one.missing.length),
      blocked: wanted.filter((one) => one.rule),
    };
  };

  window.enablekit = { ...window.enablekit, rank, read, tokens };
})();
