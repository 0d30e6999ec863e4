/** Het Nederlands van waaruit aanpakken bestaan, en wie meedoet. */

import { counted } from '../counted.js';
import type { approaches as english } from '../en/approaches.js';

export const approaches: typeof english = {
  caption: 'Onderdelen van elke aanpak',
  activities: 'Wat gemeenten naast de cursus doen, per aanpak',
  activitiesOfOne: 'Wat de gemeente naast de cursus doet, per aanpak',
  weeks: (weeks) => counted(weeks, 'week', 'weken'),
  note: 'Centrale waarden; hangt een getal af van een open vraag, dan een per antwoord. Weken ‘tot’: het eindigt op een voorwaarde, die hieronder staat. Leeg: volgt uit het model, of niet van toepassing.',
  severalNote:
    'Centrale waarden; hangt een getal af van een open vraag, dan een per antwoord. Aanname: hoeveel van de eigen getallen van de activiteit zijn aangenomen. Wat volgt: deel van wie de activiteit afmaakt; ‘weer’: wie binnen deze weken terugvalt in de bijstand, neemt haar weer op.',
  stateOf: (track, states) => (track === '' ? states : `${track}: ${states}`),
  none: 'De berekening vermeldt niet waaruit de aanpakken bestaan.',
  until: 'tot',
  or: ' of ',
  and: ' en ',
  answerTo: (answer, question) => `${question}: ${answer}`,
  answer: (value, answers) => `${value} (${answers})`,
  afterwards: (to) => `daarna ${to}`,
  during: (activity) => `tijdens ${activity}`,
  notDuring: (activity) => `niet tijdens ${activity}`,
  over: (activity) => `${activity} voorbij`,

  ends: {
    caption: 'Hoe activiteiten eindigen, en wat volgt',
    note: 'Centrale waarden, of een per antwoord op een open vraag. Wat volgt: deel van wie de activiteit afmaakt. Weer op te nemen: door wie binnen deze weken terugvalt in de bijstand; anders is de activiteit met het verlaten van de bijstand voorgoed voorbij. Activiteiten die hier niet staan, eindigen na hun weken, zonder vervolg.',
    resumes: (weeks) => `weer binnen ${weeks} weken`,
    aftercare: (weeks) => `weken nazorg: ${weeks}`,
    after: (weeks) => `na ${weeks}`,
    orBefore: (weeks, condition) => `na ${weeks}, of eerder: ${condition}`,
    to: {
      education: (share) => `${share} naar een opleiding`,
      work: (share) => `${share} naar werk`,
      voluntary_work: (share) => `${share} naar vrijwilligerswerk`,
    },
    forWeeks: (to, weeks) => `${to} (${weeks})`,
  },

  who: {
    caption: 'Wie meedoet, en waarop het berust',
    note: 'Wie mee kan doen staat vast bij de vergunning, op de leeftijd na. Deed mee: van alle personen van de berekening, over alle parametertrekkingen. Getallen naar label: hoeveel van de eigen getallen van de activiteit gepubliceerd, afgeleid, niet nagegaan of aangenomen zijn.',
    tookPart: 'Deed mee',
    fromExit: (weeks) => `${weeks}, vanaf uitstroom`,
    everybody: 'iedereen',
    when: (who, conditions) => `${who} (${conditions})`,
    links: {
      in: (activity) => `wie ${activity} volgt`,
      finished: (activity) => `wie ${activity} heeft afgerond`,
      begun: (activity) => `wie aan ${activity} is begonnen`,
      not: (activity) => `wie niet aan ${activity} meedoet`,
    },
    age: (from, to) => `van ${from} tot en met ${to} jaar`,
    values: (attribute, values) => `${attribute}: ${values}`,
    group: (values) => `de groep ‘${values}’`,
    part: (share, of) => `${share} van ${of}${of.startsWith('wie ') ? ',' : ''} komt in aanmerking`,
    shareOfAll: (share) => `van allen wordt ${share} gekozen`,
    shareOfThese: (share) => `daarvan wordt ${share} gekozen`,
    shareOfThoseWhoQualify: (share) => `van wie in aanmerking komt, wordt ${share} gekozen`,
    prospects: (accuracy) => `op kans op werk, ingeschat met een nauwkeurigheid van ${accuracy}`,
    selectionCaption: (approach) => `Wie wordt gekozen en wie niet, ‘${approach}’`,
    leftAside: 'Wie wordt gekozen en wie niet',
    selectionNote:
      'Deel van elke groep dat wordt gekozen, uit de samenstelling bij de vergunning en bij centrale waarden, zonder toeval; de keuze voor een activiteit die vooraf moet gaan, telt mee, en wat van een open vraag afhangt, is het gemiddelde over de antwoorden, naar hun gewicht. Wie gekozen is, doet mee zodra de activiteit opengaat. Een activiteit die zelf niemand kiest, heeft de deelnemers van die waarop zij volgt.',
    levelsByRun: (activity) =>
      `Hoe het wie gekozen is en wie niet onder elke aanpak vergaat, vertelt een run met --by selected:${activity}.`,
    levelsElsewhere: 'Hoe het wie gekozen is en wie niet vergaat, staat in de bijlage over subgroepen.',
    levels: {
      caption: (activity, reference, approach) =>
        `Keuze voor ‘${activity}’: uitkomsten onder ‘${reference}’, met daarnaast wat ‘${approach}’ verandert`,
      effect: 'Verschil, in de bijstand',
      dropout: 'Uit beeld',
      gap: (year, selected, others, activity, reference) =>
        `Onder ‘${reference}’, zonder ‘${activity}’, zit ${selected} van wie gekozen is in jaar ${year} in de bijstand, en ${others} van wie in aanmerking komt en niet gekozen is.`,
      better:
        'Wie gekozen is, had het dus ook zonder beter gedaan (afromen): dat de twee uiteenlopen, komt niet door de aanpak.',
      worse:
        'Wie gekozen is, had het dus ook zonder slechter gedaan: dat de twee uiteenlopen, komt niet door de aanpak.',
      alike: 'De berekening kan deze twee niet onderscheiden.',
      others: (approach) =>
        `Wat ‘${approach}’ doet, is het verschil; bij wie niet gekozen is, is dat alleen wat de aanpak buiten deze activiteit doet.`,
      withIt: (activity, reference) =>
        `Ook ‘${reference}’ heeft ‘${activity}’: dit zijn uitkomsten met die activiteit.`,
    },
    selected: 'Gekozen',
    most: 'Het vaakst',
    least: 'Het minst vaak',
    extremesNote:
      'Deel van het cohort dat wordt gekozen, en de groepen waarvan het grootste en het kleinste deel wordt gekozen, naar geslacht, leeftijd, opleiding, klachten en herkomst; zoals in het rapport van één run, dat alle groepen geeft. Activiteiten die van elke groep hetzelfde deel kiezen, zijn weggelaten.',
    extreme: (group, share) => `${group} (${share})`,
    all: 'allen',
    standings: {
      not_eligible: 'komt niet in aanmerking',
      passed_over: 'komt in aanmerking, niet gekozen',
      selected: 'gekozen',
    },
    selectionFor: (activity) => `keuze voor ${activity}`,
    assumedOf: 'Aanname',
    assumed: (assumed, all) => `${assumed} van ${all}`,
  },
};
