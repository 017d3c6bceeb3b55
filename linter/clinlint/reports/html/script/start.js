// What a person does reaches the functions above from here: one listener for each kind of event.

const ACTIONS = {
  accept: (finding) => accept(finding),
  reject: (finding) => fill(finding, "reject"),
  edit: (finding) => fill(finding, "edit"),
  comment: (finding) => fill(finding, "comment"),
  undo: (finding) => undo(finding),
  cancel: (finding) => cancel(finding),
  reason: (finding, from) => {
    const field = from.closest("form").elements.reason;
    field.value = from.textContent;
    field.focus();
  },
  "show-in-text": (finding) => showInText(finding),
  "keep-mine": (finding) => settleConflict(finding, false),
  "take-theirs": (finding) => settleConflict(finding, true),
  next: () => step(1),
  previous: () => step(-1),
  import: () => chooser.click(),
  export: () => exportDecisions(),
  conflicts: () => openConflicts(),
  help: () => document.querySelector("dialog.help").showModal(),
  save: () => saveCorrected(),
  finish: () => finish(),
  hush: () => tell(""),
  "close-dialog": (finding, from) => from.closest("dialog").close(),
};

const KEYS = { j: "next", k: "previous", a: "accept", r: "reject", e: "edit", u: "undo", "?": "help" };

function cancel(finding) {
  fill(finding);
  finding.element.focus({ preventScroll: true });
}

function onClick(event) {
  const from = event.target.closest("[data-action]");
  if (from) {
    act(from.dataset.action, byNumber.get(from.dataset.finding) ?? findingAround(from), from);
    return;
  }
  const mark = event.target.closest("mark[data-finding]");
  if (mark) {
    const some = findingsOf(mark).filter((finding) => !finding.element.hidden);
    if (!some.length) return;
    event.preventDefault();
    // A mark of several findings leads from one to the next.
    goTo(some[(some.indexOf(current) + 1) % some.length]);
    return;
  }
  const link = event.target.closest("a[href^='#finding-']");
  const linked = link && byNumber.get(link.hash.slice("#finding-".length));
  const shown = event.target.closest("a[href^='#mark-']");
  if (shown && findingAround(shown)) {
    event.preventDefault();
    goTo(findingAround(shown), { focus: false, scroll: false });
    showInText(current);
  } else if (linked) {
    event.preventDefault();
    goTo(linked);
  }
}

function act(action, finding, from) {
  if (finding && finding !== current && from?.closest(".finding")) goTo(finding, { focus: false });
  ACTIONS[action](finding, from);
}

function onKey(event) {
  const form = event.target.closest(".decision form");
  if (form && event.key === "Escape") {
    event.preventDefault();
    cancel(findingAround(form));
    return;
  }
  if (form && event.key === "Enter" && event.target.matches("textarea") && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  const action = KEYS[event.key];
  const elsewhere = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog, [popover]");
  if (!action || !memory.shortcuts || elsewhere || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (report.review?.ended) return;
  event.preventDefault();
  const finding = findingAround(document.activeElement) ?? current;
  if (finding || !["accept", "reject", "edit", "undo"].includes(action)) act(action, finding, undefined);
  else remark("Go to a finding first, with j or k.");
}

function onSubmit(event) {
  event.preventDefault();
  const { form: kind } = event.target.dataset;
  if (kind) submit(findingAround(event.target), kind, event.target.querySelector("input, textarea").value);
}

function onChange(event) {
  const changedField = event.target;
  if (changedField.closest(".filters")) filterAll();
  else if (changedField === chooser && chooser.files.length) {
    importFile(chooser.files[0]);
    chooser.value = "";
  } else if (changedField === nameField) {
    memory.reviewer = nameField.value.trim();
    keep("reviewer", memory.reviewer);
    saveSoon();
  } else if (changedField.name === "shortcuts") {
    memory.shortcuts = changedField.checked;
    keep("shortcuts", memory.shortcuts ? "on" : "off");
  } else if (changedField.name?.startsWith("proposal-")) {
    const finding = findingAround(changedField);
    finding.chosen = chosenFix(finding);
    if (decisionOf(finding)?.decision === "accept") accept(finding);
  }
}

/** Decisions made in another tab on the same file show here too. */
function onStorage() {
  const known = () => findings.map((finding) => JSON.stringify([decisionOf(finding), conflictOf(finding)]));
  const before = known();
  remember();
  const after = known();
  // Only these: what somebody is writing about another finding stays.
  changed(findings.filter((_, number) => before[number] !== after[number]));
}

function onLeaving(event) {
  const lost = !memory.works && !memory.exported && decidedNumber() > 0;
  if ((lost && !report.review) || saving.due || saving.running) event.preventDefault();
}

function takeWhatIsKept() {
  for (const file of report.review?.record?.files ?? []) {
    const place = remembered.get(file.digest);
    if (!place) continue;
    place.decisions = new Map();
    for (const decision of file.decisions) takeOne(file, decision, { taken: 0, same: 0, conflicts: 0, unknown: 0 });
  }
  memory.reviewer ||= report.review?.record?.reviewer ?? "";
}

function start() {
  remember();
  takeWhatIsKept();
  for (const group of document.querySelectorAll(".filters .states")) group.hidden = false;
  readFilters();
  buildToolbar();
  watchBar();
  // Thousands of findings that nobody has decided yet look as they came.
  const decided = findings.filter((finding) => decisionOf(finding) || conflictOf(finding));
  decided.forEach(show);
  fillInTurns(decided);
  showProgress();
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("submit", onSubmit);
  document.addEventListener("change", onChange);
  document.addEventListener("focusin", (event) => {
    const finding = findingAround(event.target);
    if (finding && finding !== current) goTo(finding, { focus: false, scroll: false });
  });
  window.addEventListener("storage", onStorage);
  window.addEventListener("beforeunload", onLeaving);
  window.addEventListener("beforeprint", () => findings.filter((finding) => decisionOf(finding) && !finding.filled).forEach((finding) => fill(finding)));
  fillOnSight();
  const linked = byNumber.get(location.hash.slice("#finding-".length));
  if (linked) {
    goTo(linked);
    // A browser goes to the address's fragment by itself until the page has settled.
    window.addEventListener("load", () => afterFrames(3, () => current === linked && goTo(linked)));
  }
  performance.mark("clinlint-ready");
}

start();
