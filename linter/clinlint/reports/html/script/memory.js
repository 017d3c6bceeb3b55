// Decisions, and how the browser remembers them: one entry for each state of a file, found by its digest.

/** For each digest: decisions by finding, and what a second reviewer said differently. */
const remembered = new Map();

const memory = { works: true, reviewer: "", shortcuts: true };

const PREFIX = "clinlint:";
const SAID = ["decision", "edits", "text", "reason", "comment", "reviewer", "at"];

function remember() {
  memory.reviewer = text(stored("reviewer"));
  memory.shortcuts = stored("shortcuts") !== "off";
  for (const file of report.files) {
    const kept = stored(file.digest);
    const known = kept?.version === 1 ? kept : {};
    remembered.set(file.digest, { decisions: new Map(pairs(known.decisions)), conflicts: new Map(pairs(known.conflicts)) });
  }
}

function text(value) {
  return typeof value === "string" ? value : "";
}

/** Pairs of a finding's name and a decision; what is none is left out. */
function pairs(value) {
  if (!Array.isArray(value)) return [];
  return value.filter((pair) => Array.isArray(pair) && typeof pair[0] === "string" && !problemOf(pair[1]));
}

/** A value that was kept; null when there is none. */
function stored(name) {
  const common = copyIn("localStorage", name);
  const own = copyIn("sessionStorage", name);
  const latest = own.saved >= common.saved ? own : common;
  return latest.value;
}

/** What one of the browser's stores holds under a name, and when it was put there (milliseconds; -1: never). */
function copyIn(store, name) {
  let found = null;
  try {
    found = window[store].getItem(PREFIX + name);
  } catch {
    if (store === "localStorage") memory.works = false;
  }
  try {
    const { saved, value } = JSON.parse(found);
    if (Number.isFinite(saved)) return { saved, value };
  } catch {
    // What cannot be read was not written by this page.
  }
  return { saved: -1, value: null };
}

/** Keeps a value; false when the browser does not. */
function keep(name, value) {
  const kept = JSON.stringify({ saved: Date.now(), value });
  try {
    // The tab's own copy: straight after a reload a busy Chromium can hand out what localStorage held before the
    // last decision, and the next one would be written over it.
    sessionStorage.setItem(PREFIX + name, kept);
  } catch {
    // The other copy is the one that lasts.
  }
  try {
    localStorage.setItem(PREFIX + name, kept);
    memory.works = true;
  } catch {
    memory.works = false;
  }
  return memory.works;
}

function keepFile(file) {
  const { decisions, conflicts } = remembered.get(file.digest);
  return keep(file.digest, { version: 1, path: file.path, decisions: [...decisions], conflicts: [...conflicts] });
}

function decisionOf(finding) {
  return remembered.get(finding.file.digest).decisions.get(finding.id);
}

function conflictOf(finding) {
  return remembered.get(finding.file.digest).conflicts.get(finding.id);
}

const VERDICTS = ["accept", "reject", "edit"];

/** `open`, `accept`, `reject` or `edit`: the values of the filter. */
function stateOf(finding) {
  return decisionOf(finding)?.decision ?? "open";
}

/** Puts a decision in place of what was decided before; none takes it back. */
function decide(finding, decision) {
  const { decisions, conflicts } = remembered.get(finding.file.digest);
  if (decision) decisions.set(finding.id, said(decision));
  else decisions.delete(finding.id);
  conflicts.delete(finding.id);
  keepFile(finding.file);
  changed([finding]);
}

/** What a decision says, without what the finding says anyway. */
function said(decision) {
  const known = SAID.filter((key) => decision[key] !== undefined && decision[key] !== "");
  const kept = Object.fromEntries(known.map((key) => [key, decision[key]]));
  return decision.decision === "edit" ? { ...kept, text: decision.text } : kept;
}

function now() {
  return new Date().toISOString().replace(/\.\d+Z$/, "Z");
}

/** True when both ask for the same text, whatever their reasons. */
function agree(one, other) {
  const asked = (decision) => {
    const { decision: verdict } = decision;
    if (verdict === "accept") return decision.edits.map(({ start, end, text }) => [start, end, text]);
    return verdict === "edit" ? decision.text : null;
  };
  return one.decision === other.decision && JSON.stringify(asked(one)) === JSON.stringify(asked(other));
}

/** What is wrong with a decision from a file; empty when nothing is. */
function problemOf(decision) {
  const verdict = decision?.decision;
  if (!VERDICTS.includes(verdict)) return "it neither accepts, rejects nor edits";
  if (verdict === "accept" && !(Array.isArray(decision.edits) && decision.edits.length && decision.edits.every(isEdit))) {
    return "it accepts a proposal without saying which";
  }
  if (verdict === "edit" && typeof decision.text !== "string") return "its own wording is missing";
  const wrong = ["reason", "comment", "reviewer", "at"].find((key) => !["string", "undefined"].includes(typeof decision[key]));
  return wrong ? `its ${wrong} is no text` : "";
}

function isEdit(edit) {
  const { start, end, text } = edit ?? {};
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start <= end && typeof text === "string";
}
