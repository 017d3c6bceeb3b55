// With `clinlint review`: decisions go to the file beside the article at once, and the corrected article is one button away.

const saving = { running: false, due: false };

function savingButtons() {
  return element("div", { class: "choices saving" }, button("save", "Save corrected article", { class: "main" }), button("finish", "Finish"));
}

/** Sends the decisions; while an answer is awaited, the latest state waits for its turn. */
async function saveSoon() {
  if (!report.review) return;
  saving.due = true;
  if (saving.running) return;
  saving.running = true;
  while (saving.due) {
    saving.due = false;
    const answer = await post("decisions", exported());
    if (answer.problem) tell(answer.problem, "bad");
  }
  saving.running = false;
}

/** Sends something to clinlint; what it answers, with `problem` when it cannot do it. */
async function post(where, record) {
  try {
    const answer = await fetch(where, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(record),
    });
    return await answer.json();
  } catch {
    return { problem: "clinlint does not answer any more. Export your decisions, then start 'clinlint review' again and import them." };
  }
}

async function saveCorrected() {
  const answer = await post("corrected", exported());
  if (answer.problem) {
    tell(answer.problem, "bad");
    return;
  }
  const left = findings.length - decidedNumber();
  const told = [`${answer.written}: ${counted(answer.made, "change")} made`];
  if (left) told.push(`${counted(left, "finding is", "findings are")} still undecided`);
  tell(`${told.join("; ")}.`, answer.held_back.length ? "" : "good");
  if (answer.held_back.length) {
    notice.prepend(element("ul", {}, ...answer.held_back.map((why) => element("li", {}, why))));
    notice.prepend("Not made: ");
  }
  if (answer.finished) end();
}

async function finish() {
  const answer = await post("finish", {});
  if (answer.problem) tell(answer.problem, "bad");
  else end();
}

/** The end of a review: the page stays to be read. */
function end() {
  for (const control of document.querySelectorAll(".review-toolbar button, .decision button")) control.disabled = true;
  report.review.ended = true;
  const text = "The review is finished: you can close this page.";
  notice.append(element("p", {}, text));
  notice.dataset.kind = "good";
}
