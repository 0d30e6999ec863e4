import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../src/output/report/formats/html.js';
import { escapeLatex } from '../../../src/output/report/formats/latex.js';
import { escapeMarkdown } from '../../../src/output/report/formats/markdown.js';

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
const nasty = fc.string({
  unit: fc.constantFrom(...'<>&"\'\\{}$#_%~^|`*[]()=+-@!\n\r\t\u0000\u0007 ab1.'),
  maxLength: 60,
});

const unescapeHtml = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('escaping for HTML', () => {
  it('leaves no markup, and gives the text back', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nasty), (text) => {
        const html = escapeHtml(text);
        expect(html).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
        const clean = text.replaceAll(/[\t\n\r]+/g, ' ').replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
        expect(unescapeHtml(html)).toBe(clean);
      }),
    );
  });
});

describe('escaping for Markdown', () => {
  it('leaves no markup that ends a cell or a line, or starts a tag, a link, code or emphasis', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nasty), (text) => {
        const withoutEscapes = escapeMarkdown(text).replaceAll(/\\[^\n]/g, '');
        expect(withoutEscapes).not.toMatch(/[\n\r|<>[\]`*_~#$]|&(?!amp;)|\\/);
      }),
    );
  });

  it('escapes what makes a list of a line', () => {
    expect(['- a', '+ a', '1. a', '12) a', 'a - b'].map(escapeMarkdown)).toEqual([
      '\\- a',
      '\\+ a',
      '1\\. a',
      '12\\) a',
      'a \\- b',
    ]);
  });
});

describe('escaping for LaTeX', () => {
  it('leaves no special character outside a command of its own', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, nasty), (text) => {
        const rest = escapeLatex(text)
          .replaceAll(/\\[a-z]+\{\}|\\[{}$&#_%]|\$\\[a-z]+\$|\\hspace\{0pt\}|\{[[\]]\}/gi, '')
          .replaceAll(/-\{\}|--+\{\}|[`']{1,2}\{\}/g, '');
        // A tie stands for a space that no line may part, and for nothing else.
        expect(rest.split('~').length).toBe(text.split('\u00a0').length);
        expect(rest.replaceAll('~', '')).not.toMatch(/[\\{}$&#_%^<>|"\n\r]/);
      }),
    );
  });

  it('keeps Dutch and shows what pdflatex cannot set as a question mark', () => {
    expect(escapeLatex('Súdwest-Fryslân, één € 漢')).toBe('Súdwest-\\hspace{0pt}Fryslân, één \\texteuro{} ?');
  });

  it('lets paths and hashes break, not words', () => {
    expect(escapeLatex('a'.repeat(30))).toBe('a'.repeat(30));
    // A number that no line may part from its word does not make a code of that word.
    expect(escapeLatex('400\u00a0vergunninghouders,')).toBe('400~vergunninghouders,');
    expect(escapeLatex('0123456789abcdef0123')).toBe('01234567\\allowbreak{}89abcdef\\allowbreak{}0123');
  });
});
