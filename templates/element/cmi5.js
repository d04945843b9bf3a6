// Reports a check to a cmi5 platform as xAPI statements; see docs/reference/exports-lms.md.
(() => {
  "use strict";
  const { OPTIONS, PROMPTS, check, details, leaving, response, secondsOpen, share, unrecorded } = globalThis.enablekitPackage;
  const CMI5 = "https://w3id.org/xapi/cmi5/context";
  const STATE = "enablekit";
  const launch = Object.fromEntries(new URLSearchParams(location.search));
  if (!launch.endpoint || !launch.fetch || !launch.actor || !launch.registration || !launch.activityId) {
    unrecorded();
    return;
  }

  const endpoint = launch.endpoint.replace(/\/*$/, "/");
  const actor = JSON.parse(launch.actor);
  const { registration, activityId } = launch;
  const headers = { "X-Experience-API-Version": "1.0.3" };
  let context = {}; // what the platform wants in every statement
  let mode = "";
  let mastery;
  let said = { completed: false, passed: false }; // in this registration, so never again
  let last = null; // the best attempt of this session, unless it was passed
  let sending = Promise.resolve(); // one after the other, as their order counts

  const request = async (path, parameters, options = {}) => {
    const query = new URLSearchParams(parameters);
    const answer = await fetch(`${endpoint}${path}?${query}`, { ...options, headers: { ...headers, ...options.headers } });
    if (!answer.ok && !(answer.status === 404 && !options.method)) throw new Error(`${path} ${answer.status}`);
    return answer;
  };
  const stateOf = (stateId) => ({ stateId, activityId, agent: JSON.stringify(actor), registration });
  const read = async (path, parameters) => {
    const answer = await request(path, parameters);
    return answer.ok ? answer.json() : null;
  };
  const json = (method, data) =>
    ({ method, body: JSON.stringify(data), headers: { "Content-Type": "application/json" }, keepalive: true });

  // The platform's own words stay; ours are added to them.
  const withCategories = (...names) => {
    const activities = context.contextActivities ?? {};
    const ours = names.map((name) => ({ objectType: "Activity", id: `${CMI5}/categories/${name}` }));
    const category = [...[activities.category ?? []].flat(), ...ours];
    return { ...context, registration, contextActivities: category.length ? { ...activities, category } : activities };
  };
  const duration = (seconds) => `PT${Math.round(seconds * 100) / 100}S`;
  const statement = (verb, more) => ({
    id: crypto.randomUUID(),
    actor,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
    object: { objectType: "Activity", id: activityId },
    context: withCategories("cmi5"),
    timestamp: new Date().toISOString(),
    ...more,
  });

  // An item as an activity; packing/activities.py writes the same.
  const definitionOf = ({ id, form, stem, options, groups, prompts, written }) => {
    const { type, patterns } = details.items[id];
    const { language, content_language: content } = check.data;
    const named = (ids, texts, lang = content) =>
      texts.map((text, at) => ({ id: ids[at], description: { [lang]: text } }));
    const texts = options.map(({ text }) => text);
    const asked = { [written ? content : language]: stem };
    const plain = {
      type: "http://adlnet.gov/expapi/activities/cmi.interaction",
      name: asked,
      description: asked,
      interactionType: type,
      correctResponsesPattern: patterns,
    };
    if (form === "sorting") {
      return { ...plain, source: named(PROMPTS, texts), target: named(OPTIONS, groups, language) };
    }
    if (form === "matching") {
      return { ...plain, source: named(PROMPTS, prompts), target: named(OPTIONS, texts) };
    }
    return form === "numeric" || form === "short" ? plain : { ...plain, choices: named(OPTIONS, texts) };
  };

  const answered = (answer, attempt) => {
    const { id } = details.items[answer.item.id];
    const given = response(answer);
    const plain = withCategories(); // what cmi5 only allows must not carry its category
    return statement("answered", {
      object: { objectType: "Activity", id, definition: definitionOf(answer.item) },
      context: {
        ...plain,
        contextActivities: { ...plain.contextActivities, parent: [{ objectType: "Activity", id: activityId }] },
        extensions: { ...plain.extensions, [details.extensions.attempt]: attempt },
      },
      result: {
        ...(given && { response: given }),
        success: answer.right,
        duration: duration(answer.seconds),
        extensions: { [details.extensions.sure]: answer.sure },
      },
      timestamp: answer.at,
    });
  };
  const scored = (result, context) => ({
    result: {
      success: result.isEnough,
      score: { scaled: Number(share(result, 1, 4)), raw: result.right, min: 0, max: result.of },
      duration: duration(result.seconds),
    },
    context,
  });
  const judged = (result) => {
    const moving = withCategories("cmi5", "moveon");
    if (mastery !== undefined) moving.extensions = { ...moving.extensions, [`${CMI5}/extensions/masteryscore`]: mastery };
    return statement(result.isEnough ? "passed" : "failed", scored(result, moving));
  };
  const completed = () => statement("completed", {
    result: { completion: true, duration: duration(secondsOpen()) },
    context: withCategories("cmi5", "moveon"),
  });

  const send = (statements) => request("statements", {}, json("POST", statements));
  const keep = () => request("activities/state", stateOf(STATE), json("PUT", { state: check.state, ...said }));
  const inTurn = (work) => {
    sending = sending.then(work).catch(unrecorded);
    return sending;
  };

  const report = (result) => {
    const isEnough = mastery === undefined ? result.passed : result.right / result.of >= mastery;
    const attempt = check.attempt + 1;
    const statements = result.answers.map((answer) => answered(answer, attempt));
    if (!said.completed) statements.push(completed());
    said.completed = true;
    if (!said.passed) {
      const judgement = { ...result, isEnough };
      // A session has one judgement: a pass at once, a failure only when no retake can follow.
      if (isEnough) statements.push(judged(judgement));
      else if (!last || result.right / result.of > last.right / last.of) last = judgement;
      said.passed = isEnough;
    }
    inTurn(() => send(statements));
    inTurn(keep);
  };

  let isOver = false;
  const keepQuietly = () => {
    if (mode === "Normal" && !isOver) keep().catch(() => {});
  };
  const finish = () => {
    if (isOver) return Promise.resolve();
    isOver = true;
    const judgement = last && !said.passed ? [judged(last)] : [];
    return send([...judgement, statement("terminated", { result: { duration: duration(secondsOpen()) } })]);
  };

  const begin = async () => {
    const token = await (await fetch(launch.fetch, { method: "POST" })).json();
    if (!token["auth-token"]) throw new Error(token["error-text"]);
    headers.Authorization = `Basic ${token["auth-token"]}`;
    const data = await read("activities/state", stateOf("LMS.LaunchData"));
    await read("agents/profile", { profileId: "cmi5LearnerPreferences", agent: JSON.stringify(actor) });
    const kept = await read("activities/state", stateOf(STATE));
    context = data.contextTemplate;
    mode = data.launchMode;
    mastery = data.masteryScore;
    if (kept) {
      said = { completed: kept.completed, passed: kept.passed };
      check.state = kept.state;
    }
    await send([statement("initialized", {})]);
    if (mode === "Normal") check.addEventListener("enablekit-result", ({ detail }) => report(detail));
    leaving(keepQuietly, () => {
      keepQuietly();
      finish().catch(() => {});
    });
    if (data.returnURL) offerToLeave(data.returnURL);
  };

  const offerToLeave = (address) => {
    const part = document.getElementById("leave");
    part.hidden = false;
    part.addEventListener("click", async ({ target }) => {
      if (!target.closest("button")) return;
      await sending;
      await finish().catch(() => {});
      location.assign(address);
    });
  };

  check.hidden = true; // what was kept has to be there before somebody answers
  begin().catch(unrecorded).finally(() => { check.hidden = false; });
})();
