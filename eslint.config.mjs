import nx from '@nx/eslint-plugin';
import { writtenWords } from './libs/web/ui/lint/written-words.mjs';

/** The rooms of the API, and those that each of them stands on. */
const roomsBelow = {
  core: [],
  accounts: ['core'],
  activity: ['core'],
  imprint: ['core', 'activity'],
  plans: ['core', 'activity'],
  seats: ['core'],
  shows: ['core', 'activity', 'plans', 'seats'],
  bookings: ['core', 'accounts', 'activity', 'plans', 'seats', 'shows'],
  tickets: ['core', 'accounts', 'activity', 'plans', 'seats', 'shows', 'bookings'],
  audit: ['core', 'accounts', 'activity', 'plans', 'seats', 'shows', 'bookings'],
  mail: ['core', 'accounts', 'activity', 'plans', 'seats', 'shows', 'bookings'],
  admin: [
    ...['core', 'accounts', 'activity', 'imprint', 'plans', 'seats', 'shows', 'bookings'],
    ...['audit', 'mail', 'tickets'],
  ],
};

/** Who may touch whom: the picture of the workspace in the README, as rules. */
const walls = [
  { sourceTag: 'room:domain', onlyDependOnLibsWithTags: [] },
  ...Object.entries(roomsBelow).map(([room, below]) => ({
    sourceTag: `room:api-${room}`,
    onlyDependOnLibsWithTags: ['room:domain', ...below.map((lower) => `room:api-${lower}`)],
  })),
  { sourceTag: 'room:api-shell', onlyDependOnLibsWithTags: ['side:api', 'room:domain', 'room:embedded-mongo'] },
  { sourceTag: 'room:embedded-mongo', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'room:prove', onlyDependOnLibsWithTags: ['side:api', 'room:domain', 'room:testing'] },
  { sourceTag: 'room:api-e2e', onlyDependOnLibsWithTags: ['room:domain', 'room:testing', 'room:embedded-mongo'] },
  { sourceTag: 'room:bench', onlyDependOnLibsWithTags: ['room:embedded-mongo'] },
  { sourceTag: 'room:testing', onlyDependOnLibsWithTags: ['side:api', 'room:domain', 'room:embedded-mongo'] },
  { sourceTag: 'room:web-api-client', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'room:web-ui', onlyDependOnLibsWithTags: [] },
  ...['room:web-account', 'room:web-seats'].map((sourceTag) => ({
    sourceTag,
    onlyDependOnLibsWithTags: ['room:domain', 'room:web-api-client', 'room:web-ui'],
  })),
  {
    sourceTag: 'room:web-feature',
    onlyDependOnLibsWithTags: [
      'room:domain',
      'room:web-api-client',
      'room:web-ui',
      'room:web-account',
      'room:web-seats',
    ],
  },
  { sourceTag: 'room:web-shell', onlyDependOnLibsWithTags: ['side:web'] },
];

/** Packages that a room may not import, with the reason a reader sees. */
const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
/** What starts a room that stands on this one, or beside it. */
const notBelow = (room) => {
  const others = Object.keys(roomsBelow).filter((other) => other !== room && !roomsBelow[room].includes(other));
  return {
    regex: `^(?:@modex/testing/|@modex/api-|\\./)(?:${others.join('|')})(?:/.*)?$`,
    message: `The tests of ${room} start only the rooms that it stands on.`,
  };
};
const persistenceOnly = {
  group: ['mongoose', '@nestjs/mongoose', 'mongodb'],
  message: 'Mongoose lives in persistence/ only; go through the repository.',
};
const noDocuments = {
  group: ['mongoose', '@nestjs/mongoose', 'mongodb'],
  message: 'The admin owns no documents; ask the room that does.',
};
const ownShapes = {
  group: ['class-validator'],
  importNames: ['IsOptional', 'IsISO8601', 'IsRFC3339', 'IsDateString', 'IsDate'],
  message: 'null is not absent, and times are read in one place: use @Optional, @Nullable, @Instant of api-core.',
};
const noHttp = {
  group: ['**/http/**', '**/persistence/**'],
  message: 'A service knows neither HTTP nor documents; use the port and domain types.',
};

