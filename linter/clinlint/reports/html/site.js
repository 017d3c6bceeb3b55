// Sorts the table by the column whose head is pressed, by mouse or keyboard; without a script it stays the worst first.
(() => {
  "use strict";
  const table = document.querySelector("table");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];

  // Cells without a figure ("–", or none) have no place among the others.
  function figure(text) {
    const plain = text.replace(/,/g, "").replace("−", "-");
    return plain === "" || plain === "–" ? null : Number(plain);
  }

  function sort(head, column) {
    const up = head.getAttribute("aria-sort") !== "ascending";
    const isNumber = head.classList.contains("number");
    const rows = [...body.rows].map((row) => {
      const text = row.cells[column].textContent.trim();
      return { row, value: isNumber ? figure(text) : text };
    });
    rows.sort((one, other) => {
      if (one.value === null || other.value === null) {
        return (one.value === null) - (other.value === null);
      }
      const order = isNumber ? one.value - other.value : one.value.localeCompare(other.value, "en", { numeric: true });
      return up ? order : -order;
    });
    for (const each of heads) {
      each.removeAttribute("aria-sort");
    }
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    body.append(...rows.map((each) => each.row));
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sort(head, column));
    head.replaceChildren(button);
  });
})();
