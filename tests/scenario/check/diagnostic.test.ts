import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commandLinePlace,
  type Diagnostic,
  formatDiagnostic,
  sortDiagnostics,
} from '../../../src/scenario/check/diagnostic.js';

const at = (file: string, line: number, column: number, message = 'wrong'): Diagnostic => ({
  file,
  line,
  column,
  message,
});

describe('formatDiagnostic', () => {
  it('shows a file relative to the working directory where it lies inside it', () => {
    expect(formatDiagnostic(at(join(process.cwd(), 'scenarios', 'a.yaml'), 3, 7))).toBe(
      `${join('scenarios', 'a.yaml')}:3:7: wrong`,
    );
    expect(formatDiagnostic(at('/elsewhere/a.yaml', 1, 1))).toBe('/elsewhere/a.yaml:1:1: wrong');
    expect(formatDiagnostic(at(join(process.cwd(), '..a', 'a.yaml'), 1, 1))).toBe(
      `${join('..a', 'a.yaml')}:1:1: wrong`,
    );
  });

  it('quotes a setting of the command line, without line and column', () => {
    expect(formatDiagnostic({ ...commandLinePlace('cohort.size=-1'), message: 'too few' })).toBe(
      '--set cohort.size=-1: too few',
    );
  });

  it('escapes what would act on a terminal', () => {
    expect(formatDiagnostic(at('/x/a\u001b[31m.yaml', 1, 1, 'a\nb\u0007\u202e\u2028'))).toBe(
      '/x/a\\u001b[31m.yaml:1:1: a\\u000ab\\u0007\\u202e\\u2028',
    );
  });

  it('is always one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (file, message) => {
        expect(formatDiagnostic(at(`/${file}`, 1, 1, message))).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('sortDiagnostics', () => {
  it('orders by file, line, column and message, and says everything once', () => {
    const sorted = [
      at('/a', 2, 1),
      at('/a', 10, 2, 'a'),
      at('/a', 10, 2, 'b'),
      at('/a', 10, 11),
      at('/b', 1, 1),
    ];
    expect(sortDiagnostics([...sorted].reverse().concat(sorted))).toEqual(sorted);
  });
});
