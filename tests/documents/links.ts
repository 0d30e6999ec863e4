/** Links in Markdown, and paths that it names. */

import { existsSync } from 'node:fs';

/** A link to a file: its path as written, and the heading behind `#`, where there is one. */
export interface Link {
  readonly path: string;
  readonly heading: string | undefined;
}

/** The text without blocks of code. */
function withoutBlocks(text: string): string {
  return text.replaceAll(/^ {0,3}```[\s\S]*?^ {0,3}```/gm, '');
}

/** All links of a text to files or headings, not those to other sites. */
export function linksOf(text: string): Link[] {
  return [
    ...withoutBlocks(text)
      .replaceAll(/`[^`\n]*`/g, 'code')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path, heading] = target.split('#');
      return { path: path!, heading };
    });
}

/** Paths of the repository, of files at its root too, that a text names as code within a line. */
export function pathsIn(text: string): string[] {
  const words = [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code!.split(/\s+/));
  return words
    .map((word) => word.replace(/^\.\//, '').replace(/[/.,:;]+$/, ''))
    .filter((word) =>
      /^(?:src|tests|bin|data|scenarios|dist)\/[\w/.-]+$|^[\w.-]+\.(?:ts|cjs)$|^[a-z-]+\.json$/.test(word),
    )
    .filter((word) => word.includes('/') || existsSync(word));
}

/** The headings of a text as links name them: small letters, hyphens for spaces, no other signs. */
export function headingsOf(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
