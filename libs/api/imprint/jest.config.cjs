module.exports = require('../../../jest.preset.js').node('api-imprint');
