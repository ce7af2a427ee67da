const nxPreset = require('@nx/jest/preset').default;

// Nest 12 and a few of its dependencies are ES modules only; Jest's CommonJS loader cannot require() them
// without --experimental-vm-modules, so SWC rewrites just these to CommonJS.
// A new ES-module-only package shows itself by the error "Must use import to load ES Module": add its name.
const esmPackages = [
  'qr',
  '@nestjs',
  '@fastify/cookie',
  '@scure/base',
  'cockatiel',
  'content-disposition',
  'cookie',
  'dinero.js',
];
const swc = { swcrc: false, module: { type: 'commonjs' } };

// Tests wait for conditions, never for time; a machine under load is no failure.
const TEST_TIMEOUT = 180_000;

/** The usual report, and the totals for the continuous integration. */
function reporters(name) {
  return ['default', [`${__dirname}/libs/testing/results-reporter.cjs`, { name }]];
}

/** Jest settings of a project that runs in Node. `name`: the project's name. */
function node(name) {
  return {
    ...nxPreset,
    displayName: name,
    reporters: reporters(name),
    testEnvironment: 'node',
    testEnvironmentOptions: { customExportConditions: ['modex-source', 'node', 'node-addons'] },
    testTimeout: TEST_TIMEOUT,
    transform: {
      '^.+\\.ts$': [
        '@swc/jest',
        {
          ...swc,
          jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', decorators: true },
            transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
            keepClassNames: true,
          },
        },
      ],
      'node_modules/.+\\.js$': ['@swc/jest', { ...swc, jsc: { target: 'es2022' } }],
    },
    transformIgnorePatterns: [`node_modules/(?!(${esmPackages.join('|')})/)`],
    moduleFileExtensions: ['ts', 'js', 'json'],
  };
}

/** Jest settings of a project that runs in the browser (Angular, zoneless). `name`: the project's name. */
function angular(name) {
  return {
    ...nxPreset,
    displayName: name,
    reporters: reporters(name),
    testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
    testTimeout: TEST_TIMEOUT,
    setupFilesAfterEnv: [`${__dirname}/apps/web/src/test-setup.ts`],
    transform: {
      '^.+\\.(ts|mjs|js|html)$': [
        'jest-preset-angular',
        { tsconfig: `${__dirname}/apps/web/tsconfig.spec.json`, stringifyContentPathRegex: '\\.(html|svg)$' },
      ],
    },
    transformIgnorePatterns: [
      'node_modules/(?!.*\\.mjs$|flatbush/|flatqueue/|temporal-(polyfill|utils)/|dinero\.js/|@scure/base/|qr/|@angular/common/locales/)',
    ],
  };
}

module.exports = { ...nxPreset, node, angular };
