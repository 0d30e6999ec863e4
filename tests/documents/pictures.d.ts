type Summary = Readonly<Record<'verdict' | 'table' | 'hangsOn' | 'literature' | 'chart', string>>;

export const municipalities: readonly string[];
export const pictures: string;
export function shownOf(name: string): Readonly<Record<'en' | 'nl', Summary>>;
export function answerOf(summary: Summary, lang: 'en' | 'nl'): string;
export function sketchOf(name: string, summary: Summary): string;
export function between(text: string, mark: string, content: string): string;
