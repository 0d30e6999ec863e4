import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../../src/scenario/check/diagnostic.js';
import { readingOnce, readYamlFile } from '../../../src/scenario/yaml/yaml-file.js';
import { folderWith } from '../temporary-folder.js';

function read(content: string | Uint8Array) {
  return readYamlFile(join(folderWith({ 'a.yaml': content }), 'a.yaml'));
}

/** `line:column: message` of all that is wrong. */
function problems(content: string | Uint8Array): string[] {
  return read(content).diagnostics.map((each) => formatDiagnostic(each).replace(/^.*a\.yaml:/, ''));
}

const text = `# comment
name: A
cohort:
  size: { value: 1, low: 0 }
  parts: [1, [2, 3]]
  empty:
  2014: x
last: |
  lines
`;

describe('a readable file', () => {
  const { file, diagnostics } = read(text);

  it('gives its data and its hash', () => {
    expect(diagnostics).toEqual([]);
    expect(file?.tree).toEqual({
      name: 'A',
      cohort: { size: { value: 1, low: 0 }, parts: [1, [2, 3]], empty: null, 2014: 'x' },
      last: 'lines\n',
    });
    expect(file?.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it.each([
    [['name'], '2:7', '2:1'],
    [['cohort'], '4:3', '3:1'],
    [['cohort', 'size'], '4:9', '4:3'],
    [['cohort', 'size', 'low'], '4:26', '4:21'],
    [['cohort', 'parts', 1, 0], '5:15', '5:15'],
    [['cohort', 'parts', '1', '1'], '5:18', '5:18'],
    [['cohort', 'empty'], '6:3', '6:3'],
    [['cohort', 2014], '7:9', '7:3'],
    [['cohort', 'size', 'high'], '4:9', '4:9'],
    [['cohort', 'absent', 'deep'], '4:3', '4:3'],
    [['absent'], '2:1', '2:1'],
    [[], '2:1', '2:1'],
  ])('locates %j', (path, value, key) => {
    const { line, column } = file!.locate(path);
    expect(`${line}:${column}`).toBe(value);
    const name = file!.locate(path, true);
    expect(`${name.line}:${name.column}`).toBe(key);
  });

  it('may start with a byte order mark and end its lines as Windows does', () => {
    const windows = read(`\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect(windows.file?.tree).toEqual(file?.tree);
    expect(windows.file?.locate(['cohort', 'size', 'low'])).toMatchObject({ line: 4, column: 26 });
  });

  it('may refer to a part of itself', () => {
    expect(read('a: &x { b: 1 }\nc: *x\n').file?.tree).toEqual({ a: { b: 1 }, c: { b: 1 } });
  });

  it('reads YAML 1.2: no is a text, 12:30 too', () => {
    expect(read('a: no\nb: 10\nc: 1,5\nd: 2016-01-31\ne: 12:30\n').file?.tree).toEqual({
      a: 'no',
      b: 10,
      c: '1,5',
      d: '2016-01-31',
      e: '12:30',
    });
  });
});

describe('a file that cannot be had', () => {
  it('names the folder searched and the nearest file', () => {
    const folder = folderWith({ 'almere.yaml': 'a: 1', 'notes.txt': '' });
    const message = (name: string) => readYamlFile(join(folder, name)).diagnostics[0]?.message;
    expect(message('almeer.yaml')).toBe(`no such file in ${folder}; did you mean "almere.yaml"?`);
    expect(message('x.yaml')).toBe(`no such file in ${folder}; expected one of: almere.yaml`);
    expect(message('sub/x.yaml')).toBe(`no such file: there is no folder ${folder}/sub`);
    expect(message('almere.yaml/x.yaml')).toBe(`no such file: there is no folder ${folder}/almere.yaml`);
  });

  it('refuses folders and large files', () => {
    const folder = folderWith({ 'large.yaml': 'a'.repeat(1024 * 1024 + 1) });
    mkdirSync(join(folder, 'b.yaml'));
    expect(readYamlFile(join(folder, 'b.yaml')).diagnostics[0]?.message).toBe(
      'expected a YAML file, got a folder',
    );
    expect(readYamlFile(join(folder, 'large.yaml')).diagnostics[0]?.message).toBe(
      'expected a file of at most 1048576 bytes, got 1048577',
    );
  });
});

describe('what is refused', () => {
  it.each<[string, string | Uint8Array, string[]]>([
    ['nothing', '', ['1:1: the file is empty; expected names with values']],
    ['a comment', '# x\n', ['1:1: the file is empty; expected names with values']],
    ['a lone marker', '---\n', ['1:1: expected names with values, such as "name: Almere"']],
    ['a text', 'Almere\n', ['1:1: expected names with values, such as "name: Almere"']],
    ['two documents', 'a: 1\n---\nb: 1\n', ['2:1: expected one document, got a second one behind "---"']],
    [
      'Windows-1252 behind a character of two bytes',
      Buffer.concat([Buffer.from('a: é\nb: "x'), Buffer.from([0xeb]), Buffer.from('"\n')]),
      [
        '2:6: expected UTF-8 text, but byte 12 is not; save the file as UTF-8 (Excel and older Windows programs write Windows-1252)',
      ],
    ],
    [
      'a character cut off at the end',
      Buffer.from([0x61, 0x3a, 0x20, 0xc3]),
      [
        '1:4: expected UTF-8 text, but byte 4 is not; save the file as UTF-8 (Excel and older Windows programs write Windows-1252)',
      ],
    ],
    [
      'a null byte',
      'a: 1\n\0b: 2\n',
      ['1:1: expected UTF-8 text, got another kind of file or UTF-16; save it as UTF-8'],
    ],
    [
      // From the left: a name of Arabic letters is fine, and so is a mark of its direction.
      'a sign that turns the text around it about',
      '# \u0645\u0631\u062d\u0628\u0627\u200f\r\na: b\u202ec\n',
      [
        '2:5: expected a text without the invisible sign U+202E, which turns the text around it about; leave it out',
      ],
    ],
    [
      'such signs as escapes, in a value and in a name',
      'a: "b\\u2066c"\n"d\\u202a": 1\n',
      [
        '1:4: expected a text without the invisible sign U+2066',
        '2:1: expected a text without the invisible sign U+202A',
      ].map((start) => `${start}, which turns the text around it about; leave it out`),
    ],
    [
      'the same name as a number and a text',
      '1: a\n"1": b\n',
      ['2:1: "1" occurs twice in this section (first on line 1); expected it once'],
    ],
    ['a name that is none', 'null: 1\n', ['1:1: expected a name before the colon']],
    ['a section as name', '? { a: 1 }\n: 2\n', ['1:3: expected a name before the colon']],
    [
      'names of the language',
      'a: { constructor: 1, __proto__: 2 }\n',
      ['1:6: "constructor" cannot be a name', '1:22: "__proto__" cannot be a name'],
    ],
    ['binary data', 'a: !!binary aGk=\n', ['1:13: the tag !!binary is not supported; write the value alone']],
    ['a number too large for any computer', 'a: 1e400\n', ['1:4: expected a number, got 1e400']],
    ['an older YAML', '%YAML 1.1\n---\na: yes\n', ['1:1: expected YAML 1.2; leave the line %YAML out']],
    [
      'a reserved sign',
      'a: @b\nc: `d`\n',
      [
        '1:4: a text cannot start with @; put it between quotes',
        '2:4: a text cannot start with `; put it between quotes',
      ],
    ],
    ['a star', 'a: * b\n', ['1:4: a text cannot start with *; put it between quotes']],
    [
      'a quote within quotes',
      "a: 'Almere's aanpak'\n",
      [
        '1:12: expected the line to end behind the closing quote or bracket; put the whole text between other quotes',
      ],
    ],
    ['an open quote', 'a: "b\nc: 1\n', ['1:4: a text that starts with " does not end']],
    ['a list in a section', 'a: 1\n- b\n', ['2:1: expected "name: value", with a space behind the colon']],
    ['brackets without end', '['.repeat(100_000), ['1:102: nested more than 100 levels deep']],
    ['dashes without end', '- '.repeat(100_000), ['1:203: nested more than 100 levels deep']],
    ['braces without end', '{a: '.repeat(100_000), ['1:405: nested more than 100 levels deep']],
  ])('%s', (_, content, messages) => {
    expect(problems(content)).toEqual(messages);
  });

  it('any text is read or refused with places inside it', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '"',
      "'",
      '|',
      '!',
      '#',
      ',',
      '1',
      '\t',
      '? ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const content = pieces.join('');
        const { file, diagnostics } = read(content);
        expect(file === undefined).toBe(diagnostics.length > 0);
        for (const { line, column } of diagnostics) {
          expect(line).toBeLessThanOrEqual(content.split('\n').length);
          expect(column).toBeGreaterThanOrEqual(1);
        }
        if (file !== undefined) expect(() => JSON.stringify(file.tree)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe('a reader of each file once', () => {
  it('gives what was read before, also of a file that is refused', () => {
    const folder = folderWith({ 'a.yaml': text, 'b.yaml': 'a: [' });
    const reader = readingOnce();
    for (const name of ['a.yaml', 'b.yaml']) {
      const path = join(folder, name);
      expect(reader(path)).toBe(reader(path));
      expect(reader(path).diagnostics).toEqual(readYamlFile(path).diagnostics);
    }
  });
});
