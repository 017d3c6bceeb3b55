// Two reviewers who disagree: both decisions side by side, and a person who settles it.

function disputed() {
  return findings.filter((finding) => conflictOf(finding));
}

/** Both decisions on a finding, each with the button that takes it. */
function sides(finding) {
  return element(
    "div",
    { class: "sides" },
    side("Here", finding, decisionOf(finding), "keep-mine", "Keep this one"),
    side("Imported", finding, conflictOf(finding), "take-theirs", "Take this one"),
  );
}

function side(title, finding, decision, action, text) {
  const who = decision?.reviewer ? `${title}: ${decision.reviewer}` : title;
  return element(
    "div",
    { class: "side" },
    element("p", { class: "who" }, who),
    element("p", {}, decision ? inWords(finding, decision) : "Undecided"),
    decision?.comment ? element("p", { class: "comment" }, decision.comment) : null,
    button(action, text, { "data-finding": finding.index, "aria-label": `${text}: ${decision ? inWords(finding, decision) : "undecided"}` }),
  );
}

const conflictDialog = element("dialog", { class: "conflicts", "aria-labelledby": "conflicts-title" });

function openConflicts() {
  fillConflicts();
  if (!conflictDialog.open) conflictDialog.showModal();
}

function fillConflicts() {
  const open = disputed();
  conflictDialog.replaceChildren(
    element("h2", { id: "conflicts-title", tabindex: "-1" }, open.length ? `${counted(open.length, "conflict")} to settle` : "All conflicts are settled"),
    ...open.slice(0, 200).map((finding) =>
      element(
        "section",
        { class: "conflict", "aria-label": `Conflict about ${quoted(finding.match, 40)}` },
        element("p", { class: "about" }, element("span", { class: "rule" }, finding.rule), " ", quoted(finding.match)),
        sides(finding),
      ),
    ),
    button("close-dialog", "Close"),
  );
}

function settleConflict(finding, takesTheirs) {
  const theirs = conflictOf(finding);
  if (!theirs) return;
  decide(finding, takesTheirs ? theirs : decisionOf(finding));
  const left = disputed().length;
  announce(`${inWords(finding, decisionOf(finding))}. ${left ? `${counted(left, "conflict")} left.` : "All conflicts are settled."}`);
  if (conflictDialog.open) {
    fillConflicts();
    (conflictDialog.querySelector("[data-action=keep-mine]") ?? conflictDialog.querySelector("[data-action=close-dialog]")).focus();
  }
}
