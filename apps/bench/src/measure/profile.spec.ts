import { byPackage, type CpuProfile, selfTimes } from './profile';

const frame = (functionName: string, url = '', lineNumber = 9) => ({ functionName, url, lineNumber, columnNumber: 0 });
const PROFILE: CpuProfile = {
  nodes: [
    { id: 1, callFrame: frame('(idle)') },
    { id: 2, callFrame: frame('send', 'file:///modex/node_modules/mongodb/lib/connection.js') },
    { id: 3, callFrame: frame('book', 'file:///nowhere/main.js') },
    { id: 4, callFrame: frame('send', 'file:///modex/node_modules/mongodb/lib/connection.js') },
    { id: 5, callFrame: frame('', 'file:///modex/node_modules/@nestjs/core/router.js', 4) },
    { id: 6, callFrame: frame('(garbage collector)') },
    { id: 7, callFrame: frame('emit', 'node:events') },
  ],
  startTime: 1_000,
  samples: [3, 2, 1, 4, 5, 6, 7],
  timeDeltas: [100, 40, 500, 20, 20, 10, 10],
};

describe('a profile', () => {
  it('tells what each function needed itself since it was warm, the most first', () => {
    expect(selfTimes(PROFILE, 1_140)).toEqual([
      { name: 'send', place: 'mongodb/lib/connection.js:10 (package)', share: 0.6 },
      { name: '(anonymous)', place: '@nestjs/core/router.js:5 (package)', share: 0.2 },
      { name: '(garbage collector)', place: '', share: 0.1 },
      { name: 'emit', place: 'node:events:10', share: 0.1 },
    ]);
  });

  it('counts what came before when it was warm from the beginning', () => {
    expect(selfTimes(PROFILE, 0)[0]).toEqual({ name: 'book', place: 'file:///nowhere/main.js:10', share: 0.5 });
  });

  it('tells it by package', () => {
    expect(byPackage(selfTimes(PROFILE, 0)).map(({ name, share }) => [name, share])).toEqual([
      ['our own code', 0.5],
      ['mongodb', 0.3],
      ['@nestjs/core', 0.1],
      ['(garbage collector)', 0.05],
      ['node', 0.05],
    ]);
  });
});
