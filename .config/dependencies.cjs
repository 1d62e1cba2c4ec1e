/** The arrows of the house: main, cli > server > schema > runtime, identity, log > projections, decisions > policies > events. */
const only = (name, from, ...to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: {
    pathNot: [
      from,
      ...to,
      'node_modules',
      '^/graphiql',
      // Types alone: there is no module to resolve.
      '^@graphql-typed-document-node/core$',
      '^node:',
      '^(async_hooks|buffer|crypto|diagnostics_channel|dns|fs|http|https|path|url|module|events|stream|zlib|child_process|os|net|timers|util|worker_threads)(/|$)',
    ],
  },
});
const library = (name, from, ...allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: 'node_modules', pathNot: allowed.map((one) => `node_modules/${one}`) },
});
const core = ['^src/policies', '^events'];
const reading = ['^projections', '^src/policies', '^events'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('events-import-nothing', '^events/(?!catalogue)'),
    library('events-know-only-zod', '^events/(?!catalogue)', 'zod'),
    only('policies-are-pure', '^src/policies', '^events'),
    library('policies-know-only-zod', '^src/policies', 'zod'),
    only('decisions-are-pure', '^src/decisions', ...core),
    library('decisions-need-no-library', '^src/decisions'),
    only('projections-know-only-events', '^projections', ...core),
    {
      name: 'apply-is-pure',
      severity: 'error',
      from: { path: '^projections/.+/apply' },
      to: { pathNot: ['^events', '^projections/', '^src/policies'], dependencyTypesNot: ['type-only'] },
    },
    only('keys-know-no-log', '^src/keys/', '^src/(database|start-fault)', '^events'),
    only('observing-stands-alone', '^src/observing/'),
    only(
      'log-knows-the-vocabulary',
      '^src/log/',
      '^src/observing',
      '^src/keys',
      '^src/decisions',
      ...reading,
    ),
    only(
      'runtime-stands-on-log-and-projections',
      '^src/runtime',
      '^src/observing',
      '^src/log',
      '^src/keys',
      '^src/decisions',
      '^src/database',
      ...reading,
    ),
    only('ledger-stands-on-the-log', '^src/ledger', '^src/(log|database|start-fault)', '^events'),
    only(
      'exports-read-and-seal',
      '^src/exports',
      '^src/(runtime|ledger|keys|log|decisions|policies)',
      '^projections',
      '^events',
    ),
    only(
      'webhooks-read-and-send',
      '^src/webhooks',
      '^src/(runtime|ledger|keys|log|decisions|policies|database)',
      '^projections',
      '^events',
    ),
    library('webhooks-classify-addresses', '^src/webhooks', 'ipaddr.js', '@mikro-orm', 'pg'),
    only('forecast-weighs-what-was-read', '^src/forecast', ...reading),
    library('forecast-knows-only-statistics', '^src/forecast', 'ml-'),
    only('disclosure-stands-alone', '^src/disclosure', '^src/database', '^events'),
    only('identity-stands-alone', '^src/identity', '^src/database', '^src/policies', '^events'),
    only(
      'schema-is-the-contract',
      '^schema',
      '^src/(runtime|identity|disclosure|ledger|log|decisions|forecast|policies|webhooks)',
      '^projections',
      '^events',
    ),
    only(
      'server-serves-the-schema',
      '^src/server',
      '^schema',
      '^src/(webhooks|runtime|identity|disclosure|ledger|log|decisions|policies|observing|start-fault)',
      '^projections',
      '^events',
    ),
    {
      name: 'engines-stay-behind-the-port',
      severity: 'error',
      from: { pathNot: '^(src/log|src/main|src/cli|src/house|src/database/migrations|tests)' },
      to: { path: '^src/log/(postgres|memory|kurrentdb)/' },
    },
    {
      name: 'no-drawers',
      severity: 'error',
      from: {},
      to: {
        path: '/(utils?|helpers?|common|shared|services|types|constants)(/|\\.ts$)',
        pathNot: 'node_modules',
      },
    },
    { name: 'nobody-imports-main', severity: 'error', from: {}, to: { path: '^src/(main|cli)' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
