import type { Answer } from '../load/client';
import { outcomesOfPairs } from './strategies';

const answers = (...statuses: readonly number[]): Answer[] =>
  statuses.map((status) => ({ status, headers: {}, bytes: Buffer.alloc(0) }));

describe('pairs of customers who want the same seats', () => {
  it('are told apart by who won', () => {
    expect(outcomesOfPairs(answers(201, 409, 409, 201, 409, 409, 201, 201, 201, 500))).toEqual({
      'one won': 2,
      'neither won': 1,
      'both won': 1,
      'begun again': 0,
      failed: 1,
    });
  });

  it('count how often they were begun again', () => {
    const [one, other] = answers(201, 409) as [Answer, Answer];
    const pair = [
      { ...one, headers: { 'x-restarts': '2' } },
      { ...other, headers: { 'x-restarts': '1' } },
    ];
    expect(outcomesOfPairs(pair)).toMatchObject({ 'one won': 1, 'begun again': 3 });
  });
});
