/** The style of the HTML report: readable on a phone and on paper, light and dark, no fonts from elsewhere. */

export const HTML_STYLE = `
:root { color-scheme: light dark; --ink: #1c1e21; --paper: #fff; --quiet: #55595f; --rule: #c9cdd2; --band: #f4f5f7; --link: #0b4f9c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7e9ec; --paper: #17191c; --quiet: #aeb4bb; --rule: #454a51; --band: #212429; --link: #8fbcf5; }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: var(--paper); }
header, main, nav { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 2rem 0 .3rem; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 2.6rem 0 .8rem; padding-top: .6rem; border-top: 2px solid var(--rule); }
h3 { font-size: 1.1rem; margin: 2rem 0 .6rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p, li { max-width: 44rem; }
p { margin: 0 0 .9rem; }
p, li, code, td.long { overflow-wrap: anywhere; }
td, th { overflow-wrap: break-word; }
a { color: var(--link); }
.subtitle, .note { color: var(--quiet); }
.note { font-size: .85rem; max-width: 44rem; margin: .4rem 0 1.6rem; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
nav ol { columns: 16rem; padding-left: 1.4rem; font-size: .92rem; }
nav a { display: inline-block; vertical-align: top; padding: .25rem 0; min-height: 1.6rem; }
nav ol ol { columns: auto; padding-left: 1rem; list-style: none; }
.scroll { overflow-x: auto; margin: 1.2rem 0 .4rem; }
.scroll:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .88rem; line-height: 1.4; min-width: 100%; }
caption { text-align: left; font-weight: 600; padding: 0 0 .5rem; }
/* In a table wider than the screen, the whole caption is read without scrolling. */
caption span { display: inline-block; position: sticky; left: 0; max-width: calc(100vw - 2.4rem); }
th, td { padding: .35rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); min-width: 3.5rem; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); overflow-wrap: normal; hyphens: auto; }
tbody th { font-weight: 400; min-width: 9rem; }
tbody tr:nth-child(even) { background: var(--band); }
.n { text-align: right; font-variant-numeric: tabular-nums; }
td.n { white-space: nowrap; }
td.long { min-width: 14rem; }
/* Beside each other on a screen of 1280 pixels. */
.many th, .many td { padding: .3rem .35rem; min-width: 0; }
.many { font-size: .8rem; }
.many td.long { min-width: 9rem; }
.many tbody th { min-width: 7rem; }
td small, th small { display: none; }
@media (max-width: 40rem) { tbody th { min-width: 7rem; } td, th { padding: .35rem .45rem; } }
@media screen and (max-width: 40rem) {
  main table { font-size: .84rem; line-height: 1.35; }
  main th, main td { min-width: 0; padding: .3rem .2rem; }
  /* A word stays whole, also where the browser knows how to divide it. */
  main thead th { font-size: .72rem; hyphens: manual; }
  main td.long { min-width: 9rem; }
  /* Intervals stand under their number, which leaves the width of their columns. */
  .aside { display: none; }
  td small, th small { display: block; font-size: .74rem; font-weight: 400; white-space: normal; }
  small + small { font-style: italic; }
  /* Where a table is too wide even so, it stays in sight what a row is of. */
  main th:first-child { position: sticky; left: 0; min-width: 5rem; background: var(--paper); }
  main tr:nth-child(even) th { background: var(--band); }
  @supports (grid-template-columns: subgrid) {
    main table[role] { display: grid; grid-template-columns: repeat(var(--columns), auto); }
    main [role=rowgroup], main [role=row] { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; }
    main [role] caption { grid-column: 1 / -1; }
    main [role=row] > * { border: 0; min-width: auto; }
    /* The heading of a row above its numbers. */
    main [role=row] > :first-child { grid-column: 1 / -1; justify-self: start; max-width: calc(100vw - 2rem); padding-bottom: 0; background: none; }
    main table.many { font-size: .84rem; }
    main .apart [role=row] > :not(.n) { grid-column: 1 / -1; justify-self: start; padding-top: 0; padding-bottom: 0; }
    main .apart .n { padding-left: .1rem; padding-right: .1rem; }
    main .apart thead th { font-size: .64rem; }
    main [role=columnheader] { align-self: end; }
    main [role=rowheader] { font-weight: 600; }
    main [role=row] { border-bottom: 1px solid var(--rule); }
    main thead[role] > * { border-bottom: 2px solid var(--ink); }
  }
}
@media screen and (max-width: 22.5rem) {
  main table { font-size: .78rem; }
  main th, main td { padding: .3rem .12rem; }
  main thead th { font-size: .66rem; }
  td small, th small { font-size: .7rem; }
}
pre { background: var(--band); border: 1px solid var(--rule); padding: .7rem .9rem; overflow-x: auto; white-space: pre-wrap; }
summary { cursor: pointer; }
summary:focus-visible, a:focus-visible, input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.chapter > summary { list-style-position: outside; }
.chapter > summary h2 { display: inline-block; margin: 1.6rem 0 .4rem; border-top: 0; padding-top: 0; }
.chapter { border-top: 2px solid var(--rule); margin-top: 1.6rem; }
.ledger { border-bottom: 1px solid var(--rule); padding: .55rem 0; }
.ledger > summary { font-weight: 600; }
.switch { border: 1px solid var(--rule); margin: 1rem 0; padding: .4rem .9rem .6rem; }
.switch label { margin-right: 1.2rem; display: inline-block; padding: .3rem 0; }
.search { display: block; margin: .8rem 0; }
.search input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); padding: .35rem .5rem; min-width: 14rem; max-width: 100%; }
.narrow { display: none; }
@media (max-width: 40rem) { .wide { display: none; } .narrow { display: block; } }
figure { margin: 1.6rem 0; }
figure svg { max-width: 100%; height: auto; background: #fff; }
figure svg:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
figure .shown { opacity: 1; stroke: #000; stroke-width: 2px; stroke-opacity: 1; }
.value { display: block; min-height: 1.5em; font-size: .92rem; }
@page { size: A4; margin: 18mm 15mm; }
@media print {
  :root { --ink: #000; --paper: #fff; --quiet: #444; --rule: #aaa; --band: #fff; --link: #000; color-scheme: light; }
  html { font-size: 9pt; line-height: 1.45; }
  header, main, nav, p, li, .note { max-width: none; padding: 0; }
  figure svg:focus-visible { outline: none; }
  .skip, nav, .switch, .search, .value, figcaption, h2#tables, h2#tables + p, .ledger:not([open]) { display: none; }
  .wide { display: block; }
  .narrow { display: none; }
  .chapter > summary { list-style: none; break-after: avoid; }
  .chapter { border-top: 0; margin-top: 0; }
  /* The first pages stand alone. */
  .chapter:first-of-type { break-before: page; }
  .table { break-inside: auto; }
  /* A short one stays on its page. */
  .table:not(.tall) { break-inside: avoid; }
  .scroll { overflow: visible; }
  table { font-size: 7.5pt; width: 100%; }
  th, td { padding: .25rem .4rem; min-width: 0; }
  tbody th, td.long { min-width: 0; }
  thead { display: table-header-group; }
  tr, figure, pre { break-inside: avoid; }
  figure svg { max-height: 125mm; width: auto; }
  figure.tall svg { max-height: 225mm; }
  h2, h3, h4, caption, thead { break-after: avoid; }
  a { text-decoration: none; }
}
`;
