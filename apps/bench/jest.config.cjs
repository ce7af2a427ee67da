module.exports = require('../../jest.preset.js').node('bench');
