import { describe, expect, it } from 'vitest';
import { showProbability } from '../../src/cli/terminal/cells.js';
import { toldProbability } from '../../src/output/report/verdict.js';
import { type Contrast, sayVerdict } from '../../src/output/verdict.js';
import { wordsIn } from '../../src/output/words/words.js';

const euros = (estimate: number, low: number, high: number) => ({
  unit: 'euros',
  estimate,
  mcse: 100,
  low,
  high,
});

/** 3,900 less bijstand against 8,500 more programme. */
const made: Contrast = {
  approach: 'parallel',
  reference: 'sequential',
  balance: euros(-4600, -8000, -1100),
  bijstand: euros(-3900, -6500, -1200),
  programme: euros(8500, 5200, 11_800),
  onBijstand: { unit: 'share', estimate: -0.045, mcse: 0.001, low: -0.08, high: -0.01 },
  influences: [
    { path: 'income.search_closed', share: 0.236, rises: false },
    { path: 'effects.work', share: 0.1, rises: true },
    { path: 'effects.exam', share: 0.05, rises: true },
  ],
  tried: [],
  draws: 64,
};

const DESIGN = { draws: 4, replications: 1 };

const say = (changes: Partial<Contrast> = {}) => sayVerdict({ ...made, ...changes }, 'en');

it('tells no chance of doing better where no life differs, since ties make a half', () => {
  const none = { unit: 'euros', estimate: 0, mcse: 0, low: -9, high: 9, probabilityBetter: 0.5 };
  expect(toldProbability(none)).toBeNaN();
  expect(toldProbability({ ...none, mcse: 3 })).toBe(0.5);
  const cell = ({ low: parameterLow, high: parameterHigh, ...row }: typeof none) =>
    showProbability({ ...row, parameterLow, parameterHigh, shown: row.estimate, error: 1 }, DESIGN);
  expect([cell(none), cell({ ...none, estimate: 2 })]).toEqual(['-', '50']);
});

it('tells no chance of doing better where chance hides the difference', () => {
  const all = { unit: 'euros', estimate: 400, mcse: 90, low: 100, high: 700, probabilityBetter: 1 };
  const [none, noise] = [
    { ...all, low: Number.NaN, high: Number.NaN },
    { ...all, mcse: 300 },
  ];
  expect([all, none, noise].map(toldProbability)).toEqual([1, Number.NaN, Number.NaN]);
  const shown = { ...none, shown: 400, error: 100, parameterLow: Number.NaN, parameterHigh: Number.NaN };
  expect(showProbability(shown, DESIGN)).toBe('-');
});

