/** The places in sources, which scenarios cite in English, in Dutch. */

const months = {
  January: 'januari',
  February: 'februari',
  March: 'maart',
  May: 'mei',
  June: 'juni',
  July: 'juli',
  August: 'augustus',
  October: 'oktober',
} as const;

const words: Readonly<Record<string, string>> = {
  and: 'en',
  article: 'artikel',
  articles: 'artikelen',
  chapter: 'hoofdstuk',
  fines: 'boetes',
  page: 'pagina',
  pages: "pagina's",
  section: 'paragraaf',
  sections: 'paragrafen',
  table: 'tabel',
};

/** A source as a Dutch reader cites it: paragraaf 3.6, 22 juni 2017. What it is called stays. */
export function citationInDutch(source: string): string {
  return source
    .replaceAll(/(?<=\d )[A-Z][a-z]+(?= \d{4})/g, (month) => months[month as keyof typeof months] ?? month)
    .replaceAll(/(?<=[,\d] )[a-z]+/g, (word) => (Object.hasOwn(words, word) ? words[word]! : word));
}
