/** The Dutch of reports of the pilot worth running; see the English. */

import { counted } from '../counted.js';
import type * as english from '../en/pilot.js';

export const pilot: typeof english.pilot = {
  title: (place) => `De proef die de moeite waard is: ${place}`,
  question: (place, outcome, draws) =>
    `Hoeveel mensen zou een proef in ${place} nodig hebben, en hoe lang zouden zij gevolgd moeten worden, om te weten wat een aanpak doet? De helft krijgt de aanpak, de helft niet; gemeten wordt: ${outcome}. Over ${counted(draws, 'parametertrekking', 'parametertrekkingen')}.`,
  tells: (approach, persons, months, power) =>
    `Een proef met ${approach} onder ${persons} mensen, ${months} maanden gevolgd, kan uitsluitsel geven: het interval sluit nul uit met een kans van ${power} als het verschil zo groot is als verwacht.`,
  same: (approach, reference) =>
    `${approach} komt in elke trekking precies uit waar ${reference} uitkomt: een pilot heeft niets te laten zien, en geen is zijn kosten waard.`,
  tooFew: (persons) => `Een proef met ${persons} mensen kan dat niet.`,
  tellsNone: (approach, most, power) =>
    `Geen enkele proef met ${approach} en hoogstens ${most} mensen kan uitsluitsel geven: het hoogste onderscheidend vermogen is ${power}, bij het verschil dat verwacht wordt.`,
  worth: (persons, months, amount, error) =>
    `De beste van de proeven die zijn doorgerekend, met ${persons} mensen die ${months} maanden gevolgd worden, levert na aftrek van de kosten ${amount} op (standaardfout ${error}).`,
  worthNone: (most) => `Geen van de doorgerekende proeven, met hoogstens ${most} mensen, is de moeite waard.`,
  worthOpen: 'Of een proef de moeite waard is, is niet te zeggen: de trekkingen laten het open.',
  pricedAtNothing:
    'Voor het volgen van mensen is niets gerekend, zodat de kosten alleen zijn wat de helft verliest die krijgt wat naar de kennis van nu slechter is: geef --cost-per-person, --cost-per-month of --fixed-cost.',
  worthUnknown: 'Wat een proef waard is, is niet te bepalen.',
  caption: (approach, reference) => `Proeven met ‘${approach}’ tegenover ‘${reference}’`,
  persons: 'Mensen',
  months: 'Maanden',
  power: 'Onderscheidend vermogen',
  assurance: 'Gemiddelde kans op uitsluitsel',
  width: 'Breedte van het interval',
  evsi: 'Waarde per persoon van de keuze, euro',
  netBenefit: 'Netto-opbrengst, euro',
  note: 'Mensen: met en zonder de aanpak samen. Onderscheidend vermogen: de kans dat het 95%-interval nul uitsluit als het verschil zo groot is als verwacht; gemiddelde kans op uitsluitsel: hetzelfde, gemiddeld over wat het verschil kan zijn. Waarde: verwachte waarde van de informatie uit de proef. Netto-opbrengst: die waarde voor allen die de keuze aangaat vanaf het moment dat de laatste persoon is gemeten, min de kosten van het volgen en wat degenen verliezen die krijgen wat naar de kennis van nu slechter is. Een streepje: niet te bepalen. Wat is ingesteld voor de kosten en voor wie de keuze geldt, staat onder ‘Bijlage: de berekening herhalen’.',
  screen: {
    title: (place, approach, reference) => `${place}: een proef met ‘${approach}’ tegenover ‘${reference}’`,
    columns: ['mensen', 'maanden', 'keuze\nover', 'kans', 'gemid-\ndeld', 'breedte', 'waarde', 'opbrengst'],
    note: (measured, unit, draws) =>
      `Gemeten: ${measured}. Mensen met en zonder de aanpak, de helft elk; keuze over: maanden tot allen gemeten zijn; kans: dat de proef uitsluitsel geeft bij het verwachte verschil, gemiddeld: over wat het kan zijn, %; breedte van het 95%-interval, ${unit}; waarde: wat een proef waard is voor een persoon die de keuze aangaat, opbrengst: voor hen allen, min de kosten, euro (${counted(draws, 'trekking', 'trekkingen')}).`,
  },
  chart: {
    title: (place, approach) => `Wat een proef met ${approach} waard is, ${place}`,
    description: (rows) =>
      `Lijngrafiek: netto-opbrengst van een proef naar het aantal mensen, een lijn per duur. ${rows}.`,
    axis: 'Mensen in de proef, met en zonder de aanpak',
    line: (months) => `${months} maanden`,
    note: 'Verwachte netto-opbrengst van de proef, duizenden euro’s; gevuld: de beste die zijn kosten waard is. Streepjes: een standaardfout aan weerszijden.',
    pricedAtNothing: 'Voor het volgen van mensen is niets gerekend.',
    row: (persons, months, amount) => `${persons} mensen, ${months} maanden: ${amount}`,
  },
  decision: {
    best: (names, most) =>
      `Welke aanpak zonder proef gemiddeld de beste is, hangt af van wat één persoon meer die zelfredzaam wordt waard is, van niets tot ${most}: ${names}.`,
    always: (name, most) =>
      `Zonder proef is ${name} gemiddeld de beste, wat één persoon meer die zelfredzaam wordt ook waard is, van niets tot ${most}.`,
    from: (name, euros, error) => `vanaf ${euros} (standaardfout ${error}) ${name}`,
    axis: 'Euro voor één persoon meer die zelfredzaam wordt, duizenden',
    acceptability: {
      title: (place) => `Hoe zeker de keuze is, ${place}`,
      description: (rows) =>
        `Lijngrafiek: kans dat elke aanpak de beste is, naar wat men overheeft voor één persoon meer die zelfredzaam wordt. ${rows}.`,
      note: 'Lijn: kans over de parameters dat de aanpak de beste is. Punten: de aanpak die gemiddeld de beste is. Streepjes: een standaardfout aan weerszijden, door het aantal trekkingen.',
    },
    loss: {
      title: (place) => `Wat de keuze kan kosten, ${place}`,
      description: (rows) =>
        `Lijngrafiek: verwacht verlies van elke aanpak, naar wat men overheeft voor één persoon meer die zelfredzaam wordt. ${rows}.`,
      note: 'Lijn: euro per persoon die gemiddeld verloren gaat door de aanpak te kiezen en niet wat bij elk stel parameters het beste is. Punten: de aanpak die gemiddeld de beste is; wat die verliest, is wat het waard zou zijn om alles te weten.',
    },
    plane: {
      title: (place) => `Kosten en effecten, ${place}`,
      description: (rows) =>
        `Spreidingsdiagram: wat elke aanpak meer doet en meer kost dan de referentie, een punt per parametertrekking. ${rows}.`,
      effect: 'Meer mensen zelfredzaam, procentpunten',
      cost: 'Meer kosten, euro per persoon',
      note: 'Een punt per parametertrekking, zonder het toeval van personen.',
      row: (approach, share) => `${approach}: kost meer in ${share} van de trekkingen`,
    },
    row: (approach, value, euros) => `${approach}: ${value} bij ${euros}`,
  },
};