describe('sayVerdict', () => {
  it('says that an approach does not pay, what that hangs on, and what the studies found', () => {
    const { pays, hangsOn, evidence } = say();
    // The costs, not the balance: 4,600 more, 1,100 to 8,000.
    expect(pays).toBe(
      '“parallel” does not pay: bijstand and programme together cost €4,600 a person more than under “sequential” (95% interval €1,100 to €8,000).',
    );
    // The interval of the programme is 6,600 wide, that of the bijstand 5,300.
    expect(hangsOn).toBe(
      'A person costs €3,900 less in bijstand and €8,500 more in programme. It would pay if the programme cost less than €3,900 extra. ' +
        'Most of the doubt is in what the programme costs (95% interval +€5,200 to +€11,800). ' +
        'Of the assumptions, it hangs most on income.search_closed (24% of the spread) and effects.work (10% of the spread).',
    );
    expect(evidence).toMatch(/^Compared with the literature: 4.5 percentage points .* plausible/);
  });

  it('says that it pays, and when it would no longer', () => {
    const { pays, hangsOn } = say({
      balance: euros(4600, 1100, 8000),
      bijstand: euros(-8500, -12_000, -5000),
      programme: euros(3900, 2000, 5800),
      influences: [],
    });
    expect(pays).toMatch(/^“parallel” pays: .* €4,600 a person less .*€1,100 to €8,000\)\.$/);
    expect(hangsOn).toBe(
      'A person costs €8,500 less in bijstand and €3,900 more in programme. It stops paying once the programme costs more than €8,500 extra. ' +
        'Most of the doubt is in the bijstand (95% interval -€12,000 to -€5,000). ' +
        'Over all 64 parameter draws, in which everything varies at once, no single assumption stands out; more draws may tell.',
    );
  });

  it('names what moves the balance most by itself, where nothing stands out over the draws', () => {
    const tried = [
      { path: 'still', at_low: -2000, at_high: -2040 },
      { path: 'second', at_low: -3100, at_high: -2000 },
      { path: 'first', at_low: -500, at_high: -3949 },
      { path: 'third', at_low: -2000, at_high: -2200 },
    ];
    const end = (language: 'en' | 'nl', influences: Contrast['influences'] = [], all = tried) =>
      sayVerdict({ ...made, influences, tried: all }, language)
        .hangsOn.split(/(?=Over al|Of the|Of \d|Van \d)/)
        .slice(1);
    // 3449 and 1100 euros apart; 40 are too few to tell.
    expect(end('en')[1]).toBe(
      'Of 4 assumptions that were put at both ends of their ranges one by one, the balance moves most with: first and second.',
    );
    expect(end('nl')[1]).toBe(
      'Van 4 aannames die één voor één op beide uiteinden van hun bandbreedte zijn gezet, verschuift het saldo het meest door: first en second.',
    );
    expect(end('en', [], tried.slice(1, 2))[1]).toBe(
      'Of the assumptions one was put at both ends of its range, and it moves the balance: second.',
    );
    expect(end('en', [], tried.slice(0, 1))).toHaveLength(1);
    expect(end('en', made.influences)).toHaveLength(1);
    // Alone, without that none stands out.
    expect(say({ influences: [], tried }).most).toMatch(/^Of 4 assumptions that .* first and second\.$/);
    expect(say({ tried }).most).toMatch(/^Of the assumptions, it hangs most on income\.search_closed/);
  });

  it('cannot tell where the interval holds zero, or where there is none', () => {
    expect(say({ balance: euros(-500, -3000, 2000) }).pays).toMatch(/cannot tell whether “parallel” pays/);
    const { NaN: none } = Number;
    const small = say({
      balance: euros(-500, none, none),
      bijstand: euros(-3900, none, none),
      influences: null,
    });
    expect(small.pays).toMatch(/too small to give its 95% interval/);
    expect(small.hangsOn).toBe(
      'A person costs €3,900 less in bijstand and €8,500 more in programme. It would pay if the programme cost less than €3,900 extra.',
    );
  });

  it('names both parts whichever way they go', () => {
    const parts = (bijstand: number, programme: number) =>
      say({
        bijstand: euros(bijstand, Number.NaN, Number.NaN),
        programme: euros(programme, Number.NaN, Number.NaN),
        influences: null,
      }).hangsOn;
    expect(parts(-1000, -2000)).toBe('A person costs €1,000 less in bijstand and €2,000 less in programme.');
    expect(parts(1000, 2000)).toBe('A person costs €1,000 more in bijstand and €2,000 more in programme.');
    expect(parts(1000, -2000)).toBe('A person costs €1,000 more in bijstand and €2,000 less in programme.');
  });

  it('says nothing more of approaches that cost the same, and nothing at all without a balance', () => {
    const same = say({ balance: { ...euros(0, 0, 0), mcse: 0 }, onBijstand: undefined });
    expect(same).toMatchObject({ hangsOn: '', evidence: '' });
    expect(same.pays).toMatch(/costs exactly what “sequential” costs/);
    expect(say({ balance: undefined })).toEqual({ pays: '', hangsOn: '', most: '', evidence: '' });
  });

  it('weighs the gain as it is shown', () => {
    const gain = (estimate: number) =>
      say({ onBijstand: { unit: 'share', estimate, mcse: 0.01, low: -0.09, high: 0.01 } }).evidence;
    // 5.4 reads as 5 with an MCSE of a percentage point.
    expect(gain(-0.054)).toMatch(/5 percentage points .* lies within .* includes zero/);
    expect(gain(-0.064)).toMatch(/is more than the published studies make plausible/);
    expect(gain(-0.094)).toMatch(/outside the evidence/);
    expect(gain(0.02)).toMatch(/is a loss/);
  });

  it('says of an interval that leaves out zero whether its end is printed as 0', () => {
    const said = (low: number, high: number, language: 'en' | 'nl' = 'en') =>
      sayVerdict(
        { ...made, onBijstand: { unit: 'share', estimate: (low + high) / 2, mcse: 0.001, low, high } },
        language,
      ).evidence;
    expect(said(-0.026, -0.0004)).toMatch(/only just excludes zero: rounded, it ends there/);
    expect(said(0.0004, 0.026)).toMatch(/only just excludes zero/);
    expect(said(-0.026, -0.0004, 'nl')).toMatch(/omvat nul net niet: afgerond eindigt het daar/);
    // 0.06 % reads 0.1 %.
    expect(said(-0.026, -0.0006)).toMatch(/ excludes zero; /);
    expect(said(-0.026, 0.0004)).toMatch(/ includes zero: /);
  });

  it('speaks Dutch', () => {
    const { pays, hangsOn } = sayVerdict(made, 'nl');
    expect(pays).toMatch(/^‘parallel’ loont niet: .* €\u00a04\.600 meer/);
    expect(hangsOn).toContain('Het zou lonen als het programma minder dan €\u00a03.900 extra kostte.');
    expect(hangsOn).toContain('income.search_closed (24% van de spreiding)');
  });

  it('says nothing of a direction where the run can only print zero', () => {
    // To the nearest hundred: -38, and 20 to 10 at both ends.
    const close = say({
      balance: euros(-38, -40, 20),
      bijstand: euros(-30, -90, 40),
      programme: euros(8, 0, 20),
    });
    expect(close.pays).toBe(
      'The net balance of “parallel” is about as high as that of “sequential”; this run has too few draws to tell more.',
    );
    expect(close.hangsOn).toMatch(
      /^A person costs about as much in bijstand and about as much in programme\./,
    );
    const unknown = say({ balance: { ...euros(40, Number.NaN, Number.NaN), shown: 0 } });
    expect(unknown.pays).toBe(close.pays);
    const dutch = sayVerdict({ ...made, balance: euros(49, -8000, 3000) }, 'nl').pays;
    expect(dutch).toContain(
      'is ongeveer even hoog als dat van ‘sequential’ (95%-interval -€\u00a08.000 tot +€\u00a03.000);',
    );
    // Told by the interval and by the noise, but printed with another that is less sure: no verdict either.
    expect(say({ balance: { ...euros(400, 300, 500), error: 1000, shown: 0 } }).pays).toContain(
      'about as high',
    );
    expect(close.pays + dutch).not.toMatch(/higher|lower|hoger|lager|less|minder|meer dan/);
  });

  it('says of each part which way it goes, unless it is printed as zero', () => {
    const { hangsOn } = say({ bijstand: euros(20, -500, 500), programme: euros(8500, 5200, 11_800) });
    expect(hangsOn).toMatch(/^A person costs about as much in bijstand and €8,500 more in programme\./);
    const level = say({ bijstand: euros(-300, -500, 0), programme: euros(300, 0, 500) });
    expect(level.hangsOn).toMatch(/^A person costs €300 less in bijstand and €300 more in programme\./);
    const onBijstand = { unit: 'share', estimate: -0.0004, mcse: 0.01, low: -0.02, high: 0.02 };
    expect(say({ onBijstand }).evidence).toMatch(/about as many are on bijstand after five years/);
  });
});

