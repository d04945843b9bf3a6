// What is right where an answer is typed: docs/reference/grading.md; extend/grading.py does the same.
(() => {
  "use strict";
  const PLACES = 99; // nobody types more digits

  const folded = (text) => text.replace(/[‘’ʼ`´٬]/g, "'").normalize("NFKC").replace(/\p{Cf}/gu, "")
    .toLowerCase().toUpperCase().replace(/I\u0307/g, "I").normalize("NFKC")
    .replace(/[\p{Pd}−]/gu, "-").replace(/[\s\p{Cc}]+/gu, " ").trim();

  const END = "(?:(?![#%&*/@\\\\_§-])[\\p{P} ])+";
  const bare = (text) => folded(text).replace(new RegExp(`^${END}|${END}$`, "gu"), "");

  const short = (typed, accepted) => {
    const given = bare(typed);
    return given !== "" && accepted.some((one) => bare(one) === given);
  };

  // The digits of every script stand in a row from nought to nine.
  const digit = (sign) => {
    let before = sign.codePointAt(0);
    while (/\p{Nd}/u.test(String.fromCodePoint(before))) before -= 1;
    return (sign.codePointAt(0) - before - 1) % 10;
  };
  const figures = (text) => folded(text).replace(/\p{Nd}/gu, digit).replace(/٫/g, ".").replace(/[.!?]+$/, "");

  // Every number a text can mean, in plain digits: none, one, or two for 1.200.
  const readings = (typed, unit) => {
    let text = figures(typed);
    if (text.endsWith(unit)) text = text.slice(0, text.length - unit.length);
    else if (text.startsWith(unit)) text = text.slice(unit.length);
    const [, sign, digits] = /^ ?\p{Sc}? ?([+-]?) ?\p{Sc}? ?([\d.,' ]*?) ?[\p{Sc}%٪]? ?$/u.exec(text) || ["", "", ""];
    const grouped = /^((?!0)\d{1,3}([.,' ])(?:\d\d\d?\2)*\d{3})((?!\2)[.,]\d+)?$/.exec(digits);
    const found = grouped ? [grouped[1].replace(/\D/g, "") + (grouped[3] || "")] : [];
    if (/^\d*[.,]?\d+$/.test(digits) && !(grouped && digits.includes(","))) found.push(digits);
    return digits.length > PLACES ? [] : found.map((one) => sign.replace("+", "") + one.replace(",", "."));
  };

  // A whole number of tiny parts, so that nothing is rounded.
  const exact = (text) => {
    const [whole, part = ""] = text.split(".");
    return BigInt(whole + part.padEnd(PLACES, "0"));
  };

  const numbers = (typed, { unit }) => readings(typed, figures(unit || ""));

  const numeric = (typed, { value, tolerance, unit }) => numbers(typed, { unit }).some((one) => {
    const off = exact(one) - exact(value);
    return (off < 0 ? -off : off) <= exact(tolerance || "0");
  });

  globalThis.enablekitGrade = { numbers, numeric, short };
})();
