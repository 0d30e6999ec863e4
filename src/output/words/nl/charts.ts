/** The Dutch of charts; see the English. */

import { counted } from '../counted.js';
import type * as english from '../en/charts.js';

export const charts: typeof english.charts = {
  monthsSincePermit: 'Maanden sinds de vergunning',
  shareOfCohort: 'Deel van het cohort',
  bandNote: 'Band: 95%-interval over de parameters.',
  interval: (low, high) => `[${low};\u00a0${high}]`,
  marks: { band: 'band', bar: 'streepje', line: 'lijn' },
  untold: (marks) => `Zonder ${marks.join(' of ')}: interval niet te bepalen.`,

  difference: {
    title: (approaches, place) => `Wat verandert bij ${approaches}, ${place}`,
    description: (gains) =>
      `Links hoeveel meer mensen uit de bijstand zijn dan onder de referentie, per jaar, in procentpunt, met 95%-interval over de parameters; rechts het deel in de bijstand per aanpak. ${gains}.`,
    note: 'Band: 95%-interval over de parameters. Grijs vlak bij maand 60: wat de studies aannemelijk maken (0 tot 5 procentpunt). Streepjes rechts: 95%-interval van elke aanpak.',
    gain: 'Meer mensen uit de bijstand, procentpunt',
    paths: 'In de bijstand, deel van het cohort',
    atMonth: (month) => `maand ${month}`,
  },

  selfSufficiency: {
    title: (place) => `Zelfredzaam door werk, ${place}`,
    description: (months, approaches) =>
      `Lijngrafiek: deel van het cohort dat ten minste eens zelfredzaam werd, naar maand sinds de vergunning. Na ${months} maanden: ${approaches}.`,
  },

  occupancy: {
    title: (place) => `Waarvan het cohort leeft, ${place}`,
    description: (months, approaches) =>
      `Gestapelde vlakken: verdeling van het cohort over bronnen van inkomen, naar maand sinds de vergunning, een paneel per aanpak. Na ${months} maanden: ${approaches}.`,
    bars: 'Streepjes aan de rand van de bijstand: 95%-interval over de parameters van het deel in de bijstand, met of zonder werk.',
    ends: 'Tussen rechte haken: dat van het deel aan het eind.',
    early: (states) => `Aan het eind niet meer te zien: ${states}.`,
    states: {
      living_allowance: 'leefgeld in de opvang',
      bijstand: 'bijstand',
      bijstand_part_time: 'bijstand en deeltijdwerk',
      work: 'werk',
      education: 'opleiding',
      other: 'geen uitkering of werk',
      pension: 'AOW',
    },
  },

  costs: {
    title: (place) => `Verdisconteerde kosten per persoon, opgeteld, ${place}`,
    description: (year, totals, breakEven) =>
      `Lijngrafiek: kosten van bijstand en programma per persoon van het cohort, opgeteld over kalenderjaren, verdisconteerd. Tot en met ${year}: ${totals}. ${breakEven}`,
    total: 'Alle kosten, euro per persoon',
    bar: 'Streepje aan het eind: 95%-interval over de parameters.',
    years: 'Tot en met kalenderjaar',
    extra: 'Meer dan de referentie, euro per persoon',
    diamond: 'Ruit: eind van het jaar waarin het verschil is terugverdiend.',
    earnedBack: (reference, months, inYear) =>
      `na ${counted(months, 'maand', 'maanden')} terugverdiend tegenover ${reference}${inYear === '' ? '' : `, in ${inYear}`}`,
    notEarnedBack: (reference) => `niet terugverdiend binnen de horizon tegenover ${reference}`,
    probability: (probability) => ` (kans op terugverdienen: ${probability})`,
  },

  phases: {
    title: (place) => `De weg door de fasen, ${place}`,
    description: (approaches) => `Balken in de tijd, een paneel per aanpak. ${approaches}.`,
    note: 'Balk: van de maand waarin de helft van wie ooit begint begonnen is, tot die waarin de helft geëindigd is; licht: van een kwart begonnen tot driekwart geëindigd. Pijl: de helft is aan de horizon niet geëindigd, of het einde blijkt niet uit de curven. Tussen haakjes: het deel van het cohort dat ooit begint.',
    numbers: (names) => `Fasen: ${names}.`,
    aim: (label, reached) => (reached === '' ? label : `${label} (${reached})`),
    aims: (aims) =>
      `Streepjes: ${aims}; tussen haakjes het deel dat het haalt, met het 95%-interval tussen rechte haken.`,
    relapse: (shares) =>
      `Terugval, in de laatste fase: terug in de bijstand na werk, van wie ooit werkte, met het 95%-interval: ${shares}.`,
    from: (month) => `vanaf maand ${month}`,
    span: (first, last) => `maand ${first}–${last}`,
    housing: 'Wachten op een woning',
    search: 'Zoeken naar werk',
    firstJob: 'Eerste betaalde baan',
    aftercare: (activity) => `Nazorg: ${activity}`,
  },

  fit: {
    title: 'Model en gepubliceerde cijfers',
    description: (inside, figures) =>
      `Lijngrafieken met punten: deel van het cohort met een uitkering en in betaald werk, naar maand sinds de vergunning; lijn en band: model met 95%-interval over de parameters. ${inside} van ${figures} cijfers die bij het ijken zijn gebruikt, liggen binnen hun tolerantie.`,
    point: (month, figure, model) => `${month}: gepubliceerd ${figure}, model ${model}`,
    onBenefit: 'Met een uitkering',
    paidWork: 'In betaald werk',
    fitted: 'Dicht: gepubliceerd cijfer met tolerantie, gebruikt bij het ijken.',
    validation: 'Open: gepubliceerd cijfer, bewaard om te toetsen.',
  },

  sweep: {
    title: (approaches, place) => `Wat in elk punt verandert bij ${approaches}, ${place}`,
    curve: {
      title: (place) => `Nettosaldo ten opzichte van de referentie, ${place}`,
      note: 'Lijn: verschil met de referentie; band: 95%-interval over de andere parameters.',
    },
    note: 'Verschil met de referentie in hetzelfde punt. Punt: schatting; dik: 95%-interval over de parameters.',
  },

  comparison: {
    title: 'Gemeenten vergeleken',
    titleOfOne: 'Runs vergeleken',
    description: (months, differences) =>
      `Puntgrafiek met intervallen: verschil met de referentie in het deel in de bijstand na ${months} maanden (procentpunten) en in het verdisconteerde saldo per persoon, beide met 95%-interval. ${differences}.`,
    descriptionOff: (months, differences) =>
      `Puntgrafiek met intervallen: hoeveel meer mensen na ${months} maanden uit de bijstand zijn dan onder de referentie (procentpunten), en het verschil in het verdisconteerde saldo per persoon, beide met 95%-interval. ${differences}.`,
    note: 'Verschil met de referentie. Punt: schatting; dik: 95%-interval over de parameters; dun: 95%-voorspellingsinterval.',
    order: 'Op volgorde van de winst in zelfredzaamheid.',
    bijstand: (months) => `In de bijstand na ${months} maanden`,
    bijstandAxis: 'Procentpunten (links van nul: minder bijstand)',
    offBijstand: (months) => `Meer mensen uit de bijstand na ${months} maanden`,
    offBijstandAxis: 'Procentpunten (rechts van nul: meer uit de bijstand)',
    balance: 'Verdisconteerd saldo per persoon',
    balanceAxis: 'Euro (rechts van nul: voordeliger)',
  },
};
