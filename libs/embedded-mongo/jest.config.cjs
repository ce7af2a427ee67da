const preset = require('../../jest.preset.js').node('embedded-mongo');

// Tests that kill processes for minutes run by themselves: `nx run embedded-mongo:slow`.
module.exports = { ...preset, testPathIgnorePatterns: ['/node_modules/', '\\.slow\\.spec\\.ts$'] };
