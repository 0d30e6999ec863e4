/** A sentence of the source. */
interface Sentence {
  readonly section: string;
  readonly says: string;
  readonly kind: string;
  readonly figure: string;
  readonly verdict: string;
  readonly where: string;
  readonly why: string;
  readonly holds: string;
}

/** How the reason begins of an approximation that leaves out what the source says. */
export const LEFT_OUT: string;
export const verdicts: Readonly<Record<string, string>>;
export function sentences(): Sentence[];
export function placesOf(sentence: Sentence): { file: string; line: number; text: string }[];
export function sourceTable(): string;
