/** The Dutch of the first pages of a report; see the English. */

import type * as english from '../en/front.js';

export const front: typeof english.front = {
  rows: {
    selfSufficient: (year) => `Zelfredzaam binnen ${year} jaar`,
    onBijstand: (year) => `In de bijstand na ${year} jaar`,
    months: 'Maanden tot zelfredzaam, geteld tot de horizon',
    dropout: 'Een half jaar of langer uitgevallen bij cursus en grotere activiteiten',
    bijstand: 'Bijstand, euro',
    programme: 'Programma, euro',
    balance: 'Nettosaldo, alle betalers samen, euro',
    own: 'Saldo van de gemeente zelf, euro',
  },
  tableCaption: (approach, reference) => `‘${approach}’ naast ‘${reference}’, per persoon van het cohort`,
  tableNote:
    'pp: procentpunt. Het 95%-interval is dat van wat onbekend is aan de parameters. Een saldo is min de kosten: hoger is beter. Het saldo van de gemeente is bijstand en haar eigen deel van het programma.',
  ownBetter: (amount, interval) =>
    `Voor de gemeente zelf is het saldo ${amount} per persoon beter${interval}.`,
  ownWorse: (amount, interval) =>
    `Voor de gemeente zelf is het saldo ${amount} per persoon slechter${interval}.`,
  ownSame: (interval) => `Voor de gemeente zelf verandert het saldo niet merkbaar${interval}.`,
  othersPay: (list) => `Per persoon kost het buiten de gemeente: ${list}.`,
  paysMore: (payer, amount) => `${payer} ${amount} meer`,
  paysLess: (payer, amount) => `${payer} ${amount} minder`,
  inShort: (about) => `In het kort: ${about}.`,
  inSteps: (approach, steps) => `Onder ${approach} volgt de ene stap op de andere: ${steps}.`,
  ownNote:
    'Niet meegeteld is wat de gemeente van het Rijk ontvangt voor bijstand, en ook niet de studiefinanciering en het onderwijs van wie uit de bijstand een opleiding begint.',
  hangsOn: 'Waar het van afhangt',
  influencesCaption: (approach) => `Aannames waar het saldo van ‘${approach}’ het meest van afhangt`,
  rises: 'beter',
  falls: 'slechter',
  open: {
    title: 'Wat de bron openlaat',
    lead: 'Op sommige vragen geeft de bron geen antwoord. In elke parametertrekking geldt één antwoord, geloot volgens gewichten die zelf aannames zijn; de uitkomsten hierboven zijn over alle antwoorden samen.',
    // Behind a colon Dutch goes on without a capital.
    answer: (answer, weight, verdict) =>
      `${answer} (gewicht ${weight}): ${verdict.slice(0, 1).toLowerCase()}${verdict.slice(1)}`,
    balance: (amount, interval) => `nettosaldo ${amount} per persoon tegenover de referentie${interval}.`,
    noDraw: 'geen parametertrekking heeft dit antwoord.',
    caption: (question, approach, reference) =>
      `${question} ‘${approach}’ min ‘${reference}’, naar het antwoord`,
    all: 'Over alle antwoorden',
    note: 'Een interval is dat van wat naast het antwoord onbekend is; dat over alle antwoorden omvat ook het antwoord zelf. Een antwoord met weinig trekkingen zegt weinig: vraag dan meer trekkingen.',
    sameDraws: (answers) =>
      `Met zo weinig parametertrekkingen gelden ${answers} in dezelfde trekkingen: hun regels zijn gelijk, en niets zegt wat elk van beide doet. Vraag meer trekkingen.`,
    answerOf: (question, answer) => `${question} ${answer}: gewicht`,
    underAnswer: (name, answer) => `${name} (als: ${answer})`,
  },
  assumed: 'Wat is aangenomen',
  assumedLead: (count, total) =>
    `Van de ${total} getallen waarop dit rust, zijn er ${count} aangenomen: niemand heeft ze gepubliceerd.`,
  assumedMost: (list) =>
    `Van de aannames die één voor één op beide uiteinden van hun bandbreedte zijn gezet, met al het andere in het midden, verschuift het saldo het meest door: ${list}.`,
  assumedNone:
    'Van de aannames die één voor één op beide uiteinden van hun bandbreedte zijn gezet, met al het andere in het midden, verschuift er geen het saldo.',
  assumedGuess: (list) =>
    `Welke aannames het saldo het meest verschuiven, is hier niet gemeten. Naar waar ze over gaan en hoe breed hun bandbreedte is, is dat vermoedelijk: ${list}. De opdracht doorstroom sensitivity meet het.`,
  assumedWhere: 'De bijlage noemt een deel ervan, het Excel-bestand alle, met waarde, bandbreedte en reden.',
};
