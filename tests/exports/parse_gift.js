// Parses GIFT with gift-pegjs: a JSON text a line in, a JSON answer a line out.
"use strict";

const readline = require("readline");
const { parse } = require(process.argv[2]);

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  let answer;
  try {
    answer = { questions: parse(JSON.parse(line)) };
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
