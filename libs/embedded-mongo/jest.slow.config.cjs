const preset = require('../../jest.preset.js').node('embedded-mongo-slow');

module.exports = { ...preset, testMatch: ['**/*.slow.spec.ts'], testTimeout: 600_000 };
