// How decisions show: in the list, in the text, in the progress, and to screen readers.

const announcements = element("p", { class: "visually-hidden", role: "status" });
const notice = element("p", { class: "notice", role: "alert" });

/** The last remark, for eyes: screen readers have it from the announcement. */
const hint = element("p", { class: "hint", "aria-hidden": "true" });

/** Tells screen readers what happened. */
function announce(text) {
  announcements.textContent = text;
  hint.textContent = "";
}

/** Says to everybody why nothing happened; it is gone with the next step. */
function remark(text) {
  announce(text);
  hint.textContent = text;
}

/** Says something that everybody must see; an empty text takes it away. */
function tell(text, kind = "") {
  notice.replaceChildren(...(text ? [text, " ", button("hush", "Close")] : []));
  notice.dataset.kind = kind;
}

/** Brings everything that shows decisions up to date for some findings. */
function changed(some) {
  const due = some.filter((finding) => finding.filled || decisionOf(finding));
  for (const finding of due) finding.filled = false;
  some.forEach(show);
  fillInTurns(due);
  showProgress();
  saveSoon();
}

function show(finding) {
  const state = stateOf(finding);
  finding.element.dataset.state = state;
  finding.element.classList.toggle("disputed", conflictOf(finding) !== undefined);
  for (const mark of finding.marks) showMark(mark);
}

/** A mark shows the first of its findings that is decided; the last piece of the words, what they become. */
function showMark(mark) {
  const some = findingsOf(mark);
  const decided = some.find((finding) => decisionOf(finding)) ?? some[0];
  mark.dataset.state = stateOf(decided);
  const link = mark.querySelector("a") ?? mark;
  const becomes = mark === decided.marks.at(-1) ? outcome(decided) : null;
  if (becomes === null) delete link.dataset.becomes;
  else link.dataset.becomes = becomes;
}

/** What the marked words become, as far as it can be said in words; null when they stay. */
function outcome(finding) {
  const decision = decisionOf(finding);
  if (decision?.decision === "edit") return decision.text;
  const fix = decision?.decision === "accept" ? fixOf(finding, decision) : undefined;
  // A proposal that changes neighbouring words too ("a syringe", "an injection") still names its own.
  return fix?.replacement ?? /^Write “(.+)”$/.exec(fix?.title)?.[1] ?? null;
}

/** The proposal that was accepted; undefined for one that this report does not make. */
function fixOf(finding, decision) {
  return finding.fixes.find((fix) => agree({ decision: "accept", edits: fix.edits }, decision));
}

/** A decision in a few words, such as `Accepted: “muscle”`. */
function inWords(finding, decision) {
  if (decision.decision === "edit") return decision.text ? `Better so: ${quoted(decision.text)}` : "Better so: without these words";
  if (decision.decision === "reject") return decision.reason ? `Rejected: ${decision.reason}` : "Rejected";
  const fix = fixOf(finding, decision);
  if (!fix) return `Accepted: ${decision.edits.map((edit) => quoted(edit.text)).join(", ")}`;
  return fix.replacement ? `Accepted: ${quoted(fix.replacement)}` : `Accepted: ${fix.title}`;
}

/** The decision that changes words which this one changes too; only one of both can be made. */
function rivalOf(finding) {
  const own = decisionOf(finding);
  if (!own || own.decision === "reject") return undefined;
  const places = touched(finding, own);
  return findings.find((other) => {
    const decision = other !== finding && other.file === finding.file ? decisionOf(other) : undefined;
    if (!decision || decision.decision === "reject") return false;
    return touched(other, decision).some((one) => places.some((two) => clash(one, two)));
  });
}

function touched(finding, decision) {
  return [...finding.ranges, ...(decision.edits ?? [])];
}

// Neighbours are no rivals: "apply" makes both. Two insertions at one place are.
function clash(one, two) {
  return one.start === one.end && two.start === two.end
    ? one.start === two.start
    : one.start < two.end && two.start < one.end;
}
