// What the report says: its findings, each with its element in the list and its marks in the text.

const report = JSON.parse(document.getElementById("clinlint-data").textContent);

/** All findings, in the order of the page. */
const findings = [];

/** Findings by the number that marks and elements carry in `data-finding`. */
const byNumber = new Map();

for (const file of report.files) {
  for (const data of file.findings) {
    const element = document.getElementById(`finding-${data.index}`);
    if (!element) continue;
    const finding = { ...data, file, element, marks: [] };
    findings.push(finding);
    byNumber.set(String(data.index), finding);
  }
}
for (const mark of document.querySelectorAll("mark[data-finding]")) {
  for (const finding of findingsOf(mark)) finding.marks.push(mark);
}

/** The findings whose words a mark shows; several where findings overlap. */
function findingsOf(mark) {
  return mark.dataset.finding.split(" ").map((number) => byNumber.get(number)).filter(Boolean);
}

/** The finding whose element `inside` lies in; undefined elsewhere. */
function findingAround(inside) {
  return byNumber.get(inside?.closest?.(".finding")?.dataset.finding);
}

/** An element; data comes in as text and attributes only, never as markup. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

function button(action, text, attributes = {}) {
  return element("button", { type: "button", "data-action": action, ...attributes }, text);
}

function counted(number, singular, plural = `${singular}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? singular : plural}`;
}

/** Words for a sentence, shortened where they are long. */
function quoted(words, longest = 80) {
  const characters = Array.from(words);
  return `“${characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : words}”`;
}
