/** Writes a page: the HTML report, and above it the part that simulates in the reader's browser. Nothing is fetched. */

import { createHash } from 'node:crypto';
import type { Report } from '../report/blocks.js';
import { escapeHtml, formatHtml, REPORT_SCRIPT } from '../report/formats/html.js';
import { speak } from '../report/speech.js';
import type { PageData } from './page-data.js';
import { PAGE_STYLE } from './page-style.js';

/** A script may run only when its hash is named. */
const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** A script as it can stand in HTML: nothing in it ends it early or opens a comment. */
const inHtml = (script: string) => script.replaceAll(/<(?=\/script|script|!--)/gi, '\\x3C');

/** Data as it can stand in HTML: no sign in it can become markup. */
const jsonInHtml = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c');

/** Shows what stands in the place of the program until that has begun: in a browser that cannot run it, why there is no more. */
const SHOW_SCRIPT = "document.getElementById('what-if').hidden = false;";

/** Only the scripts named here run, WebAssembly among them; there is no network, no frame, no form. */
function policyOf(scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A picture without what its style does not need, and with its font said once. */
function slimmer(svg: string): string {
  const fonts = [...new Set(svg.match(/ font-family="[^"]*"/g))];
  const bare = svg.replaceAll(/ class="[^"]*"/g, '');
  return fonts.length === 1 ? bare.replaceAll(fonts[0]!, '').replace('<svg', `<svg${fonts[0]}`) : bare;
}

/** A report whose pictures are slimmer. */
function withSlimPictures(report: Report): Report {
  const blocks = report.blocks.map((block) =>
    block.kind === 'figure'
      ? { ...block, svg: slimmer(block.svg), ...(block.narrow && { narrow: slimmer(block.narrow) }) }
      : block,
  );
  return { ...report, blocks };
}

/**
 * The text of the page.
 *
 * @param program the bundle of `browser/main.ts`
 */
export function formatPage(report: Report, data: PageData, program: string): string {
  const script = inHtml(program);
  const { page } = speak(report.language).words;
  const policy = policyOf([script, SHOW_SCRIPT, REPORT_SCRIPT]);
  return formatHtml(withSlimPictures(report), {
    head: `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
    style: PAGE_STYLE,
    top: `<section id="what-if" aria-labelledby="what-if-title" hidden>
<h2 id="what-if-title">${escapeHtml(page.title)}</h2>
<p class="warning">${escapeHtml(page.tooOld)}</p>
</section>
`,
    end: `<script type="application/json" id="page-data">${jsonInHtml(data)}</script>
<script>${script}</script>
<script>${SHOW_SCRIPT}</script>
`,
  });
}
