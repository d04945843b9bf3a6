// Reports a check to a SCORM 1.2 platform; see docs/reference/exports-lms.md.
(() => {
  "use strict";
  const { check, details, find, leaving, response, secondsOpen, share, unrecorded } = globalThis.enablekitPackage;
  const api = find("API");
  const isConnected = Boolean(api) && String(api.LMSInitialize("")) === "true";
  if (!isConnected) {
    unrecorded();
    return;
  }

  const get = (name) => String(api.LMSGetValue(name) ?? "");
  const set = (name, value) => api.LMSSetValue(name, String(value));
  const two = (number) => String(number).padStart(2, "0");
  const timespan = (seconds) => {
    const hundredths = Math.round(seconds * 100);
    const whole = Math.floor(hundredths / 100);
    const hours = Math.min(9999, Math.floor(whole / 3600));
    return `${String(hours).padStart(4, "0")}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${two(hundredths % 100)}`;
  };
  const timeOfDay = (at) => {
    const day = new Date(at);
    return `${two(day.getHours())}:${two(day.getMinutes())}:${two(day.getSeconds())}`;
  };

  const isLooking = ["browse", "review"].includes(get("cmi.core.lesson_mode"));
  let next = Number(get("cmi.interactions._count")) || 0; // earlier attempts stay as they are

  const report = (answer) => {
    const { type, patterns, objectives } = details.items[answer.item.id];
    const at = `cmi.interactions.${next}`;
    next += 1;
    set(`${at}.id`, answer.item.id);
    objectives.forEach((id, place) => set(`${at}.objectives.${place}.id`, id));
    set(`${at}.time`, timeOfDay(answer.at));
    set(`${at}.type`, type);
    patterns.forEach((pattern, place) => set(`${at}.correct_responses.${place}.pattern`, pattern));
    set(`${at}.weighting`, 1);
    const given = response(answer);
    if (given) set(`${at}.student_response`, given);
    set(`${at}.result`, answer.right ? "correct" : "wrong");
    set(`${at}.latency`, timespan(answer.seconds));
  };

  // The best attempt counts: whoever passed may practise without a risk.
  const judge = (result) => {
    const best = get("cmi.core.score.raw");
    const raw = share(result, 100, 2);
    if (best === "" || Number(raw) > Number(best)) {
      set("cmi.core.score.raw", raw);
      set("cmi.core.score.min", 0);
      set("cmi.core.score.max", 100);
    }
    if (get("cmi.core.lesson_status") !== "passed") {
      set("cmi.core.lesson_status", result.passed ? "passed" : "failed");
    }
  };

  const store = () => {
    set("cmi.suspend_data", check.state);
    set("cmi.core.session_time", timespan(secondsOpen()));
  };
  const keep = () => {
    store();
    api.LMSCommit("");
  };

  check.state = get("cmi.suspend_data");
  if (isLooking) {
    leaving(() => {}, () => api.LMSFinish(""));
    return;
  }
  if (get("cmi.core.lesson_status") === "not attempted") set("cmi.core.lesson_status", "incomplete");
  set("cmi.core.exit", "suspend");
  check.addEventListener("enablekit-result", ({ detail }) => {
    detail.answers.forEach(report);
    judge(detail);
    keep();
  });
  // To finish is to commit, and while a page goes away there is time for one of them only.
  leaving(keep, () => {
    store();
    api.LMSFinish("");
  });
})();