describe.each([
  ['en', 'higher', 'lower', 'better', 'worse', /\ba person less than\b/, /\ba person more than\b/],
  ['nl', 'hoger', 'lager', 'beter', 'slechter', /minder dan onder/, /meer dan onder/],
] as const)('the words of direction in %s', (language, higher, lower, better, worse, less, more) => {
  const { summary, front, verdict, screen } = wordsIn(language);
  const paysOf = (...balance: [number, number, number]) =>
    sayVerdict({ ...made, balance: euros(...balance) }, language).pays;

  it('follow the sign of the net balance', () => {
    for (const [sign, own, other] of [
      [1, higher, lower],
      [-1, lower, higher],
    ] as const) {
      const unsure = paysOf(sign * 500, -3000, 3000);
      const none = paysOf(sign * 500, Number.NaN, Number.NaN);
      for (const said of [unsure, none]) {
        expect(said).toContain(` ${own} `);
        expect(said).not.toContain(` ${other} `);
      }
    }
    // Of an interval with loss and gain in it, neither is rounded away.
    const { justBelow, justAbove, euros: amount } = wordsIn(language);
    expect(paysOf(4000, -20, 8000)).toContain(` ${justBelow(amount('0'))} `);
    expect(paysOf(-4000, -8000, 20)).toContain(` ${justAbove(amount('0'))})`);
    expect(paysOf(500, -3000, 3000)).not.toMatch(/just|net (?:onder|boven)/);
    // Nor the side of one that leaves out 0 and is printed to 0, as a gain and as costs; but what is exactly 0 is 0.
    expect(paysOf(4000, 20, 8000)).toContain(` ${justAbove(amount('0'))} `);
    expect(paysOf(-4000, -8000, -20)).toContain(` ${justAbove(amount('0'))} `);
    expect(paysOf(4000, 0, 8000)).not.toMatch(/just|net (?:onder|boven)/);
    expect(paysOf(4600, 1100, 8000)).toMatch(less);
    expect(paysOf(-4600, -8000, -1100)).toMatch(more);
  });

  it('follow the signs of bijstand and programme, and of the balance of the municipality', () => {
    const partsOf = (bijstand: number, programme: number) => {
      const parts = { bijstand: euros(bijstand, 1, 2), programme: euros(programme, 1, 2) };
      return sayVerdict({ ...made, ...parts, influences: null }, language).hangsOn.split('. ')[0]!;
    };
    const [minus, plus] = language === 'en' ? ['less', 'more'] : ['minder', 'meer'];
    const directions = (text: string) => text.match(new RegExp(`\\b(?:${minus}|${plus})\\b`, 'g'));
    expect(directions(partsOf(-3900, 8500))).toEqual([minus, plus]);
    expect(directions(partsOf(3900, -8500))).toEqual([plus, minus]);
    expect(directions(partsOf(-3900, -8500))).toEqual([minus, minus]);
    expect(directions(partsOf(3900, 8500))).toEqual([plus, plus]);
    expect([front.ownBetter('1', ''), front.ownWorse('1', '')]).toEqual([
      expect.stringContaining(better),
      expect.stringContaining(worse),
    ]);
    expect([front.paysMore('x', '1'), front.paysLess('x', '1')]).toEqual([`x 1 ${plus}`, `x 1 ${minus}`]);
    expect([front.rises, front.falls]).toEqual([better, worse]);
    expect([verdict.more('1'), verdict.less('1')]).toEqual([`1 ${plus}`, `1 ${minus}`]);
    const names = [['a', 'b'] as const, ['c', 'd'] as const] as const;
    expect([screen.variantBetter(...names, '1', ''), screen.variantWorse(...names, '1', '')]).toEqual([
      expect.stringContaining(better),
      expect.stringContaining(worse),
    ]);
    expect(summary.evidence.negative('1')).toMatch(/verlies|loss/);
  });
});
