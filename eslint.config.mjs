import nx from '@nx/eslint-plugin';

/** Who may touch whom: the picture of the house in the README, as rules. */
const walls = [
  { sourceTag: 'room:domain', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'room:api-core', onlyDependOnLibsWithTags: ['room:domain'] },
  { sourceTag: 'room:api-accounts', onlyDependOnLibsWithTags: ['room:domain', 'room:api-core'] },
  { sourceTag: 'room:api-shows', onlyDependOnLibsWithTags: ['room:domain', 'room:api-core'] },
  { sourceTag: 'room:api-seats', onlyDependOnLibsWithTags: ['room:domain', 'room:api-core', 'room:api-shows'] },
  {
    sourceTag: 'room:api-bookings',
    onlyDependOnLibsWithTags: ['room:domain', 'room:api-core', 'room:api-accounts', 'room:api-shows', 'room:api-seats'],
  },
  {
    sourceTag: 'room:api-admin',
    onlyDependOnLibsWithTags: [
      'room:domain',
      'room:api-core',
      'room:api-accounts',
      'room:api-shows',
      'room:api-seats',
      'room:api-bookings',
    ],
  },
  { sourceTag: 'room:api-shell', onlyDependOnLibsWithTags: ['side:api', 'room:domain', 'room:embedded-mongo'] },
  { sourceTag: 'room:embedded-mongo', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'room:prove', onlyDependOnLibsWithTags: ['side:api', 'room:domain', 'room:testing'] },
  { sourceTag: 'room:api-e2e', onlyDependOnLibsWithTags: ['room:domain', 'room:testing', 'room:embedded-mongo'] },
  { sourceTag: 'room:testing', onlyDependOnLibsWithTags: ['side:api', 'room:domain', 'room:embedded-mongo'] },
  { sourceTag: 'room:web-api-client', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'room:web-ui', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'room:web-account', onlyDependOnLibsWithTags: ['room:web-api-client', 'room:web-ui'] },
  {
    sourceTag: 'room:web-feature',
    onlyDependOnLibsWithTags: ['room:web-api-client', 'room:web-ui', 'room:web-account'],
  },
  { sourceTag: 'room:web-shell', onlyDependOnLibsWithTags: ['side:web'] },
];

/** Packages that a room may not import, with the reason a reader sees. */
const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const persistenceOnly = {
  group: ['mongoose', '@nestjs/mongoose', 'mongodb'],
  message: 'Mongoose lives in persistence/ only; go through the repository.',
};
const noHttp = {
  group: ['**/http/**', '**/persistence/**'],
  message: 'A service knows neither HTTP nor documents; use the port and domain types.',
};

/** The two sides share nothing but the contract: no framework of the one in the other. */
const noAngular = { group: ['@angular/*'], message: 'The API knows no Angular.' };
const noServer = {
  group: ['@nestjs/*', 'mongoose', 'mongodb', 'fastify', '@fastify/*', 'node:*'],
  message: 'The site runs in a browser; what it knows of the API stands in the client.',
};

/** A test that runs alone, or never; one that needs a server of its own may choose `it` or `it.skip` by that. */
const lonelyTests = [
  'MemberExpression[object.name=/^(describe|it|test)$/][property.name="only"]',
  'CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name="skip"]',
].map((selector) => ({ selector, message: 'Every test runs, on every machine.' }));

/** The same settings, for these files alone. */
const within = (configs, files) => configs.map((config) => ({ ...config, files }));

export default [
  { ignores: ['**/dist', '**/coverage', '**/generated', '**/.angular', '**/tmp'] },
  ...within(nx.configs['flat/angular'], ['apps/web/**/*.ts', 'libs/web/**/*.ts']),
  ...within(nx.configs['flat/angular-template'], ['apps/web/**/*.html', 'libs/web/**/*.html']),
  ...nx.configs['flat/base'],
  ...nx.configs['flat/typescript'],
  ...nx.configs['flat/javascript'],
  // A rule holds everywhere or is changed here; no file excuses itself.
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.ts', '**/*.js', '**/*.mjs', '**/*.cjs'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: ['^.*/jest\\.preset\\.js$'],
          // The frame shows who is signed in; the sign-in page itself is loaded when it is needed.
          checkDynamicDependenciesExceptions: ['@modex/web-account'],
          depConstraints: walls,
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // The tests of a room run the whole API; what the room itself ships still may not touch it.
    files: ['libs/api/**/*.spec.ts', 'apps/api/**/*.spec.ts'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: ['@modex/testing'], depConstraints: walls }],
    },
  },
  { files: ['**/*.spec.ts'], rules: { 'no-restricted-syntax': ['error', ...lonelyTests] } },
  {
    // A suite is one long function; a generator of random input is a list of its kinds.
    files: ['**/*.ts'],
    ignores: ['**/*.spec.ts', '**/arbitrary-*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['**/*.cjs', '**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      ...forbid({ regex: '^[^.]', message: 'The domain is pure TypeScript: it imports nothing.' }),
      'no-restricted-globals': ['error', 'Date', 'setTimeout', 'setInterval', 'process', 'crypto', 'performance'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The domain has no random.' },
      ],
    },
  },
  {
    // Modules register schemas. The health check asks the connection itself whether it lives, and no document.
    files: ['libs/api/*/src/**/*.ts', 'apps/api/src/**/*.ts'],
    ignores: ['**/persistence/**', '**/*.spec.ts', '**/*.module.ts', 'libs/api/core/src/http/health.controller.ts'],
    rules: forbid(persistenceOnly, noAngular),
  },
  {
    // Use cases and ports: whatever is neither at the edge of its room nor wires it. The plumbing is HTTP itself.
    files: ['libs/api/*/src/**/*.ts'],
    ignores: [
      'libs/api/core/src/**',
      'libs/api/*/src/{http,persistence}/**',
      'libs/api/*/src/index.ts',
      '**/*.module.ts',
      '**/*.spec.ts',
    ],
    rules: forbid(persistenceOnly, noAngular, noHttp),
  },
  { files: ['libs/web/**/*.ts', 'apps/web/src/**/*.ts'], rules: forbid(noServer) },
  {
    files: ['libs/api/**/*.ts', 'apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/config/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is read once, in apps/api/src/config.' },
      ],
    },
  },
];
