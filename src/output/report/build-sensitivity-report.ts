/** The report of a sensitivity analysis: what the difference between the approaches hangs on. */

import { carriersOf, isShareTold } from '../../analysis/sensitivity/inputs.js';
import type { Language } from '../language.js';
import { labelOfApproach } from '../package/labels.js';
import type { RunFolder } from '../package/run-folder.js';
import { sayFewDraws } from '../say-few-draws.js';
import { sayJoint, valuedInputs } from '../say-joint.js';
import { wordFor } from '../sensitivity.js';
import {
  type Analysis,
  errorOfEnds,
  isSameAsReference,
  jointOf,
  readAnalysis,
  reportedInfluences,
  SHOWN,
  shownInfluences,
  slugOfTable,
  tableNameOf,
  worthOfAll,
} from './analysis-data.js';
import type { AnalysisChapter } from './analysis-report.js';
import { type Block, type Cell, type Figure, paragraph, type TableBlock, textCell } from './blocks.js';
import { parameterName } from './parameter-names.js';
import type { ReportedApproach } from './run-data.js';
import { indicesBlocks, saySensitivityGroups, shareCells } from './sensitivity-groups.js';
import { approachName, intervalCell, numberCell, sayAmount } from './speech.js';
import { TWO_SIDED_95 } from './telling-error.js';

/** What the difference of an approach hangs on, in sentences. */
function sayInfluences(folder: RunFolder, about: Analysis, approach: ReportedApproach): Block[] {
  const { run, speech, unit, isOwn } = about;
  const { quoted, list, analysis, inputGroups } = speech.words;
  const words = analysis.sensitivity;
  if (isSameAsReference(folder, approach.name, run.reference.name)) {
    const [own, reference] = [approach, run.reference].map((each) => quoted(approachName(each)));
    return [paragraph(inputGroups.same(own!, reference!), true)];
  }
  const all = reportedInfluences(folder, approach.name);
  const whose = wordFor(about, inputGroups.whose)(quoted(approachName(approach)));
  const named = (paths: readonly string[]) =>
    list(paths.map((path) => quoted(parameterName(speech, run, path))));
  const { paths, isMost } = carriersOf({ inputs: all });
  const turning = all.filter(({ outcomeAtLow, outcomeAtHigh }) => outcomeAtLow * outcomeAtHigh < 0);
  const worth = worthOfAll(folder, approach.name);
  const amount = (value: number, error: number) =>
    sayAmount(speech, { unit, estimate: value, mcse: error, low: Number.NaN, high: Number.NaN });
  return [
    paragraph(
      paths.length === 0
        ? words.none(whose, String(all.length))
        : (isMost ? words.most : words.some)(whose, named(paths)),
      true,
    ),
    ...saySensitivityGroups(folder, about, approach).map((said) => paragraph(said)),
    paragraph(
      isOwn
        ? inputGroups.leftOut
        : turning.length === 0
          ? words.turningNone
          : words.turning(named(turning.map(({ path }) => path))),
    ),
    ...(worth === undefined
      ? []
      : [
          paragraph(
            Number.isFinite(worth.worth)
              ? words.worth(amount(worth.worth, worth.error), amount(worth.error, worth.error))
              : words.worthUnknown,
          ),
        ]),
  ];
}

function influencesTable(folder: RunFolder, about: Analysis, approach: ReportedApproach): TableBlock {
  const { run, speech, unit, isOwn } = about;
  const { analysis, headings, inputGroups, quoted } = speech.words;
  const words = analysis.sensitivity;
  const all = reportedInfluences(folder, approach.name);
  const shown = shownInfluences(all);
  const error = errorOfEnds(folder, approach.name, all);
  const worthError = Math.max(0, ...all.map((each) => each.worthError).filter(Number.isFinite));
  return {
    kind: 'table',
    name: tableNameOf(run, 'influences', approach),
    sheet: 'summary',
    of: approach.name,
    chart: { kind: 'bar', column: 1, interval: 2 },
    caption: words.caption(
      wordFor(about, inputGroups.whose)(quoted(approachName(approach))),
      String(shown.length),
      String(all.length),
    ),
    columns: [
      { label: words.number, kind: 'text', weight: 3 },
      { label: words.share, kind: 'number' },
      { label: headings.interval, kind: 'interval', weight: 1.3 },
      ...(isOwn
        ? []
        : [
            { label: words.worthOf, kind: 'number' } as const,
            { label: words.worthError, kind: 'number' } as const,
          ]),
      { label: words.atLow, kind: 'number' },
      { label: words.atHigh, kind: 'number' },
    ],
    rows: shown.map((each): Cell[] => {
      const { path, share, shareLow, shareHigh } = each;
      return [
        textCell(parameterName(speech, run, path)),
        ...shareCells(speech, isShareTold(each) ? share : Number.NaN, shareLow, shareHigh),
        ...(isOwn
          ? []
          : [
              numberCell(speech, unit, each.worth, worthError),
              numberCell(speech, unit, each.worthError, worthError),
            ]),
        numberCell(speech, unit, each.outcomeAtLow, error, !isOwn),
        numberCell(speech, unit, each.outcomeAtHigh, error, !isOwn),
      ];
    }),
    note: [words.note(wordFor(about, inputGroups.outcome)), ...(isOwn ? [] : [words.noteWorth])].join(' '),
  };
}

