/** Width of text without a browser: charts must come out the same on every machine, whatever fonts it has. */

/** Helvetica's advance widths in thousandths of an em, by character; what is not here counts as a wide lower-case letter. */
const NARROW = new Map<string, number>();
for (const [characters, width] of [
  ["ijl'|", 225],
  [' \u00a0ftI!,.:;/[]\\', 278],
  ['r-()"`', 340],
  ['ckszvxyJ', 500],
  ['FTZL', 600],
  ['ABEKPSVXY&', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['mM', 833],
  ['W%@—', 950],
] as const)
  for (const character of characters) NARROW.set(character, width);

/** Width of a text in pixels in Helvetica, Arial or Liberation Sans, which have the same widths. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let thousandths = 0;
  for (const character of text) thousandths += NARROW.get(character) ?? 556;
  return (thousandths / 1000) * fontSize * (bold ? 1.08 : 1);
}

/** Breaks a text into lines no wider than `width` pixels; a single longer word keeps a line of its own. */
export function wrapText(text: string, width: number, fontSize: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, fontSize, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
