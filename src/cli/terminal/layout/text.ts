/** Text in the columns of a terminal: how wide it is, and how it is broken into lines. */

/** Letters with accents, dashes and quotation marks also take one column each; only the soft hyphen among them takes none. */
const plainText = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2026\u20ac\u2192\u2212]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const colour = /\x1b\[[0-9;]*m/g;
const invisible = /^[\p{M}\p{Cf}]+$/u;
const double =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6])/u;

let segmenter: Intl.Segmenter | undefined;

/** Characters as people count them, an accent with its letter. */
function charactersOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Columns that a text takes: two for a Chinese character or an emoji, none for an accent or a colour. */
export function displayWidth(text: string): number {
  if (plainText.test(text)) return text.length;
  const uncoloured = text.replace(colour, '');
  // What tells characters apart takes as long to make as a small table to draw.
  if (plainText.test(uncoloured)) return uncoloured.length;
  return charactersOf(uncoloured).reduce(
    (width, each) => width + (invisible.test(each) ? 0 : double.test(each) ? 2 : 1),
    0,
  );
}

/** A text cut to so many columns; a mark shows that it is cut. */
export function shorten(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const each of charactersOf(text)) {
    const wide = displayWidth(each);
    if (used + wide > width - 1) break;
    kept += each;
    used += wide;
  }
  return `${kept}…`;
}

/** The parts of a name that is wider than a line, none of it lost: each ends behind a point where one is in it. */
export function breakName(name: string, width: number): string[] {
  const lines: string[] = [];
  let rest = name;
  while (displayWidth(rest) > width) {
    const kept = shorten(rest, width + 1).slice(0, -1);
    const line = kept.includes('.') ? kept.slice(0, kept.lastIndexOf('.') + 1) : kept;
    // A single character may be wider than that.
    if (line === '') break;
    lines.push(line);
    rest = rest.slice(line.length);
  }
  return [...lines, rest];
}

/** Spaces before or behind a text, so that it takes so many columns. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + spaces : spaces + text;
}

/** An option or a path, which is typed or copied as it stands. */
const asTyped = /^[(‘“]?--\p{L}|\//u;

/** Where a line may end: `kept` keeps a per cent sign with what it belongs to, `parted` has it begin a line where it must. */
export type Percent = 'kept' | 'parted';

/**
 * Where a line may end: at a space, and in a word behind a hyphen between letters. Non-breaking spaces do not part words.
 *
 * @param width of a line: what is typed as it stands is parted only where it is wider
 */
function piecesOf(
  text: string,
  width = 0,
  percent: Percent = 'kept',
): { readonly piece: string; readonly before: string }[] {
  return text.split(percent === 'kept' ? / (?!%)/ : ' ').flatMap((word, w) => {
    const isOne = asTyped.test(word) && displayWidth(word) <= width;
    const pieces = isOne ? [word] : word.split(/(?<=\p{L}-)(?=\p{L})/u);
    return pieces.map((piece, p) => ({ piece, before: p > 0 || w === 0 ? '' : ' ' }));
  });
}

/** Columns of the widest part of a text that no line may end in. */
export function widestWord(text: string, percent?: Percent): number {
  const pieces = text.split('\n').flatMap((line) => piecesOf(line, 0, percent));
  return Math.max(0, ...pieces.map(({ piece }) => displayWidth(piece)));
}

/**
 * Breaks a text into lines of at most so many columns. A word that is wider stays whole: a path that is broken is none.
 *
 * @param indent spaces before all lines but the first, within the width; fewer where a word would not fit behind them
 */
export function wrap(text: string, width: number, indent = 0, percent?: Percent): string[] {
  const lines = text.split('\n').flatMap((paragraph) => {
    // Nearly every cell of a table.
    if (displayWidth(paragraph) <= width) return [paragraph];
    const lead = /^ */.exec(paragraph)![0];
    const done: string[] = [];
    let line = lead;
    let isEmpty = true;
    for (const { piece, before } of piecesOf(paragraph.slice(lead.length), width - indent, percent)) {
      const longer = line + before + piece;
      if (!isEmpty && displayWidth(longer) > width) {
        done.push(line.trimEnd());
        line = ' '.repeat(Math.max(0, Math.min(indent, width - displayWidth(piece)))) + piece;
      } else line = longer;
      isEmpty = false;
    }
    return [...done, line];
  });
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}
