/** Files as they go wrong: mutations of good texts, from a slip of the hand to an attack. */

import fc from 'fast-check';

/** Values that a reader may choke on. */
const nasty = fc.constantFrom(
  ...[
    '',
    '~',
    'null',
    'true',
    'yes',
    '.nan',
    '.inf',
    '-.inf',
    '1e400',
    '-1e400',
    '1e-400',
    '-0',
    '0x1F',
    '0o17',
    '1_000',
  ],
  ...[
    '1,5',
    '1.234,56',
    '12345678901234567890',
    '-5',
    '0',
    '2',
    '1000000',
    '99999999',
    '2014-02-30',
    '2014-13',
    "'",
  ],
  ...[
    '"',
    '[',
    ']',
    '{',
    '}',
    '[]',
    '{}',
    '[1, 2',
    '{a: 1}',
    '- 1',
    '&a 1',
    '*a',
    '<<: *a',
    '!!js/function x',
    '!!binary x',
  ],
  ...[
    '%',
    '|',
    '>',
    '#',
    '---',
    '...',
    '?',
    ':',
    ': :',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ],
  ...['../../../../etc/passwd', '/etc/passwd', '/dev/zero', '.', '..', '~/x', 'C:\\x', 'national', 'leiden'],
  ...[
    '=1+1',
    '@SUM(A1)',
    '\u202e',
    '\u0007',
    '\ud800',
    'é',
    '😀',
    '\u0000',
    '\t',
    'a'.repeat(5000),
    '['.repeat(300),
  ],
  ...[
    '{ value: 0.5 }',
    '{ value: .nan, low: 2, high: 1 }',
    '{ value: 1, distribution: gamma }',
    '{ quantiles: [] }',
  ],
);

const word = fc.oneof(nasty, fc.string({ maxLength: 12 }), fc.double().map(String), fc.integer().map(String));

type Mutation = (text: string) => string;

function onLine(at: number, change: (line: string) => string): Mutation {
  return (text) => {
    const lines = text.split('\n');
    const i = Math.floor(at * lines.length);
    lines[i] = change(lines[i]!);
    return lines.join('\n');
  };
}

const place = fc.double({ min: 0, max: 0.999999, noNaN: true });

/** Changes to a line of YAML. */
const lineMutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, word).map(([at, value]) => onLine(at, (line) => line.replace(/:.*$/, `: ${value}`))),
  fc.tuple(place, word).map(([at, value]) => onLine(at, (line) => line.replace(/-?\d+(\.\d+)?/, value))),
  fc.tuple(place, word).map(([at, name]) => onLine(at, (line) => line.replace(/[\w-]+:/, `${name}:`))),
  fc
    .tuple(place, fc.constantFrom('\t', ' ', '   ', '- '))
    .map(([at, indent]) => onLine(at, (line) => indent + line)),
  place.map((at) => onLine(at, (line) => `${line}\n${line}`)),
  place.map((at) => onLine(at, () => '')),
  place.map((at) => onLine(at, (line) => line.trimStart())),
  place.map((at) => onLine(at, (line) => line.slice(0, line.length >> 1))),
  fc.tuple(place, word).map(([at, value]) => onLine(at, (line) => `${line}\n${value}`)),
);

/** Changes to the text as a whole. */
const textMutation: fc.Arbitrary<Mutation> = fc.oneof(
  place.map(
    (at): Mutation =>
      (text) =>
        text.slice(0, Math.floor(at * text.length)),
  ),
  fc.tuple(place, word).map(
    ([at, value]): Mutation =>
      (text) => {
        const i = Math.floor(at * text.length);
        return text.slice(0, i) + value + text.slice(i + 1);
      },
  ),
  fc.constantFrom<Mutation>(
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => text.replaceAll('\n', '\r'),
    (text) => `\ufeff${text}`,
    (text) => `${text}\n---\n${text}`,
    (text) => `${text}\n${text}`,
    (text) => text.replaceAll('  ', '\t'),
  ),
);

const toBytes = fc.constantFrom<(text: string) => Buffer>(
  ...Array.from({ length: 12 }, () => (text: string) => Buffer.from(text, 'utf8')),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
  (text) => Buffer.from(`é${text}`, 'latin1'),
);

/** Bytes of one of the texts after one to four mutations. */
export function mutated(texts: readonly string[]): fc.Arbitrary<Buffer> {
  const mutations = fc.array(fc.oneof({ weight: 5, arbitrary: lineMutation }, textMutation), {
    minLength: 1,
    maxLength: 4,
  });
  return fc
    .tuple(fc.constantFrom(...texts), mutations, toBytes)
    .map(([text, steps, encode]) => encode(steps.reduce((now, step) => step(now), text)));
}

/** Any bytes at all. */
export const anyBytes = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));

/** A text of one of the kinds that exhaust a careless reader. */
export const bombs: readonly (readonly [string, string])[] = [
  [
    'aliases that multiply',
    `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`)
      .join('\n')}\n`,
  ],
  ['brackets within brackets', `a: ${'['.repeat(200_000)}`],
  ['sections within sections', Array.from({ length: 5000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ['one very long line', `a: ${'x'.repeat(900_000)}`],
  ['nothing but comments', '# a comment\n'.repeat(80_000)],
  ['more than a scenario can be', `a: ${'x'.repeat(11_000_000)}`],
  ['a hundred thousand names', Array.from({ length: 100_000 }, (_, i) => `n${i}: 1`).join('\n')],
  ['an alias of itself', 'a: &a [*a]\n'],
];
