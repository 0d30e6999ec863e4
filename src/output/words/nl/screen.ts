/** The Dutch of the terminal; see the English. */

import { counted } from '../counted.js';
import type * as english from '../en/screen.js';
import { commands } from './commands.js';
import { notes } from './notes.js';

const draws = (count: string) => counted(count, 'parametertrekking', 'parametertrekkingen');

export const screen: typeof english.screen = {
  commands,
  notes,
  unitTitles: {
    share: '% van het cohort',
    months: 'Maanden per persoon',
    euros: 'Euro per persoon, verdisconteerd',
    'calendar year': 'Jaren',
  },
  units: {
    share: (label) => `${label}, %`,
    euros: (label) => `${label}, euro`,
    months: (label) => label,
    'calendar year': (label) => label,
  },
  inUnit: { share: 'procentpunt', euros: 'euro', months: 'maanden', 'calendar year': 'jaar' },
  difference: 'verschil',
  better: 'beter',
  betterIn: (percent) => `beter in ${percent}%`,
  intervals: 'Tussen haken: 95% over de parameters.',
  oneDraw: 'Eén trekking geeft geen intervallen.',
  betterNote: 'Beter: % van de gesimuleerde cohorten.',
  noInterval: 'geen\u00a0interval',
  whyNoInterval:
    'Geen interval: het toeval van personen verbergt hoeveel de parametertrekkingen verschillen; meer trekkingen of replicaties laten het zien.',
  tooFewDraws: (least) => `Geen interval: daarvoor zijn ${least} parametertrekkingen of meer nodig.`,
  whyNoneOfAnswer:
    'Geen interval: te weinig trekkingen hebben dat antwoord, of het toeval van personen verbergt hoeveel ze verschillen; meer trekkingen laten het zien.',
  design: (lives, count, replications) =>
    `${counted(lives, 'leven', 'levens')} per aanpak: ${draws(count)} x ${counted(replications, 'replicatie', 'replicaties')}.`,
  money: (discounted, prices) => `Euro's: ${discounted}. Prijzen: ${prices}.`,
  subgroup: 'groep',
  bySubgroup: (approach, reference) =>
    `Naar groep, zoals mensen waren bij de vergunning: ${approach} - ${reference}`,
  netBalance: 'nettosaldo, euro',
  written: (folder) => `weggeschreven naar ${folder}`,

  answer: 'antwoord',
  weight: 'gewicht',
  draws: 'trekkingen',
  overAnswers: 'over alle antwoorden',
  leftOpen: (approach, reference) => `Wat de bron openlaat: ‘${approach}’ min ‘${reference}’`,

  highest: (count, all) => `de hoogste ${count} van ${all}`,
  middle: 'het midden',
  lowest: (count) => `de laagste ${count}`,

  municipality: 'gemeente',
  paysWide: 'loont\n% van cohorten',
  pays: 'loont, %',
  paysIn: (percent) => `loont in ${percent}%`,
  bracketed: 'tussen haken 95% over de parameters',
  notBracketed: 'één trekking geeft geen intervallen',
  cellsWide: (intervals) => `Per cel: referentie > aanpak, en daaronder het verschil, ${intervals}.`,
  cellsNarrow: (intervals) =>
    `Verschillen met de referentie, ${intervals}; niveaus en uitval staan in comparison.csv.`,
  paysNote:
    'Euro per persoon, verdisconteerd, over de hele horizon. Loont: % van de gesimuleerde cohorten met een beter nettosaldo.',
  ordered: 'Op volgorde van nettosaldo; alle rijen staan in comparison.csv.',
  standardised: 'Gestandaardiseerd: elke aanpak op de mensen van het landelijke basisscenario',
  pricesAre: (prices) => `prijzen: ${prices}`,
  scenariosDiffer: (unlike) => `de scenario's verschillen in ${unlike}`,
  cohortsDiffer:
    'Ze verschillen in wie er komen, wanneer en met hoeveel; --standardised vergelijkt ze met dezelfde mensen.',
  writtenCompared: (file, folder) => `weggeschreven naar ${file} en naar een map per scenario in ${folder}`,

  ranksWithChance: (names, outcome) =>
    `In de rangen van ${names} naar ${outcome} zit het toeval van personen: met deze trekkingen zijn de verschillen er niet van te onderscheiden.`,
  rankedBy: (outcome) => `naar ‘${outcome}’`,
  meanRank: 'gemiddelde rang',
  first: 'eerste, %',
  firstThree: 'eerste drie, %',
  last: 'laatste, %',
  ranksNote: (count, file) =>
    `Rangen naar het verschil met de referentie; kansen over ${draws(count)}, zonder het toeval van personen, in ${file}`,

  approach: 'aanpak',
  againstReference: 'tegenover referentie',
  againstReferenceWide: 'nettosaldo\ntegenover referentie',
  base: 'basis',
  fromBase: 'tegenover basis',
  mostMoving: (shown, more) =>
    `De ${counted(shown, 'punt', 'punten')} die het nettosaldo tegenover de referentie het meest veranderen; nog ${counted(more, 'punt', 'punten')} in sweep.csv.`,
  sweepWide: 'Per cel: de uitkomst, en daaronder het verschil met de basis, op dezelfde toevalsgetallen.',
  sweepNarrow:
    'Tegenover basis: het verschil van het nettosaldo met dat van de basis, op dezelfde toevalsgetallen. De andere uitkomsten staan in sweep.csv.',
  eurosEach: (discounted, prices) => `Euro per persoon: ${discounted}. Prijzen: ${prices}.`,
  pointsDiffer: (unlike) => `Let op: de punten verschillen in ${unlike}.`,
  unchanged: 'Weggelaten: aanpakken die een punt precies zo laat als ze in de basis zijn.',

  against: (label, reference) => `${label} tegenover ${reference}`,
  beside: (name, base) => `${name} naast ${base}`,
  whatVariants: (names, base) => `Wat verandert er in ${names} ten opzichte van ${base}?`,
  paired: (intervals) =>
    `Dezelfde mensen en parametertrekkingen in beide: de verschillen zijn trekking voor trekking bepaald${intervals}.`,
  whyUnpaired: (why) => {
    if (why.kind === 'cohorts') return 'cohorten van een andere omvang';
    if (why.kind === 'noDraws') return `${why.name} heeft geen draws.json: bereken het opnieuw`;
    const names = {
      version: 'versie',
      seed: 'seed',
      draws: 'parametertrekkingen',
      replications: 'replicaties',
    };
    return `${names[why.kind]}: ${why.before} tegen ${why.after}`;
  },
  unpaired: (why) =>
    `Niet dezelfde mensen en parametertrekkingen in beide (${why}): de verschillen zijn die van losse runs, zonder intervallen. De getallen van beide zijn afgerond zoals die van de minst zekere run.`,
  variantsShown:
    'Niet weggeschreven: met --out MAP komt dit in een tabel; doorstroom report met dezelfde mappen maakt er een document van.',
  variantsWritten: (file) =>
    `weggeschreven naar ${file}; doorstroom report met dezelfde mappen maakt er een document van`,
  rowsAgree:
    'Zo afgerond dat rijen en kolommen kloppen: een getal kan een stap afwijken van wat de run zelf afdrukt. Het saldo van de gemeente is min de bijstand en haar eigen deel van het programma.',
  eurosOfCohort: 'Euro per persoon van het cohort, verdisconteerd, over de hele horizon.',
  variantSame: ([approach, reference], [name, base]) =>
    `Tegenover ‘${reference}’ doet ‘${approach}’ het in ${name} precies even goed als in ${base}.`,
  variantBetter: ([approach, reference], [name, base], amount, interval) =>
    `Tegenover ‘${reference}’ doet ‘${approach}’ het in ${name} ${amount} per persoon beter dan in ${base}${interval}.`,
  variantWorse: ([approach, reference], [name, base], amount, interval) =>
    `Tegenover ‘${reference}’ doet ‘${approach}’ het in ${name} ${amount} per persoon slechter dan in ${base}${interval}.`,
  variantUnclear: ([approach, reference], [name, base], standing, interval) =>
    `Of ‘${approach}’ het tegenover ‘${reference}’ in ${name} beter doet dan in ${base}, is niet te zeggen: het nettosaldo tegenover ‘${reference}’ is ${standing}${interval}.`,
  variantStanding: {
    higher: ([name, base], amount) => `in ${name} ${amount} per persoon hoger dan in ${base}`,
    lower: ([name, base], amount) => `in ${name} ${amount} per persoon lager dan in ${base}`,
    alike: ([name, base]) => `in ${name} en in ${base} ongeveer gelijk`,
  },

  measureIs: { share: (label) => `deel ${label}`, other: (label) => label },
  contrast: (measure, approach, reference) => `‘${measure}’ van ‘${approach}’ tegenover ‘${reference}’`,
  itself: (measure, approach) => `‘${measure}’ van ‘${approach}’ zelf`,
  itselfTitle: (place, measure, approach) => `${place}: ${measure}, ‘${approach}’`,
  contrastTitle: (place, measure, approach, reference) =>
    `${place}: ${measure}, ‘${approach}’ tegenover ‘${reference}’`,
  nothingUncertain: (what) => `Aan ${what} is niets onzeker: geen getal dat ze gebruiken heeft een marge.`,
  hidden: (what) =>
    `Waarvan ${what} afhangt, is niet te schatten: het toeval verbergt wat de parameters doen; meer trekkingen of replicaties kunnen helpen.`,
  noneStandsOut: (what, numbers, count) =>
    `Van ${counted(numbers, 'onzeker getal', 'onzekere getallen')} springt er bij ${what} geen enkel uit, over ${counted(count, 'trekking', 'trekkingen')}.`,
  mostHangsOn: (what, names) => `Wat niet bekend is over ${what}, hangt vooral af van: ${names}.`,
  standsOut: (what, names) =>
    `Wat eruit springt van alles wat niet bekend is over ${what}, minder dan de helft ervan: ${names}.`,
  noWorth: 'Wat het waard zou zijn om alles te weten, is niet te schatten.',
  worthOfAll: (amount, unit, error) =>
    `Dat alles weten vóór de keuze zou ${amount} ${unit} per persoon waard zijn (standaardfout ${error}).`,
  uncertainNumber: 'onzeker getal',
  share: 'aandeel, %',
  worth: 'waarde',
  atLow: 'bij laag',
  atHigh: 'bij hoog',
  sensitivityNote: (outcome, unit, central, worth) =>
    `Aandeel in de variantie over de parameters [95%]; ${worth}bij laag, bij hoog: ${outcome}, ${unit}, op het 2,5%- en het 97,5%-punt, met al het andere op zijn centrale waarde (${central}; een getal dat er alleen bij één antwoord op een open vraag is: bij dat antwoord). Het aandeel mist wat geen kromme van de tweede graad in de rang vat, en is dus iets te laag waar het effect aan de uiteinden het sterkst is. De paden staan in inputs.csv.`,
  worthNote: (unit) => `waarde: wat het waard zou zijn het te weten, ${unit} per persoon ± standaardfout; `,

  fewDraws: (draws, enough) =>
    `Met ${draws} trekkingen kan de standaardfout van wat informatie waard is zelf te klein zijn; vanaf ${enough} klopt die.`,
  overOthers: {
    none: 'geen interval',
    between: (low, high) => `95% over de andere parameters: ${low} tot ${high}`,
    anywhere: '95% over de andere parameters: overal tussen de bekeken waarden, of daarbuiten',
    from: (low) => `95% over de andere parameters: van ${low} tot voorbij de bekeken waarden`,
    to: (high) => `95% over de andere parameters: van onder de bekeken waarden tot ${high}`,
  },
  crossing: {
    up: (goal, value, interval) => `boven ${goal} vanaf ${value} (${interval})`,
    down: (goal, value, interval) => `niet meer boven ${goal} vanaf ${value} (${interval})`,
  },
  andThen: ', daarna ',
  ends: (atLow, low, atHigh, high) => `${atLow} bij ${low}, ${atHigh} bij ${high}`,
  neverCrosses: (number, [low, high], what, isAbove, goal, ends, told) =>
    `De uitkomst kantelt nergens: bij elke bekeken waarde van ‘${number}’ van ${low} tot ${high} ligt ${what} ${isAbove ? 'boven' : 'niet boven'} ${goal}${told} (${ends}).`,
  toldAt: {
    unknown: '',
    all: ', en ook het 95%-interval over de andere parameters',
    some: ', gemiddeld genomen; slechts bij sommige ligt het 95%-interval over de andere parameters aan één kant, bij de andere laat het dat open',
    none: ', gemiddeld genomen; het 95%-interval over de andere parameters laat dat bij alle open',
  },
  crosses: (number, [low, high], what, crossings, ends) =>
    `Gaat ‘${number}’ van ${low} naar ${high}, dan is ${what} ${crossings}; het is ${ends}.`,
  scenarioHas: (central) => `Het scenario heeft ${central}.`,
};
