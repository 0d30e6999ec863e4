/** The Dutch of what a command says besides its results; see the English. */

import type * as english from '../en/notes.js';

export const notes: typeof english.notes = {
  hour: 'u',
  toGo: 'te gaan',
  kept: (path, kept) => `${path}: wat er stond, is bewaard als ${kept}`,
  keptTogether: (path, others, kept) =>
    `${path}${others === 0 ? '' : ` en ${others} ${others === 1 ? 'ander bestand' : 'andere bestanden'}`}: wat er stond, is bewaard in ${kept}`,
  complete: (name, folder) => `${name}: al klaar, er is niets te doen; de uitkomsten staan in ${folder}`,
  comparisonComplete: (folder) => `vergelijking: al klaar, er is niets te doen; zij staat in ${folder}`,
  resumed: (name, count, all) =>
    `${name}: hervat, ${count}${all === undefined ? '' : ` van de ${all}`} ${count === '1' && all === undefined ? 'eenheid' : 'eenheden'} ${count === '1' ? 'was' : 'waren'} er al`,
  startedAgain: (name) =>
    `${name}: het tussenbestand is van een andere berekening (scenario, opties of versie) of beschadigd; opnieuw begonnen`,
  damaged: (name, count) =>
    `${name}: het tussenbestand was beschadigd; ${count} ${count === '1' ? 'eenheid' : 'eenheden'} ervan ${count === '1' ? 'was niet te lezen en wordt' : 'waren niet te lezen en worden'} opnieuw berekend`,
  setAside: (name, aside) =>
    `${name}: er stond een tussenbestand van een onderbroken berekening; het is bewaard als ${aside}, en met de opties van toen en --resume gaat die verder`,
  partFinished: (name, index, count) => `${name}: deel ${index} van ${count} was al klaar`,
  drawsForPrecision: (name, draws) => `${name}: ${draws} parametertrekkingen voor de gevraagde precisie`,
  ofOneApproach: (approach) => ` van het nettosaldo van ${approach}, de enige aanpak`,
  precisionMissed: (asked, draws, approach, reached) =>
    `de gevraagde precisie (een MCSE van ten hoogste ${asked}) is met ${draws} parametertrekkingen niet gehaald: die van het nettosaldo van ${approach} ${reached}`,
  mcseIs: (amount) => `is ${amount}`,
  mcseUnknown: 'is niet te schatten',
  eurosEach: (amount) => `${amount} euro per persoon`,
  onlyApproach: (approach) => `alleen de aanpak "${approach}": er is niets om die mee te vergelijken`,
  posteriorError: (approach, draws, error, mcse) =>
    `${approach}: doordat de posterior zelf uit ${draws} trekkingen bestaat, heeft het verschil in nettosaldo een standaardfout van ${error} euro per persoon, meer dan de MCSE van ${mcse}; meer parametertrekkingen maken die niet kleiner`,
  fewEffective: (size, enough) =>
    `de effectieve steekproefomvang ${size} is kleiner dan ${enough}: voeg ronden toe`,
  atPoint: (name) => `bij ${name}`,
  pointsDiffer: (unlike) => `de punten verschillen in ${unlike}`,
  leftAside: (list, how) => `buiten het rapport gebleven: ${list}${how}`,
  reportAlone: (folder) => `; noem er een alleen voor een rapport daarvan: doorstroom report ${folder}`,
  ownFile: (name) =>
    `${name}: het bestand ${name}.yaml in deze map, niet het meegeleverde scenario met die naam`,
  noRun: 'geen berekening',
  setByHand: {
    number: (value) => String(value).replace('.', ','),
    between: '; ',
    kept: (path) => `${path}: {} laat staan wat er staat; een lege waarde (null) haalt het weg`,
    thousandfold: (path, values, before) =>
      `${path}: ${values} waar het ${before} was: duizend keer zo veel of zo weinig; in getallen is een punt het decimaalteken`,
    farOne: (path, value, low, high) =>
      `${path}: ${value} ligt ver buiten de eigen bandbreedte, ${low} tot ${high}`,
    farMany: (path, count, first, last, low, high) =>
      `${path}: ${count} waarden (${first} tot ${last}) liggen ver buiten de eigen bandbreedte, ${low} tot ${high}`,
  },
};
