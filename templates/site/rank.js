// Finding the piece for a situation: the same ranking as `enablekit find`, word for word the same
// results (docs/reference/find.md has the rules; a table of cases is run against both). The numbers
// it goes by come with the library: `known.rules`.
(() => {
  "use strict";
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

  // What is worked out of a library once: while somebody types, every key asks again.
  const kept = new WeakMap();
  const once = (known) => {
    if (!kept.has(known)) kept.set(known, weigh(known, new Set(known.stop.map(singular))));
    return kept.get(known);
  };

  const NAMED = ["personas", "stages", "pains", "channels", "competitors"];
  const weigh = (known, stop) => {
    const having = new Map();
    const words = new Map([...known.stop, ...NAMED.flatMap((kind) => known[kind]).flatMap(({ names }) => names)]
      .flatMap(spoken).map(([, written]) => [written, 0]));
    const counts = known.entries.map((entry) => {
      const found = new Map();
      const seen = new Set();
      let size = 0;
      for (const [weight, text] of entry.texts) {
        for (const [word, written] of spoken(text)) {
          seen.add(written);
          if (stop.has(word)) continue;
          found.set(word, (found.get(word) || 0) + weight);
          size += weight;
        }
      }
      for (const word of found.keys()) having.set(word, (having.get(word) || 0) + 1);
      for (const word of seen) words.set(word, (words.get(word) || 0) + 1);
      return { found, size };
    });
    const mean = counts.reduce((sum, one) => sum + one.size, 0) / (counts.length || 1) || 1;
    const rarity = (word) => {
      const number = having.get(word) || 0;
      return Math.log(1 + (counts.length - number + 0.5) / (number + 0.5));
    };
    const compared = new Set([...words.keys()].map(singular));
    return { stop, counts, having, mean, rarity, words, compared, meant: new Map() };
  };

  const telling = (words, known) => [...new Set(words)].filter((word) => !once(known).stop.has(word));

  // Reads a sentence: names of personas, stages, pains and channels are taken out, the rest are words.
  const place = (name, said) => {
    const wanted = tokens(name);
    const at = said.findIndex((_, from) => wanted.every((word, step) => said[from + step] === word));
    return { length: wanted.length, at: wanted.length ? at : -1 };
  };
  const recognised = (said, names) => {
    let best = { length: 0, at: 0, id: "" };
    for (const { id, names: called } of names) {
      for (const name of called) {
        const { length, at } = place(name, said);
        if (at >= 0 && length > best.length) best = { length, at, id };
      }
    }
    return [best.id, [...said.slice(0, best.at), ...said.slice(best.at + best.length)]];
  };

  const read = (sentence, asked, known) => {
    const { rules } = known;
    const pairs = spoken(sentence);
    let left = pairs.map(([word]) => word);
    const found = { ...asked, heard: telling(left, known), typed: new Map([...pairs].reverse()) };
    found.named = known.competitors.filter(({ names }) => names.some((name) => place(name, left).at >= 0)).map(({ id }) => id);
    for (const kind of rules.read) {
      if (!found[kind]) [found[kind], left] = recognised(left, known[kind + "s"]);
    }
    if (!found.minutes) {
      const at = left.findIndex((word, step) => /^[0-9]+$/.test(word) && rules.minutes.includes(left[step + 1]));
      if (at >= 0) found.minutes = Math.min(Number(left.splice(at, 2)[0]), rules.most_minutes);
    }
    found.words = telling(left, known);
    return found;
  };

  // Letters added, left out, taken for another or swapped with the next (optimal string alignment).
  const slips = (word, other) => {
    let before, last = [...other, 0].map((_, at) => at);
    word.forEach((letter, down) => {
      const row = [down + 1];
      other.forEach((its, across) => {
        let step = Math.min(last[across + 1] + 1, row[across] + 1, last[across] + (letter !== its));
        if (down && across && letter === other[across - 1] && word[down - 1] === its) {
          step = Math.min(step, before[across - 1] + 1);
        }
        row.push(step);
      });
      [before, last] = [last, row];
    });
    return last[other.length];
  };

  // The nearest known word: with the same first letter, one every sentence has, one many pieces have.
  const nearest = (word, { stop, slips: [one, two] }, words) => {
    const letters = [...word];
    const most = letters.length < two ? 1 : 2;
    if (letters.length < one || !/^\p{L}+$/u.test(word)) return "";
    let best = "", rank = [];
    for (const [other, many] of words) {
      // A sign can be two units long, so that this leaves out no word that is near.
      if (other.length < letters.length - most || other.length > 2 * (letters.length + most)) continue;
      const its = [...other];
      if (Math.abs(its.length - letters.length) > most || !/^\p{L}+$/u.test(other)) continue;
      const away = slips(letters, its);
      if (away > most) continue;
      const place = [away, letters[0] !== its[0], !stop.has(other), -many, other];
      const first = place.findIndex((part, at) => part !== rank[at]);
      if (!best || place[first] < rank[first]) [best, rank] = [other, place];
    }
    return best;
  };

  // A sentence with its misspelt words put right; empty if there is nothing to put right. While it
  // is typed, the beginning of a word is no mistake.
  const corrected = (sentence, asked, known, typing) => {
    const { having, words, compared, meant } = once(known);
    const rules = { stop: new Set(known.stop), slips: known.rules.slips };
    const fixes = new Map();
    const begun = (typed) => typing && spoken(typing).at(-1)?.[1] === typed && [...words.keys()].some((word) => word.startsWith(typed));
    for (const word of asked.words) {
      if (having.has(word) || compared.has(word)) continue;
      const typed = asked.typed.get(word);
      if (!meant.has(typed)) meant.set(typed, nearest(typed, rules, words));
      if (meant.get(typed) && !begun(typed)) fixes.set(typed, meant.get(typed));
    }
    const typed = sentence.normalize("NFC");
    const right = typed.replace(/[\p{L}\p{N}]+/gu, (run) => {
      const pairs = spoken(run);
      return (pairs.length === 1 && fixes.get(pairs[0][1])) || run;
    });
    return right === typed ? "" : right;
  };

  const scored = ({ counts, mean, rarity }, at, words, { saturation, length }) => {
    const { found, size } = counts[at];
    const matched = words.filter((word) => found.has(word));
    const add = (list) => list.reduce((sum, word) => sum + rarity(word), 0);
    const norm = 1 - length + (length * size) / mean;
    const score = words.reduce((sum, word) => {
      const times = found.get(word) || 0;
      return sum + (rarity(word) * times * (saturation + 1)) / (times + saturation * norm);
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

  // Whether so many of the telling words of a sentence were said, and such a share of them.
  const said = (words, heard, [share, fewest]) => {
    const number = words.filter((word) => heard.has(word)).length;
    return number >= fewest && number >= share * words.length;
  };

  const blocked = (entry, asked, today, known) => {
    const rule = entry.stops.find(
      (one) => (!one.after || today > one.after) && (!one.before || today < one.before),
    );
    if (rule) return rule;
    if (known.rules.outward.includes(asked.channel) && !entry.sendable) return { rule: "audience", reason: "" };
    // A number stands for any other: a warning of fewer than 8,000 is meant for 5,000, too.
    const anyNumber = (word) => (/^[0-9]+$/.test(word) ? "#" : word);
    const heard = new Set(asked.heard.map(anyNumber));
    const warning = entry.not_when.find((sentence) =>
      said(telling(tokens(sentence), known).map(anyNumber), heard, known.rules.warned));
    return warning ? { rule: "not-when", reason: warning } : { rule: "", reason: "" };
  };

  const takes = (entry, channel, { live }) =>
    live.includes(channel) || (!channel && entry.live) ? entry.live : entry.alone;

  const criteria = (entry, asked, share, rules) => {
    const found = [];
    const add = (name, has, is) => found.push({ name, points: has ? rules.points[name] : 0, known: is });
    for (const name of rules.chosen) {
      const has = name === "pain" ? entry.pains.map(([id]) => id) : entry[name + "s"];
      if (asked[name]) add(name, has.includes(asked[name]), has.length > 0);
    }
    if (asked.minutes) {
      const minutes = takes(entry, asked.channel, rules);
      add("minutes", minutes > 0 && minutes <= asked.minutes, minutes > 0);
    }
    if (asked.words.length) {
      found.push({ name: "words", points: Math.floor(rules.points.words * share + 0.5), known: true });
    }
    return found;
  };

  // A battlecard waits until its rival is named.
  const calledFor = ({ battlecard, competitors }, asked) =>
    !battlecard || !competitors.length || competitors.some((id) => id === asked.competitor || asked.named.includes(id));

  const rank = (known, asked, today) => {
    const { rules } = known;
    const weights = once(known);
    const wanted = known.entries
      .map((entry, at) => {
        if (!calledFor(entry, asked)) return { criteria: [] };
        const { matched, share, score } = scored(weights, at, asked.words, rules);
        const earned = criteria(entry, asked, share, rules);
        return {
          entry, score, words: matched, criteria: earned, state: trust(entry, today),
          points: earned.reduce((sum, one) => sum + one.points, 0),
          missing: earned.filter((one) => !one.points).map((one) => one.name),
        };
      })
      .filter((one) => one.criteria.length && one.missing.length <= Math.min(1, one.criteria.length - 1))
      .map((one) => ({ ...one, ...blocked(one.entry, asked, today, known) }));
    const rankOf = (one) => rules.trust[one.state] ?? rules.untrusted;
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

  window.enablekit = { ...window.enablekit, rank, read, tokens, telling, corrected };
})();
