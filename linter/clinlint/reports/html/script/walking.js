// Which finding is looked at, and the ways to another: keys, marks, links.

let current;

/** Moves to a finding: its element gets the focus, its words in the text come into view. */
function goTo(finding, { focus = true, scroll = true } = {}) {
  const left = current;
  current = finding;
  hint.textContent = "";
  if (left !== finding) {
    left?.element.classList.remove("current");
    for (const mark of left?.marks ?? []) mark.classList.remove("current");
    if (left) applyFilter(left);
  }
  if (!finding.filled) fill(finding);
  finding.element.classList.add("current");
  for (const mark of finding.marks) mark.classList.add("current");
  if (scroll) {
    if (!isNarrow()) scrollTo(finding.marks[0], "center");
    bringIntoList(finding.element);
  }
  if (focus) finding.element.focus({ preventScroll: true });
}

/** Brings an element into view at once: a slow movement would be cut short by the next one. */
function scrollTo(element, block) {
  element?.scrollIntoView({ block, behavior: "instant" });
}

/** Waits some pictures long. */
function afterFrames(number, action) {
  if (number) requestAnimationFrame(() => afterFrames(number - 1, action));
  else action();
}

/** Scrolls to something that is drawn for the first time: what comes behind it must not be held in its place meanwhile. */
function unanchored(scroller, scroll) {
  scroller.style.overflowAnchor = "none";
  scroll();
  afterFrames(3, () => scroller.style.removeProperty("overflow-anchor"));
}

/** Brings a finding to the top of its list; where that scrolls by itself, the text stays where it is. */
function bringIntoList(element) {
  const list = element.closest(".findings");
  if (list.scrollHeight <= list.clientHeight || getComputedStyle(list).overflowY === "visible") {
    unanchored(document.documentElement, () => scrollTo(element, "start"));
    return;
  }
  const by = element.getBoundingClientRect().top - list.getBoundingClientRect().top;
  unanchored(list, () => list.scrollBy({ top: by - 8, behavior: "instant" }));
}

/** True where text and findings stand below each other, so that both cannot be in view. */
function isNarrow() {
  const file = current.element.closest(".file");
  const article = file?.querySelector(".article")?.getBoundingClientRect();
  const list = file?.querySelector(".findings")?.getBoundingClientRect();
  return !article || !list || list.left < article.right - 1;
}

/** Moves to the next finding that is shown, or the one before. */
function step(by) {
  const shown = findings.filter((finding) => !finding.element.hidden || finding === current);
  if (!shown.length) {
    remark("No finding is shown: the filters leave all of them out.");
    return;
  }
  const at = current && shown.includes(current) ? shown.indexOf(current) + by : by > 0 ? 0 : shown.length - 1;
  if (at < 0 || at >= shown.length) {
    remark(by > 0 ? "This is the last finding." : "This is the first finding.");
    return;
  }
  goTo(shown[at]);
}

/** Shows the words of a finding in the text. */
function showInText(finding) {
  const mark = finding.marks[0];
  if (!mark) return;
  scrollTo(mark, "center");
  const target = mark.matches("[tabindex], a") ? mark : mark.querySelector("a, [tabindex]");
  target?.focus({ preventScroll: true });
}

/** Fills the controls of findings shortly before they come into view, so that thousands cost nothing. */
function fillOnSight() {
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        seen.unobserve(entry.target);
        const finding = findingAround(entry.target);
        if (finding && !finding.filled) fill(finding);
      }
    },
    { rootMargin: "800px" },
  );
  for (const finding of findings) seen.observe(finding.element);
}

// Filters: each group of boxes lets through what one of its boxes names.

const allowed = new Map();

function readFilters() {
  allowed.clear();
  for (const box of document.querySelectorAll(".filters input[type=checkbox]")) {
    if (!allowed.has(box.name)) allowed.set(box.name, new Set());
    if (box.checked) allowed.get(box.name).add(box.value);
  }
}

function passes(finding) {
  const { severity, family, language } = finding.element.dataset;
  const has = { severity, family, language: language ?? "", state: stateOf(finding) };
  return [...allowed].every(([name, values]) => !(name in has) || values.has(has[name]));
}

/** A long list stands in batches; one that shows nothing takes no room. */
function hideBatches() {
  for (const batch of document.querySelectorAll(".batch:not(:only-of-type)")) {
    batch.hidden = !batch.querySelector(".finding:not([hidden])");
  }
}

function applyFilter(finding) {
  const shown = passes(finding);
  finding.element.hidden = !shown;
  for (const mark of finding.marks) mark.classList.toggle("off", findingsOf(mark).every((other) => other.element.hidden));
}

function filterAll() {
  readFilters();
  findings.forEach(applyFilter);
  hideBatches();
  const shown = findings.filter((finding) => !finding.element.hidden).length;
  announce(`${counted(shown, "finding")} shown, ${counted(findings.length - shown, "finding")} left out.`);
}