/** The two sides share the contract and the rules of the domain, and no framework of the one is in the other. */
const noAngular = { group: ['@angular/*'], message: 'The API knows no Angular.' };
const noServer = {
  group: ['@nestjs/*', 'mongoose', 'mongodb', 'fastify', '@fastify/*', 'node:*'],
  message: 'The site runs in a browser; what it knows of the API stands in the client.',
};

/** Where a dialog is opened it has Back, Escape and the focus right: in one place. */
const bareDialog = {
  group: ['@angular/material/dialog', '@angular/cdk/dialog'],
  importNames: ['MatDialog', 'Dialog'],
  message: 'Open a dialog with Dialogs of web/ui: Back closes it, and the focus goes back to where it was.',
};
/** A form that is sent by anything but `mxForm` is sent twice by a double tap, and misses what the browser filled in. */
const bareForm = {
  group: ['@angular/forms/signals'],
  importNames: ['FormRoot'],
  message: 'Send a form with mxForm of web/ui: it is sent once, however often its button is pressed.',
};
/** What a test drives a page with. */
const testDoor = {
  group: ['@modex/web-ui/testing', '@modex/web-seats/testing', '**/testing/*', '**/*.harness'],
  message: 'Only tests drive a page: import it in a spec or a harness.',
};
/** The secure-only properties, but for those that a file asks for first, and knows what to do without. */
const secureOnlyBut = (...asked) => secureOnly.filter(({ property }) => !asked.includes(property));
/** What browsers have on https and on their own machine only: over plain HTTP in a local network it is missing. */
const secureOnly = [
  ...[
    'randomUUID',
    'subtle',
    'clipboard',
    'serviceWorker',
    'wakeLock',
    'geolocation',
    'mediaDevices',
    'cookieStore',
  ].map((property) => ({ property })),
  ...['share', 'locks', 'credentials', 'storage', 'bluetooth', 'usb', 'gpu'].map((property) => ({
    object: 'navigator',
    property,
  })),
].map((used) => ({
  ...used,
  message:
    'Missing over plain HTTP in a local network, where Modex must work too: find another way (newKey of web/ui).',
}));

/** A test that runs alone, or never; one that needs a server of its own may choose `it` or `it.skip` by that. */
const lonelyTests = [
  'MemberExpression[object.name=/^(describe|it|test)$/][property.name="only"]',
  'CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name="skip"]',
].map((selector) => ({ selector, message: 'Every test runs, on every machine.' }));

/** Attributes and inputs whose values nobody reads, besides those that the rule knows: every other one is words. */
const notWords = [
  // What browsers, screen readers and the router are told.
  ...[
    'aria-labelledby',
    'aria-describedby',
    'aria-live',
    'ariaCurrentWhenActive',
    'autocapitalize',
    'enterkeyhint',
    'inputmode',
    'popovertarget',
    'scope',
    'translate',
  ],
  // How something is drawn.
  ...['d', 'preserveAspectRatio', 'matButton', 'mode', 'mxBack', 'tone'],
  // Which of several things is meant.
  ...['headingId', 'reason'],
];

/** Sentences in expressions, in the code and in templates; what nobody reads but who runs or writes the site is English. */
const toThose = ':not(ThrowStatement *):not(CallExpression[callee.object.name="console"] *)';
const unmarkedInCode = [
  `Literal[value=/^[A-Z][^A-Z]* [a-z]/]${toThose}`,
  `:not(TaggedTemplateExpression) > TemplateLiteral > TemplateElement[value.raw=/(^[A-Z]| )[a-z]+ [a-z]/]:not(Decorator *)${toThose}`,
].map((selector) => ({ selector, message: 'Mark it for translation, as a whole sentence: $localize`…`.' }));
const unmarkedInTemplates = [
  {
    selector: 'LiteralPrimitive[value=/[A-Za-z]{2} |^[A-Z][a-z]/]',
    message: 'Write the text as a text with i18n, once for each case, or mark it in the code.',
  },
];

/** The same settings, for these files alone. */
const within = (configs, files) => configs.map((config) => ({ ...config, files }));

