type Row = Readonly<Record<string, string>>;

export function paragraphsOf(report: string): string[];
export function worthMost(inputs: readonly Row[]): string;
export function rowOf(
  name: string,
  told: {
    readonly sensitivity: readonly string[];
    readonly pilots: readonly string[];
    readonly inputs: readonly Row[];
  },
): string;
export function tableOf(rows: readonly string[]): string;
export function renewed(text: string, names: readonly string[], rowFor: (name: string) => string): string;
export const prices: { readonly perPerson: number; readonly fixed: number };
