// The controls of one finding: accept, reject with a reason, write it better, comment, take back.

const REASONS = ["It is right as it stands", "It is a name or a fixed term", "It is our house style"];

/** Fills the decision part of a finding; with a form (`reject`, `edit` or `comment`) when one is open. */
function fill(finding, form = "") {
  const place = finding.element.querySelector(".decision");
  const held = place.contains(document.activeElement) ? sameAs(document.activeElement) : "";
  finding.filled = true;
  const decision = decisionOf(finding);
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", `Decision about ${quoted(finding.match, 40)}`);
  place.replaceChildren(
    ...[
      finding.fixes.length > 1 ? proposals(finding, decision) : null,
      buttons(finding, decision),
      decision ? verdictLine(finding, decision) : null,
      conflictOf(finding) ? sides(finding) : null,
      form ? FORMS[form](finding, decision) : null,
    ].filter(Boolean),
  );
  const field = place.querySelector("form textarea, form input");
  if (form && field) {
    scrollTo(field.form, "nearest");
    field.focus({ preventScroll: true });
    field.select();
  } else if (held) {
    (place.querySelector(held) ?? finding.element).focus({ preventScroll: true });
  }
}

/** Fills what is not, a few at a time: all decisions can be found and printed, and thousands do not stop the page. */
function fillInTurns(some, from = 0) {
  const end = Math.min(from + 100, some.length);
  for (const finding of some.slice(from, end)) if (!finding.filled) fill(finding);
  if (end < some.length) setTimeout(() => fillInTurns(some, end));
}

/** How the control that has the focus is found again after its part is made anew. */
function sameAs(control) {
  return control.type === "radio" ? `input[value="${control.value}"]` : `[data-action="${control.dataset.action}"]`;
}

function proposals(finding, decision) {
  const chosen = decision?.decision === "accept" ? fixOf(finding, decision) : (finding.chosen ?? finding.fixes[0]);
  return element(
    "fieldset",
    { class: "proposals" },
    element("legend", {}, "Proposals"),
    ...finding.fixes.map((fix, number) => {
      const radio = element("input", { type: "radio", name: `proposal-${finding.index}`, value: number });
      radio.checked = fix === chosen;
      return element("label", {}, radio, " ", fix.replacement ? element("span", { class: "words" }, fix.replacement) : fix.title);
    }),
  );
}

function buttons(finding, decision) {
  const pressed = (verdict) => ({ "aria-pressed": String(decision?.decision === verdict) });
  const accept = button("accept", "Accept", { "aria-keyshortcuts": "a", ...pressed("accept") });
  return element(
    "div",
    { class: "choices" },
    finding.fixes.length ? accept : null,
    button("reject", "Reject", { "aria-keyshortcuts": "r", ...pressed("reject") }),
    finding.editable === false ? null : button("edit", "Better so", { "aria-keyshortcuts": "e", ...pressed("edit") }),
    decision ? button("comment", decision.comment ? "Change comment" : "Comment") : null,
    decision ? button("undo", "Undo", { "aria-keyshortcuts": "u" }) : null,
  );
}

function verdictLine(finding, decision) {
  const rival = rivalOf(finding);
  return element(
    "div",
    { class: "said" },
    element("p", {}, inWords(finding, decision), decision.reviewer ? element("span", { class: "by" }, ` (${decision.reviewer})`) : null),
    decision.comment ? element("p", { class: "comment" }, decision.comment) : null,
    rival
      ? element(
          "p",
          { class: "rival" },
          "It changes the same words as your decision about ",
          element("a", { href: `#finding-${rival.index}` }, quoted(rival.match, 40)),
          ": both cannot be made in one go.",
        )
      : null,
  );
}

const FORMS = {
  reject(finding, decision) {
    const reason = decision?.decision === "reject" ? (decision.reason ?? "") : REASONS[0];
    const field = element("input", { type: "text", name: "reason", required: true, maxlength: 1000, autocomplete: "off" });
    field.value = reason;
    const ready = REASONS.map((text) => button("reason", text, { class: "ready" }));
    return form("reject", "Why is the text right?", field, "Reject", element("div", { class: "ready-reasons" }, ...ready));
  },
  edit(finding, decision) {
    const field = element("textarea", { name: "text", rows: 2, maxlength: 20000 });
    const proposal = (chosenFix(finding) ?? finding.fixes[0])?.replacement;
    field.value = decision?.decision === "edit" ? decision.text : (proposal ?? finding.match);
    const lang = finding.element.closest(".file")?.querySelector(".article")?.lang;
    if (lang) field.lang = lang;
    return form("edit", `Write instead of ${quoted(finding.match)}`, field, "Save wording");
  },
  comment(finding, decision) {
    const field = element("textarea", { name: "comment", rows: 2, maxlength: 5000 });
    field.value = decision?.comment ?? "";
    return form("comment", "Comment", field, "Save comment");
  },
};

function form(kind, label, field, done, more = null) {
  return element(
    "form",
    { class: "saying", "data-form": kind },
    element("label", {}, element("span", {}, label), field),
    more,
    element("div", { class: "choices" }, element("button", { type: "submit" }, done), button("cancel", "Cancel")),
  );
}

/** The proposal that is chosen in the list; the only one where there is no choice. */
function chosenFix(finding) {
  const radio = finding.element.querySelector(".proposals input:checked");
  return radio ? finding.fixes[Number(radio.value)] : finding.fixes[0];
}

function accept(finding) {
  const fix = chosenFix(finding);
  if (!fix) {
    remark("There is no proposal to accept. Reject it, or press e and write it better.");
    return;
  }
  settle(finding, { decision: "accept", edits: fix.edits });
}

/** Makes a decision of the person before the screen, keeps the comment, and says how far the review is. */
function settle(finding, verdict) {
  const comment = decisionOf(finding)?.comment;
  decide(finding, { ...verdict, comment, reviewer: memory.reviewer, at: now() });
  announce(`${inWords(finding, decisionOf(finding))}. ${progressInWords()}`);
}

function undo(finding) {
  if (!decisionOf(finding)) return;
  decide(finding, null);
  announce(`Undecided again. ${progressInWords()}`);
}

/** Takes what was written into a form of a finding. */
function submit(finding, kind, value) {
  const text = value.trim();
  if (kind === "reject") settle(finding, { decision: "reject", reason: text });
  else if (kind === "comment") decide(finding, { ...decisionOf(finding), comment: text });
  else if (text === finding.match) remark("These are the words that stand there already. Reject the finding to keep them.");
  else settle(finding, { decision: "edit", text: value.replace(/\s*\n\s*/g, " ") });
  if (kind === "comment") announce(text ? "Comment saved." : "Comment removed.");
  finding.element.focus({ preventScroll: true });
}