export default [
  { ignores: ['**/dist', '**/coverage', '**/generated', '**/.angular', '**/tmp'] },
  ...within(nx.configs['flat/angular'], ['apps/web/**/*.ts', 'libs/web/**/*.ts']),
  ...within(nx.configs['flat/angular-template'], ['apps/web/**/*.html', 'libs/web/**/*.html']),
  ...nx.configs['flat/base'],
  ...nx.configs['flat/typescript'],
  ...nx.configs['flat/javascript'],
  {
    files: ['apps/web/**/*.html', 'libs/web/**/*.html'],
    plugins: { modex: { rules: { 'written-words': writtenWords } } },
    rules: { 'modex/written-words': 'error' },
  },
  {
    // Every text goes through a mark; the page around the app is the server's, and a test's page has no readers.
    files: ['apps/web/**/*.html', 'libs/web/**/*.html'],
    ignores: ['apps/web/src/index.html', '**/*.spec.ts/*.html'],
    rules: {
      '@angular-eslint/template/i18n': ['error', { checkId: false, ignoreAttributes: notWords }],
      'no-restricted-syntax': ['error', ...unmarkedInTemplates],
    },
  },
  {
    files: ['apps/web/src/**/*.ts', 'libs/web/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.harness.ts', 'libs/web/ui/src/testing/**'],
    rules: { 'no-restricted-syntax': ['error', ...unmarkedInCode] },
  },
  // A rule holds everywhere or is changed here; no file excuses itself.
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.ts', '**/*.js', '**/*.mjs', '**/*.cjs'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: ['^.*/jest\\.preset\\.js$'],
          depConstraints: walls,
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      // A class gets by its constructor what it works with.
      'max-params': ['error', 5],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // The tests of a room start it with the rooms below it; what the room itself ships still may not touch their tools.
    files: ['libs/api/**/*.spec.ts', 'apps/api/**/*.spec.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: ['@modex/testing', '@modex/testing/*'], depConstraints: walls },
      ],
    },
  },
  ...Object.keys(roomsBelow).map((room) => ({
    files: [`libs/api/${room}/src/**/*.spec.ts`, `libs/testing/src/rooms/${room}.ts`],
    rules: forbid(notBelow(room)),
  })),
  {
    files: ['libs/testing/src/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: forbid({
      regex: '^(?:\\./rooms/|@modex/api-(?!core$))',
      message: 'What all tests use starts no room; it belongs to rooms/.',
    }),
  },
  {
    // What only the types tell: a promise that nobody waits for, a state that a switch forgets, a thrown text.
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['**/*.spec.ts'], rules: { 'no-restricted-syntax': ['error', ...lonelyTests] } },
  {
    // A suite is one long function; a generator of random input is a list of its kinds; what runs in a page stands alone.
    files: ['**/*.ts'],
    ignores: ['**/*.spec.ts', '**/arbitrary-*.ts', 'apps/web-e2e/src/support/readable.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['**/*.cjs', '**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      ...forbid({
        regex: '^(?!dinero[.]js/currencies$|@scure/base$)[^.]',
        message: 'The domain is pure TypeScript: it imports nothing but the list of currencies and base 32.',
      }),
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
    rules: forbid(persistenceOnly, noAngular, ownShapes),
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
    rules: forbid(persistenceOnly, noAngular, ownShapes, noHttp),
  },
  {
    files: ['libs/api/admin/src/**/*.ts'],
    ignores: ['libs/api/admin/src/http/**', '**/*.spec.ts'],
    rules: forbid(noDocuments, noAngular, ownShapes),
  },
  {
    files: ['libs/web/**/*.ts', 'apps/web/src/**/*.ts'],
    rules: {
      ...forbid(noServer, bareDialog, bareForm, testDoor),
      'no-restricted-properties': ['error', ...secureOnly],
    },
  },
  {
    files: ['libs/web/admin/src/door/{door-camera,door-desk,offline-check.spec}.ts'],
    rules: { 'no-restricted-properties': ['error', ...secureOnlyBut('mediaDevices', 'subtle')] },
  },
  {
    files: [
      'libs/web/**/*.spec.ts',
      'libs/web/**/*.harness.ts',
      'libs/web/{ui,seats}/src/testing.ts',
      'apps/web/src/**/*.spec.ts',
    ],
    rules: forbid(noServer, bareDialog, bareForm),
  },
  { files: ['libs/web/ui/src/dialog/**/*.ts'], rules: forbid(noServer, bareForm) },
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