/** The choice between all approaches at once, in sentences and as a table; none where there are two. */
function jointBlocks(
  folder: RunFolder,
  { run, speech, unit }: Analysis,
): { said: Block[]; tables: TableBlock[] } {
  const { words, language } = speech;
  const { quoted, analysis, inputGroups } = words;
  const labelOf = (name: string) => quoted(labelOfApproach(run.manifest, language, name, name));
  const joint = jointOf(folder, labelOf);
  if (joint === undefined) return { said: [], tables: [] };
  const nameOf = (path: string) => parameterName(speech, run, path);
  const said = sayJoint(
    words,
    joint,
    unit,
    (path) => quoted(nameOf(path)),
    (estimate, mcse) =>
      sayAmount(speech, { unit, estimate, mcse, low: Number.NaN, high: Number.NaN }, estimate),
  );
  const { valued, error } = valuedInputs(joint, unit);
  const shown = valued.slice(0, SHOWN);
  return {
    said: [...said, inputGroups.joint.pairs].map((each, i) => paragraph(each, i === 0)),
    tables:
      valued.length === 0
        ? []
        : [
            {
              kind: 'table',
              name: slugOfTable(run, 'worth'),
              sheet: 'summary',
              chart: {
                kind: 'bar',
                column: 1,
                interval: shown.map(({ evppi: { value, error: own } }) =>
                  intervalCell(speech, unit, value - TWO_SIDED_95 * own, value + TWO_SIDED_95 * own, error),
                ),
              },
              caption: inputGroups.joint.caption(String(joint.approaches)),
              columns: [
                { label: analysis.sensitivity.number, kind: 'text', weight: 3 },
                { label: analysis.sensitivity.worthOf, kind: 'number' },
                { label: analysis.sensitivity.worthError, kind: 'number' },
              ],
              rows: shown.map(({ path, evppi }): Cell[] => [
                textCell(nameOf(path)),
                numberCell(speech, unit, evppi.value, error),
                numberCell(speech, unit, evppi.error, error),
              ]),
              note: inputGroups.joint.note,
            },
          ],
  };
}

/** Makes the chapter of a sensitivity analysis in a language. @throws Error when it has no rows */
export function sensitivityChapter(
  folder: RunFolder,
  figures: readonly Figure[],
  language: Language,
): AnalysisChapter {
  const analysis = readAnalysis(folder, 'inputs.csv', language);
  const { run, speech, measure, isOwn } = analysis;
  const { inputGroups, quoted, analysis: known } = speech.words;
  const words = known.sensitivity;
  const draws = String(run.manifest.parameter_draws);
  const joint = jointBlocks(folder, analysis);
  return {
    analysis,
    title: words.title(run.municipality),
    figures,
    said: [
      paragraph(
        isOwn
          ? words.questionOwn(
              run.municipality,
              inputGroups.whose.own(quoted(approachName(run.reference))),
              measure,
              draws,
            )
          : words.question(run.municipality, measure, draws),
      ),
      ...joint.said,
      ...run.others.flatMap((approach) => sayInfluences(folder, analysis, approach)),
      ...(run.others.every(({ name }) => worthOfAll(folder, name) === undefined)
        ? []
        : sayFewDraws(run.manifest.parameter_draws, language).map((said) => paragraph(said))),
    ],
    tables: [
      ...joint.tables,
      ...run.others.map((approach) => influencesTable(folder, analysis, approach)),
      ...run.others.flatMap((approach) => indicesBlocks(folder, analysis, approach)),
    ],
  };
}
