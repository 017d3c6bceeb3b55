// Decisions as a file: out to `clinlint apply`, and in from another reviewer.

function exported() {
  const files = report.files
    .map((file) => ({ path: file.path, digest: file.digest, decisions: decisionsOf(file) }))
    .filter((file) => file.decisions.length);
  const reviewer = memory.reviewer ? { reviewer: memory.reviewer } : {};
  return { version: 1, tool: { name: "clinlint", version: report.version }, ...reviewer, exported: now(), files };
}

/** The decisions on a file in the order of its findings; then those on findings that this report does not show. */
function decisionsOf(file) {
  const rest = new Map(remembered.get(file.digest).decisions);
  const some = [];
  for (const { id, rule, fingerprint, match, ranges } of file.findings) {
    const decision = rest.get(id);
    if (decision) some.push({ finding: id, rule, fingerprint, match, ranges, ...decision });
    rest.delete(id);
  }
  return [...some, ...[...rest].map(([id, decision]) => ({ finding: id, ...decision })).filter((one) => one.ranges)];
}

function exportDecisions() {
  const record = exported();
  if (!record.files.length) {
    tell("Nothing is decided yet, so there is nothing to export.");
    return;
  }
  const blob = new Blob([`${JSON.stringify(record, null, 1)}\n`], { type: "application/json" });
  const link = element("a", { href: URL.createObjectURL(blob), download: "decisions.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  const number = record.files.reduce((sum, file) => sum + file.decisions.length, 0);
  const open = disputed().length;
  memory.exported = true;
  tell(
    `${counted(number, "decision")} exported as decisions.json.` +
      (open ? ` ${counted(open, "conflict is", "conflicts are")} not settled: your own decision is in the file.` : ""),
    "good",
  );
}

async function importFile(file) {
  try {
    take(read(await file.text(), file.name), file.name);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tell(error.message, "bad");
  }
}

class Refused extends Error {}

/** The content of a file of decisions; refused with a sentence when it is none. */
function read(text, name) {
  let record;
  try {
    record = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new Refused(`${name} is no file of decisions: it is not JSON. Choose the decisions.json that a review exported.`);
  }
  if (record?.version === undefined || !Array.isArray(record.files)) {
    throw new Refused(`${name} is no file of decisions. Choose the decisions.json that a review exported.`);
  }
  if (record.version !== 1) {
    throw new Refused(`${name} was written by another version of clinlint; make this report anew with that version.`);
  }
  for (const file of record.files) {
    const whole = typeof file?.path === "string" && typeof file.digest === "string" && Array.isArray(file.decisions);
    if (!whole) throw new Refused(`${name} is damaged: one of its files has no path, no digest or no decisions.`);
    for (const decision of file.decisions) {
      const wrong = typeof decision?.finding !== "string" ? "it names no finding" : problemOf(decision);
      if (wrong) throw new Refused(`${name} is damaged: a decision on ${file.path} cannot be used (${wrong}).`);
    }
  }
  return record;
}

/** Merges another reviewer's decisions with those that are here; where both differ, a conflict is kept. */
function take(record, name) {
  const here = new Map(report.files.map((file) => [file.digest, file]));
  const strange = record.files.filter((file) => !here.has(file.digest)).map((file) => file.path);
  if (strange.length && strange.length === record.files.length) {
    throw new Refused(`${name} belongs to another text: ${strange.join(", ")} has changed since, or is not in this report. Nothing was taken.`);
  }
  const count = { taken: 0, same: 0, conflicts: 0, unknown: 0 };
  for (const file of record.files.filter((one) => here.has(one.digest))) {
    for (const decision of file.decisions) takeOne(file, { ...decision, reviewer: decision.reviewer || record.reviewer }, count);
    keepFile(here.get(file.digest));
  }
  changed(findings);
  const told = [`${name}: ${counted(count.taken, "decision")} taken`];
  if (count.same) told.push(`${count.same} as here already`);
  if (count.conflicts) told.push(`${counted(count.conflicts, "conflict")} to settle`);
  if (count.unknown) told.push(`${count.unknown} about findings that this report does not show, kept for the export`);
  if (strange.length) told.push(`left out ${strange.join(", ")}, which is not in this report`);
  tell(`${told.join("; ")}.`, "good");
  if (count.conflicts) openConflicts();
}

/** For each digest the names of the findings that this report shows. */
const names = new Map(report.files.map((file) => [file.digest, new Set(file.findings.map((finding) => finding.id))]));

function takeOne(file, theirs, count) {
  const { decisions, conflicts } = remembered.get(file.digest);
  const id = theirs.finding;
  const known = names.get(file.digest).has(id);
  const mine = decisions.get(id);
  if (!mine) {
    const { rule, fingerprint, match, ranges } = theirs;
    decisions.set(id, known ? said(theirs) : { rule, fingerprint, match, ranges, ...said(theirs) });
    count[known ? "taken" : "unknown"] += 1;
  } else if (agree(mine, theirs) || !known) {
    count.same += 1;
  } else {
    conflicts.set(id, said(theirs));
    count.conflicts += 1;
  }
}
