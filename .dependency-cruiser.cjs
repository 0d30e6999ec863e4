// The road of the data runs downwards only. A layer may import the layers listed for it and nothing else of ours.
const may = {
  engine: [],
  machine: [],
  domain: ['engine'],
  scenario: ['domain', 'engine'],
  simulation: ['domain', 'engine', 'machine'],
  analysis: ['simulation', 'domain', 'engine'],
  output: ['analysis', 'simulation', 'domain', 'engine', 'scenario', 'machine'],
  run: ['output', 'analysis', 'simulation', 'domain', 'engine', 'scenario', 'machine'],
  api: ['run', 'output', 'analysis', 'simulation', 'domain', 'engine', 'scenario'],
};

const layers = Object.entries(may).map(([layer, allowed]) => ({
  name: `${layer}-imports-downwards`,
  comment: `src/${layer} may import only: ${[layer, ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${[layer, ...allowed].join('|')})/` },
}));

// Within the engine likewise: a model is compiled, and either kernel runs what was compiled.
const engineMay = {
  random: [],
  model: ['random'],
  compile: ['model', 'random'],
  reference: ['compile', 'model', 'random'],
  wasm: ['compile', 'model', 'random'],
};

const engineFolders = Object.entries(engineMay).map(([folder, allowed]) => ({
  name: `engine-${folder}-imports-downwards`,
  comment: `src/engine/${folder} may import only: ${[folder, ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^src/engine/${folder}/` },
  to: { path: '^src/', pathNot: `^src/engine/(${[folder, ...allowed].join('|')})/` },
}));

const pure = {
  name: 'pure-parts-do-no-input-or-output',
  comment:
    'engine, domain, analysis and the sums of the simulation compute; they read no file; that they ask no clock either, tests/documents/source.test.ts looks',
  severity: 'error',
  from: {
    path: '^src/(engine|domain|analysis|simulation/(results|cohort|points|sweep|targets|trace|bare-model))/|^src/simulation/(task|seed)[.]ts$',
  },
  to: { dependencyTypes: ['core'] },
};

const page = {
  name: 'what-runs-in-a-browser-does-without-node',
  comment:
    'the page simulates where it is read; its bundle fails on any module of Node.js, this tells where it is',
  severity: 'error',
  from: { path: '^src/output/page/', pathNot: '^src/output/page/format-page[.]ts$' },
  to: { dependencyTypes: ['core'] },
};

const cli = {
  name: 'cli-is-words-and-looks',
  comment:
    'src/cli asks src/run for everything that is done; of the other layers it uses only how things are shown',
  severity: 'error',
  from: { path: '^src/cli/' },
  to: {
    path: '^src/',
    pathNot: '^src/(cli|run|output)/|^src/scenario/check/diagnostic',
  },
};

const unheard = {
  name: 'nothing-below-the-command-line-knows-a-terminal',
  comment: 'what runs is told how it goes by an interface, and ends by returning or throwing',
  severity: 'error',
  from: { path: '^src/', pathNot: '^src/cli/' },
  to: { path: 'node_modules/(commander|chalk|cli-progress|cli-table3|@bomb\\.sh)/' },
};

module.exports = {
  forbidden: [
    ...layers,
    ...engineFolders,
    pure,
    page,
    cli,
    unheard,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
