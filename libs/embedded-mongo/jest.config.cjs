module.exports = require('../../jest.preset.js').node('embedded-mongo');
