/** The Dutch of commands that simulate nothing, or one person; see the English. */

import { counted } from '../counted.js';
import type { commands as english } from '../en/commands.js';
import { trace } from './trace.js';

const numbers = (count: string) => counted(count, 'getal', 'getallen');

export const commands: typeof english = {
  trace,

  list: {
    titles: {
      scenarios: "Scenario's (run NAAM)",
      regimes: 'Wetten (regime: NAAM)',
      measures: 'Maten (explain SCENARIO --measures legt ze uit)',
      attributes: 'Kenmerken van mensen',
      activities: 'Activiteiten (voorbeelden om over te nemen)',
      questions: 'Open vragen (--set alternatives.NAAM=ANTWOORD)',
      posteriors: 'Posteriors (posterior: NAAM)',
      tables: 'Tabellen',
      models: 'Modellen zonder beleid (model run NAAM)',
    },
    inThisFolder: (what) => `in deze map: ${what}`,
    duties: (law, dates) => `${law}, voor een plicht die ontstaat ${dates}`,
    fromTo: (from, to) => `van ${from} tot en met ${to}`,
    fromOn: (from) => `vanaf ${from}`,
    upTo: (to) => `tot en met ${to}`,
    forBy: 'voor --by',
    underLaw: (law) => `onder ${law}`,
    rows: (count) => counted(count, 'rij', 'rijen'),
    posterior: (report) => `gezamenlijke trekkingen van de gekalibreerde getallen (${report})`,
  },

  validate: {
    valid: (path, name, approaches) => `${path}: in orde (${name}; ${approaches})`,
    note: (path, note) => `${path}: let op: ${note}`,
    simulated: (name, reference, draws, persons) =>
      `${name}, ${reference}: ${counted(draws, 'parametertrekking', 'parametertrekkingen')} van ${counted(persons, 'persoon', 'personen')}`,
    leftOut: (count, whom) =>
      `${counted(count, 'gepubliceerd cijfer', 'gepubliceerde cijfers')} weggelaten: in het scenario komt niemand voor met ${whom}`,
    beyond: {
      number: (value) => String(value).replace('.', ','),
      percent: (share) => `${share}%`,
      below: (end) => `onder ${end}`,
      above: (end) => `boven ${end}`,
      ofDraws: (percent, where) => `${percent} van de trekkingen ligt ${where}`,
      andSide: (percent, where) => ` en ${percent} ${where}`,
      or: ' of ',
      countAs: (path, shares, ends, place, instead) =>
        `${path}: ${shares}, en telt als ${ends} (${place}); ${instead}`,
      lower: (paths) => `verlaag wat eraf gaat: ${paths}`,
      narrow: (path) => `maak de bandbreedte van de verhouding of van ${path} smaller`,
      use: (distribution, whose) =>
        `gebruik distribution: ${distribution}${whose === '' ? '' : ` voor ${whose}`}`,
      whichEnds: ', die ophoudt bij low en high',
    },
    unused: {
      nowhere: (path, place, use) => `${path}: nergens gebruikt (${place}); ${use}`,
      writeNumber: (path) => `schrijf waar het geldt { same_as: ${path} }`,
      hangOn: (path) => `een getal hangt ervan af met { by: ${path}, values: ... }`,
      boughtIn: 'het geldt voor activiteiten die iets kosten en bought_in: true zeggen, en die zijn er niet',
      onWork: 'het geldt voor activiteiten die op werk inwerken of ernaar leiden, en die zijn er niet',
      onEducation:
        'het geldt voor activiteiten die op onderwijs inwerken of ernaar leiden, en die zijn er niet',
    },
  },

  fit: {
    month: (month) => `maand ${month}`,
    fitted: 'gebruikt bij het ijken',
    validation: 'om te toetsen, niet gebruikt bij het ijken',
    insideOf: (figures, inside, all) => `${figures}: ${inside} van ${all} binnen de tolerantie`,
    data: 'cijfer',
    model: 'model',
    interval: '95% over de parameters',
    intervalBelow: (interval) => `95%: ${interval}`,
    noInterval: 'geen interval',
    inside: 'binnen',
    outside: 'buiten',
    unknown: 'niet bekend',
    written: (how, folder) => `${how} Weggeschreven naar ${folder}`,
  },

  explain: {
    columns: {
      path: 'pad',
      value: 'waarde',
      unit: 'eenheid',
      range: 'bandbreedte',
      label: 'zekerheid',
      setIn: 'gezet in',
    },
    numbers: (count, byLabel) => (byLabel === '' ? numbers(count) : `${numbers(count)}: ${byLabel}`),
    counts: {
      published: (count) => `${count} gepubliceerd`,
      derived: (count) => `${count} afgeleid`,
      unverified: (count) => `${count} niet nagegaan`,
      assumption: (count) => counted(count, 'aanname', 'aannames'),
      same: (count) => `${count} gelijk aan een ander`,
      none: (count) => `${count} zonder label`,
    },
    labels: { same: 'gelijk', none: 'geen' },
    mattersMost: (folder) =>
      `Waar een verschil tussen aanpakken het meest van afhangt, volgens ${folder} (aandeel in de variantie)`,
    movesMost: (folder) =>
      `Wat het nettosaldo van een aanpak het meest verschuift, volgens ${folder}: elk alleen van het ene uiteinde van de bandbreedte (of het ene antwoord) naar het andere, in euro per persoon`,
    firstShown: (count) => `de eerste ${count}, --all toont alles`,
    facts: {
      value: 'waarde',
      sameAs: 'gelijk aan',
      hangsOn: 'hangt af van',
      range: 'bandbreedte',
      distribution: 'verdeling',
      posterior: 'posterior',
      drawn: 'getrokken',
      label: 'zekerheid',
      source: 'bron',
      note: 'toelichting',
      setIn: 'gezet in',
    },
    percent: (value) => `${value}%`,
    fixed: (kind) => `${kind}: in elke parametertrekking hetzelfde`,
    rangeAlone: (kind) => `${kind} (een bandbreedte zonder verdeling)`,
    within: (kind, percent) => `${kind}, ${percent} ervan binnen de bandbreedte`,
    jointly:
      'samen getrokken met de andere gekalibreerde parameters; waarde en bandbreedte zijn die van de prior',
    jointlyTied:
      'het getal waaraan dit gelijk is, wordt samen getrokken met de andere gekalibreerde parameters; waarde: die van de posterior, maal de verhouding',
    holds: '<- geldt',
    removed: 'weggehaald',
    sameAs: (path) => `gelijk aan ${path}`,
    by: (question, values) => `naar ${question}: ${values}`,
    better: {
      more: (unit) => `${unit}, meer is beter`,
      less: (unit) => `${unit}, minder is beter`,
    },
  },

  init: {
    written: (file) => `${file}: geschreven; vul het in, en daarna:`,
    hides: (name) =>
      `In deze map betekent ‘${name}’ nu dit bestand, niet het meegeleverde scenario met die naam; met --file krijgt het een andere naam.`,
  },

  model: {
    columns: { what: 'wat', of: 'van', mean: 'gemiddelde', mcse: 'mcse' },
    written: (persons, folder) => `${counted(persons, 'persoon', 'personen')}; weggeschreven naar ${folder}`,
  },
};
