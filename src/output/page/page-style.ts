/** The style of the page's own part; all else is as in the report. */

export const PAGE_STYLE = `
#what-if { max-width: 78rem; margin: 0 auto; padding: 0 1rem; }
.beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(18rem, 26rem); gap: 0 2rem; align-items: start; }
header { max-width: 78rem; }
.beside > div { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: .2rem; }
.answer { min-width: 0; }
.answer h3 { margin-top: 0; }
.controls fieldset { border: 1px solid var(--rule); margin: 0 0 1rem; padding: .3rem .8rem .6rem; min-width: 0; }
.controls legend { font-weight: 600; }
.control { margin: .6rem 0 .9rem; }
.control > label { display: block; }
.control .set { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.control input[type=range] { flex: 1 1 9rem; min-width: 0; min-height: 1.6rem; accent-color: var(--link); }
.control input[type=checkbox] { width: 1.2rem; height: 1.2rem; vertical-align: -.2rem; }
#what-if select, #what-if input[type=number], #what-if input[type=text] { font: inherit; width: 7rem; color: inherit; background: var(--paper); border: 1px solid var(--quiet); padding: .2rem .4rem; }
#what-if select { width: auto; max-width: 100%; }
.control .unit, .control details { color: var(--quiet); font-size: .85rem; }
#what-if input[aria-invalid] { border: 2px solid; outline: 1px dashed; }
header h1, header p, #what-if { overflow-wrap: anywhere; }
.control summary { padding: .2rem 0; min-height: 1.5rem; }
.mark { display: block; font-weight: 600; font-size: .9rem; }
.mark:not(:empty)::before { content: "\\26A0\\00A0"; }
.tools { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: center; max-width: none; }
.tools a { padding: .25rem 0; }
#what-if button { font: inherit; color: inherit; background: var(--band); border: 1px solid var(--quiet); padding: .3rem .8rem; cursor: pointer; min-height: 2rem; }
#what-if button:disabled { color: var(--quiet); cursor: default; border-style: dashed; }
#what-if button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.status { min-height: 3.1rem; margin-bottom: .2rem; color: var(--quiet); font-size: .9rem; }
.answer progress { width: 100%; height: .5rem; }
.answer figure { margin: .6rem 0; }
.answer figcaption { font-weight: 600; font-size: .9rem; }
.key { margin-right: 1rem; }
.key i { display: inline-block; width: 1rem; height: .3rem; margin-right: .3rem; vertical-align: middle; }
.parting th, .parting td { border-top: 3px solid var(--link); font-weight: 600; }
.setting { font-size: .9rem; }
.setting p { margin: 0; }
.warning { border: 2px solid; padding: .4rem .7rem; }
#what-if figure svg { background: none; }
.short, .as-run, .below { display: none; }
/* What stands there is still of another setting. */
.answer.old > .status ~ :not(progress) { opacity: .45; }
@media (max-width: 60rem) {
  .beside { grid-template-columns: minmax(0, 1fr); }
  .beside > div { position: static; max-height: none; overflow: visible; }
  .short { display: block; position: sticky; bottom: 0; z-index: 1; background: var(--paper); border-top: 2px solid var(--link); padding: .4rem 0; font-size: .85rem; line-height: 1.35; }
  .short p { margin: 0; max-width: none; }
  .short span { display: block; }
  .short.waiting { opacity: .5; }
}
@media screen and (max-width: 40rem) {
  .answer table, .answer tbody, .answer caption { display: block; }
  .answer thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .answer tbody tr { display: grid; grid-template-columns: 1fr 1fr; padding: .4rem 0; border-bottom: 1px solid var(--rule); }
  .answer tbody th { grid-column: 1 / -1; font-weight: 600; }
  .answer tbody th, .answer tbody td { border: 0; padding: .05rem .3rem; text-align: left; white-space: normal; }
  .answer td::before { content: attr(data-label) ": "; color: var(--quiet); }
}
@media print {
  .beside { display: block; }
  .beside > div, .lives, .keep, .short, .answer > details, .status + progress, #what-if .tools, #what-if > .note { display: none; }
  #what-if { max-width: none; padding: 0; break-after: page; }
  #what-if.changed { break-after: auto; }
  #what-if.changed .below { display: block; break-before: page; break-after: avoid; }
  #what-if h2 { margin-top: .6rem; }
  #what-if figcaption, .as-run { display: block; }
  #what-if figure svg { max-height: 58mm; }
  #what-if p, .answer figure, .answer .scroll { margin-top: .2rem; margin-bottom: .3rem; }
  .status { min-height: 0; }
  .answer .table { break-inside: avoid; }
  .answer table { font-size: 7pt; }
}
`;
