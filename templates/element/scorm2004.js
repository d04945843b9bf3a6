// Reports a check to a SCORM 2004 platform; see docs/reference/exports-lms.md.
(() => {
  "use strict";
  const { check, details, find, leaving, response, secondsOpen, share, shortText, unrecorded } = globalThis.enablekitPackage;
  const api = find("API_1484_11");
  const isConnected = Boolean(api) && String(api.Initialize("")) === "true";
  if (!isConnected) {
    unrecorded();
    return;
  }

  const get = (name) => String(api.GetValue(name) ?? "");
  const set = (name, value) => api.SetValue(name, String(value));
  const timespan = (seconds) => `PT${Math.round(seconds * 100) / 100}S`;
  // Platforms take at most two digits after the second, and a time zone only behind them.
  const timestamp = (at) => at.replace(/\.(\d\d)\d*Z$/, ".$1Z");

  const isLooking = ["browse", "review"].includes(get("cmi.mode"));
  let next = Number(get("cmi.interactions._count")) || 0; // earlier attempts stay as they are

  const report = (answer) => {
    const { type, patterns, objectives } = details.items[answer.item.id];
    const at = `cmi.interactions.${next}`;
    next += 1;
    set(`${at}.id`, answer.item.id);
    set(`${at}.type`, type);
    objectives.forEach((id, place) => set(`${at}.objectives.${place}.id`, id));
    set(`${at}.timestamp`, timestamp(answer.at));
    patterns.forEach((pattern, place) => set(`${at}.correct_responses.${place}.pattern`, pattern));
    set(`${at}.weighting`, 1);
    const given = response(answer);
    if (given) set(`${at}.learner_response`, given);
    set(`${at}.result`, answer.right ? "correct" : "incorrect");
    set(`${at}.latency`, timespan(answer.seconds));
    set(`${at}.description`, shortText(answer.item.stem));
  };

  // The platform may keep objectives of its own, so that the place of one is not known before.
  const placeOf = (id) => {
    const count = Number(get("cmi.objectives._count")) || 0;
    for (let place = 0; place < count; place += 1) {
      if (get(`cmi.objectives.${place}.id`) === id) return place;
    }
    set(`cmi.objectives.${count}.id`, id);
    set(`cmi.objectives.${count}.description`, details.objectives[id]);
    return count;
  };

  const isBetter = (score, name) => {
    const best = get(name);
    return best === "" || Number(score) > Number(best);
  };

  // The best attempt counts: whoever passed may practise without a risk.
  const judgeObjective = (id, answers) => {
    const about = answers.filter(({ item }) => details.items[item.id].objectives.includes(id));
    const right = about.filter((answer) => answer.right).length;
    const at = `cmi.objectives.${placeOf(id)}`;
    const scaled = share({ right, of: about.length }, 1, 4);
    if (isBetter(scaled, `${at}.score.scaled`)) set(`${at}.score.scaled`, scaled);
    if (get(`${at}.success_status`) !== "passed") {
      set(`${at}.success_status`, right === about.length ? "passed" : "failed");
    }
    set(`${at}.completion_status`, "completed");
  };

  const judge = (result) => {
    const scaled = share(result, 1, 4);
    if (isBetter(scaled, "cmi.score.scaled")) {
      set("cmi.score.scaled", scaled);
      set("cmi.score.raw", share(result, 100, 2));
      set("cmi.score.min", 0);
      set("cmi.score.max", 100);
    }
    set("cmi.completion_status", "completed");
    if (get("cmi.success_status") !== "passed") {
      set("cmi.success_status", result.passed ? "passed" : "failed");
    }
    const ids = result.answers.flatMap(({ item }) => details.items[item.id].objectives);
    for (const id of new Set(ids)) judgeObjective(id, result.answers);
  };

  const store = () => {
    set("cmi.suspend_data", check.state);
    set("cmi.session_time", timespan(secondsOpen()));
  };
  const keep = () => {
    store();
    api.Commit("");
  };

  check.state = get("cmi.suspend_data");
  if (isLooking) {
    leaving(() => {}, () => api.Terminate(""));
    return;
  }
  if (get("cmi.completion_status") !== "completed") set("cmi.completion_status", "incomplete");
  set("cmi.exit", "suspend");
  check.addEventListener("enablekit-result", ({ detail }) => {
    detail.answers.forEach(report);
    judge(detail);
    keep();
  });
  // To finish is to commit, and while a page goes away there is time for one of them only.
  leaving(keep, () => {
    store();
    api.Terminate("");
  });
})();
