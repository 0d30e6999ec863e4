/** Labels that scenarios give are in English, or in Dutch where they are names: there is nothing to translate. */
export const labels: Readonly<Record<string, string>> = {};
