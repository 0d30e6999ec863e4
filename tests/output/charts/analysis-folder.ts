/** Made folders of analyses, and what tests read of the charts that are drawn of them. */

import { madeFolder } from '../report/made-folder.js';

export type Line = Readonly<Record<string, string | number>>;

export const folderOf = (tables: Readonly<Record<string, readonly Line[]>>) => madeFolder(tables, 32);

interface Layer {
  readonly data?: { readonly values: readonly Line[] };
  readonly mark: { readonly type: string; readonly color?: string; readonly yOffset?: number };
  readonly encoding: Readonly<Record<string, { readonly field?: string; readonly datum?: number }>>;
}
export interface Spec {
  readonly usermeta: { readonly notes: readonly string[]; readonly gaps: readonly string[] };
  readonly data: { readonly values: readonly Line[] };
  readonly layer: readonly Layer[];
}
