// The bar above everything: how far the review is, ways on, the reviewer's name, the file of decisions, help.

const progress = element("progress", { "aria-label": "Decided findings" });
const progressText = element("span", { class: "progress-text" });
const conflictsButton = button("conflicts", "Conflicts");
const memoryNote = element("p", { class: "memory" });
const chooser = element("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": "File of decisions" });
const nameField = element("input", { type: "text", autocomplete: "name", maxlength: 200, name: "reviewer" });

function buildToolbar() {
  nameField.value = memory.reviewer;
  const served = report.review !== undefined;
  document.querySelector(".review-toolbar").replaceChildren(
    element("div", { class: "progress" }, progressText, progress),
    element("div", { class: "choices" }, button("previous", "Previous", { "aria-keyshortcuts": "k" }), button("next", "Next", { "aria-keyshortcuts": "j" })),
    element("label", { class: "reviewer" }, "Your name", nameField),
    element(
      "div",
      { class: "choices" },
      button("import", served ? "Import" : "Import decisions…", { "aria-label": "Import decisions…" }),
      button("export", served ? "Export" : "Export decisions", { "aria-label": "Export decisions", class: served ? null : "main" }),
      conflictsButton,
      button("help", "Help", { "aria-keyshortcuts": "?" }),
    ),
    served ? savingButtons() : "",
    chooser,
    memoryNote,
    notice,
    announcements,
  );
  document.body.append(helpDialog(), conflictDialog, hint);
}

function progressInWords() {
  return `${decidedNumber().toLocaleString("en")} of ${findings.length.toLocaleString("en")} decided`;
}

function decidedNumber() {
  return findings.reduce((number, finding) => number + (decisionOf(finding) ? 1 : 0), 0);
}

function showProgress() {
  progress.max = Math.max(findings.length, 1);
  progress.value = decidedNumber();
  progressText.textContent = progressInWords();
  const open = disputed().length;
  conflictsButton.hidden = open === 0;
  conflictsButton.textContent = `Conflicts (${open})`;
  memoryNote.textContent =
    memory.works || report.review ? "" : "This browser keeps nothing for this page: export your decisions before you close it.";
}

function helpDialog() {
  const keys = [
    ["j", "next finding"],
    ["k", "previous finding"],
    ["a", "accept the proposal"],
    ["r", "reject it, with a reason"],
    ["e", "write it better"],
    ["u", "undo the decision"],
    ["?", "this help"],
    ["Esc", "close a form or a dialog"],
  ];
  const box = element("input", { type: "checkbox", name: "shortcuts" });
  box.checked = memory.shortcuts;
  return element(
    "dialog",
    { class: "help", "aria-labelledby": "help-title" },
    element("h2", { id: "help-title" }, "How to review"),
    element("p", {}, "Go through the findings one by one. Accept a proposal, reject it with a reason, or write it better yourself."),
    element("p", {}, savingInWords()),
    element("dl", {}, ...keys.flatMap(([key, does]) => [element("dt", {}, element("kbd", {}, key)), element("dd", {}, does)])),
    element("label", { class: "shortcuts" }, box, " Single keys work as shortcuts"),
    button("close-dialog", "Close"),
  );
}

function savingInWords() {
  if (report.review) {
    return `Every decision is kept in ${report.review.decisions} at once. “Save corrected article” writes ${report.review.corrected}.`;
  }
  const kept = memory.works ? "Your decisions stay in this browser. " : "";
  return `${kept}“Export decisions” saves them as a file; 'clinlint apply FILE decisions.json' makes them in the article.`;
}

/** Tells the style sheet how much of the window the bar covers. */
function watchBar() {
  const bar = document.querySelector(".bar");
  const measure = () => document.documentElement.style.setProperty("--bar", `${Math.ceil(bar.getBoundingClientRect().height)}px`);
  new ResizeObserver(measure).observe(bar);
  measure();
}
