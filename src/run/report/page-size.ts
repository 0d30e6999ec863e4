/** How large a page may be. */

import type { PackedPosterior } from '../../output/page/page-data.js';

/** The most bytes of a page: what a mail takes with others. */
const MOST_BYTES = 1_500_000;

/** Draws of which a page is always made: fewer tell nothing of what is not known. */
const LEAST_DRAWS = 8;

/** With other draws the tables of the report have other numbers, and some more or less of them. */
const SPARE_BYTES = 20_000;

const megabytes = (bytes: number) => (Math.ceil(bytes / 1e4) / 100).toFixed(2);

/**
 * Why a page is too large, and with how many draws it would not be, since each may take a row of the posterior along; undefined: it is not.
 *
 * @param bytes of the page
 */
export function tooLarge(bytes: number, posterior: PackedPosterior | undefined): string | undefined {
  const over = bytes - MOST_BYTES;
  if (over <= 0) return undefined;
  const said = `a page of it would take ${megabytes(bytes)} MB, expected at most ${megabytes(MOST_BYTES)} MB`;
  const rows = posterior?.used.length ?? 0;
  const perRow = posterior === undefined ? 0 : JSON.stringify(posterior.columns).length / rows;
  const draws = rows - Math.ceil((over + SPARE_BYTES) / perRow);
  return draws >= LEAST_DRAWS
    ? `${said}; run it with --draws ${draws} or fewer`
    : `${said}, and fewer draws would not do; expected another format of report`;
}
