/** Searching a table of the HTML report: the one thing that takes a script. Without it the whole table stands there. */

/** Puts a field above every table that says it can be searched, and hides the rows that do not hold what is typed there. */
export const SEARCH_SCRIPT = `
for (const table of document.querySelectorAll('table[data-search]')) {
  const rows = [...table.tBodies[0].rows].map((row) => [row, row.textContent.toLowerCase()]);
  const label = document.createElement('label');
  const field = document.createElement('input');
  const found = document.createElement('output');
  field.type = 'search';
  label.className = 'search';
  label.append(table.dataset.search + ' ', field, ' ', found);
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) count += 1;
    }
    found.textContent = table.dataset.found.replace('##', rows.length).replace('#', count);
  });
  table.closest('.table').prepend(label);
}
`;
