// The road of the data runs downwards only. A layer may import the layers listed for it and nothing else of ours.
const may = {
  engine: [],
  machine: [],
  domain: ['engine'],
  scenario: ['domain', 'engine'],
  simulation: ['domain', 'engine', 'machine'],
  analysis: ['simulation', 'domain', 'engine'],
  output: ['analysis', 'simulation', 'domain', 'engine', 'scenario', 'machine'],
};

const layers = Object.entries(may).map(([layer, allowed]) => ({
  name: `${layer}-imports-downwards`,
  comment: `src/${layer} may import only: ${[layer, ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${[layer, ...allowed].join('|')})/` },
}));

const pure = {
  name: 'pure-parts-do-no-input-or-output',
  comment:
    'engine, domain, analysis and the sums of the simulation compute; they read no file, no clock and no environment',
  severity: 'error',
  from: {
    path: '^src/(engine|domain|analysis|simulation/(results|cohort|sweep|targets|trace|bare-model))/|^src/simulation/(task|seed)[.]ts$',
  },
  to: { dependencyTypes: ['core'] },
};

module.exports = {
  forbidden: [
    ...layers,
    pure,
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
