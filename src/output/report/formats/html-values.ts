/** Values of charts under the pointer and by keyboard. Without a script the pointer still shows them, and the description below names them. */

/**
 * Makes every picture with values one stop of the keyboard: left and right (or home and end) go from value to value, and a line below
 * the picture says the one that is chosen or under the pointer.
 */
export const VALUES_SCRIPT = `
for (const figure of document.querySelectorAll('figure')) {
  const said = document.createElement('output');
  said.className = 'value';
  for (const svg of figure.querySelectorAll('svg')) {
    const marks = [...svg.querySelectorAll('path')].filter((mark) => mark.querySelector('title'));
    if (marks.length === 0) continue;
    let at = -1;
    const show = (next) => {
      marks[at]?.classList.remove('shown');
      at = next;
      marks[at]?.classList.add('shown');
      said.textContent = marks[at]?.querySelector('title').textContent ?? '';
    };
    svg.setAttribute('tabindex', '0');
    svg.setAttribute('role', 'application');
    svg.addEventListener('blur', () => show(-1));
    svg.addEventListener('keydown', (event) => {
      const last = marks.length - 1;
      const next = { ArrowRight: Math.min(last, at + 1), ArrowLeft: Math.max(0, at - 1), Home: 0, End: last }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      show(next);
    });
    svg.addEventListener('pointerover', (event) => {
      const mark = marks.indexOf(event.target);
      if (mark >= 0) show(mark);
    });
    figure.querySelector('figcaption').before(said);
  }
}
`;
