// Who may import whom. Read with @swc/core: TypeScript 7 has no JavaScript API the cruiser could use, and without a
// parser it finds no import and reports nothing (test/honesty plants forbidden imports and must see them caught).

// @swc/core's visitor stops at "using" declarations, which it does not know yet; their initializers are what matters.
const { Visitor } = require('@swc/core/Visitor.js')
const visitStatement = Visitor.prototype.visitStatement
Visitor.prototype.visitStatement = function (statement) {
  if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement)
  return { ...statement, decls: this.visitVariableDeclarators(statement.decls) }
}

/** Features of shared that may import other features, by name. All may import kernel and lifecycle. */
const namedOthers = {
  calendar: ['deadlines', 'organisation'],
  cases: ['audit', 'catalogue', 'deadlines', 'dispatch'],
  components: ['catalogue', 'organisation'],
  dispatch: ['deadlines', 'organisation'],
  intake: ['cases', 'components', 'organisation'],
  imports: ['catalogue', 'components', 'organisation'],
  organisation: ['identity'],
  suggestions: ['cases', 'components'],
  tenants: ['cases'],
}

const AWS = '^(@aws-|aws-|@middy|dynamodb-toolbox|constructs|cdk-nag)'
const npmAws = 'node_modules/(@aws-|@smithy|aws-|@middy|dynamodb-toolbox|constructs|cdk-nag)'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const sharedFeatures = [
  forbid(
    'shared-own-feature',
    'A feature of shared imports itself, kernel, lifecycle and the others named in .dependency-cruiser.cjs.',
    { path: '^shared/([^/]+)/', pathNot: `^shared/(${Object.keys(namedOthers).join('|')})/` },
    { path: '^shared/', pathNot: ['^shared/$1/', '^shared/(kernel|lifecycle)/'] },
  ),
  ...Object.entries(namedOthers).map(([feature, others]) =>
    forbid(
      `shared-${feature}`,
      `shared/${feature} imports itself, kernel, lifecycle and ${others.join(', ')}.`,
      { path: `^shared/${feature}/` },
      { path: '^shared/', pathNot: `^shared/(${[feature, 'kernel', 'lifecycle', ...others].join('|')})/` },
    ),
  ),
  forbid(
    'shared-kernel-is-the-ground',
    'shared/kernel imports no feature, lifecycle included.',
    { path: '^shared/kernel/' },
    { path: '^shared/', pathNot: '^shared/kernel/' },
  ),
]

module.exports = {
  forbidden: [
    forbid(
      'no-circle',
      'Modules do not import each other in a circle.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    // aws-lambda is a package of types alone (@types/aws-lambda): nothing is there to resolve at run time
    forbid(
      'resolvable',
      'An import that leads nowhere.',
      {},
      { couldNotResolve: true, pathNot: '^aws-lambda$' },
    ),
    forbid(
      'declared',
      'A package is declared in package.json; what runs in production is no devDependency.',
      { path: '^(shared|functions|web)/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'shared-is-the-product',
      'shared imports nothing of functions, infra, web or test.',
      { path: '^shared/' },
      { path: '^(functions|infra|web|test)/' },
    ),
    forbid(
      'shared-runs-anywhere',
      'shared knows no AWS, no Node, no React.',
      { path: '^shared/' },
      { path: [AWS, npmAws, 'node_modules/(react|react-dom|next)/'] },
    ),
    forbid(
      'shared-no-node',
      'shared knows no AWS, no Node, no React.',
      { path: '^shared/' },
      { dependencyTypes: ['core'] },
    ),
    ...sharedFeatures,
    forbid(
      'functions-inward',
      'functions imports nothing of infra, web or test.',
      { path: '^functions/' },
      { path: '^(infra|web|test)/' },
    ),
    forbid(
      'use-cases-no-aws',
      'A feature of functions knows shared and its own ports; AWS is spoken in functions/platform alone.',
      { path: '^functions/[^/]+/', pathNot: '^functions/(platform|entries)/' },
      { path: [AWS, npmAws, '^functions/(platform|entries)/'] },
    ),
    forbid(
      'use-cases-own-feature',
      'A feature of functions imports no other feature of functions; kernel is the ground of all.',
      { path: '^functions/([^/]+)/', pathNot: '^functions/(platform|entries)/' },
      { path: '^functions/[^/]+/', pathNot: ['^functions/$1/', '^functions/kernel/'] },
    ),
    forbid(
      'platform-knows-ports',
      'functions/platform implements ports: it imports no use case and no entry.',
      { path: '^functions/platform/' },
      {
        path: '^functions/',
        pathNot: [
          '^functions/(platform|kernel)/',
          '^functions/[^/]+/ports\\.ts$',
          '^functions/manifest\\.ts$',
        ],
      },
    ),
    forbid(
      'manifest-is-data',
      'functions/manifest.ts, with its lists, is read by infra/cloud: it imports shared only.',
      { path: '^functions/manifest(\\.ts$|/)' },
      { pathNot: '^(shared|functions/manifest)/' },
    ),
    forbid(
      'nobody-imports-entries',
      'Entries are bundled by path.',
      { path: '^(functions|infra|web)/' },
      { path: '^functions/entries/' },
    ),
    forbid(
      'cloud',
      'infra/cloud imports shared and functions/manifest.ts; it bundles entries by path.',
      { path: '^infra/cloud/' },
      { path: '^(functions|web|test|infra)/', pathNot: ['^infra/cloud/', '^functions/manifest\\.ts$'] },
    ),
    forbid(
      'local-is-generic',
      'infra/local reads an assembly and knows nothing of the product.',
      { path: '^infra/local/' },
      { path: '^(shared|functions|web|test|infra)/', pathNot: '^infra/local/' },
    ),
    forbid(
      'nobody-imports-local',
      'Nothing that deploys imports infra/local: the commands start it, tests use it.',
      { path: '^(shared|functions|web|infra/cloud)/' },
      { path: '^infra/local/' },
    ),
    forbid(
      'web',
      'web knows shared and HTTP.',
      { path: '^web/' },
      { path: ['^(functions|infra|test)/', AWS, npmAws] },
    ),
    forbid('nobody-imports-tests', 'Tests are imported by tests.', { pathNot: '^test/' }, { path: '^test/' }),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|\\.build|cdk\\.out)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
}
