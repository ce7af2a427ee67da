import { balanceOf, checkReceipt } from './till';

const LINE = { category: 'all', type: '', typeName: '', proof: false, tax: 0 };
const PRICE = {
  ...{ currency: 'EUR', tax: null, total: 9_150, taxTotal: 0 },
  tickets: [
    { ...LINE, seatId: 'a1', amount: 4_500 },
    { ...LINE, seatId: 'a2', amount: 4_500 },
  ],
  fees: [{ key: 'service', name: 'Service', amount: 150, tax: 0 }],
};
const receipt = (amount: number) => ({ id: `r${amount}`, amount, means: 'cash' as const, at: new Date(0), by: 'u1' });
const booking = (seats: readonly string[], amounts: readonly number[] = [], status = 'CONFIRMED') => ({
  ...{ status, seats, price: PRICE },
  ...(amounts.length > 0 && { till: { version: amounts.length, receipts: amounts.map(receipt) } }),
});

describe('how a booking stands', () => {
  it.each([
    ['nothing paid', booking(['a1', 'a2']), { worth: 9_150, paid: 0, open: 9_150 }],
    ['a part paid', booking(['a1', 'a2'], [5_000]), { worth: 9_150, paid: 5_000, open: 4_150 }],
    ['all paid', booking(['a1', 'a2'], [5_000, 4_150]), { worth: 9_150, paid: 9_150, open: 0 }],
    ['paid, then a seat given back', booking(['a1'], [9_150]), { worth: 4_650, paid: 9_150, open: -4_500 }],
    ['paid, then cancelled', booking(['a1', 'a2'], [9_150], 'CANCELLED'), { worth: 0, paid: 9_150, open: -9_150 }],
    ['given back what was too much', booking(['a1'], [9_150, -4_500]), { worth: 4_650, paid: 4_650, open: 0 }],
  ])('%s', (_, of, expected) => {
    expect(balanceOf(of)).toEqual({ currency: 'EUR', ...expected });
  });

  it('is nothing where nothing is charged', () => {
    expect(balanceOf({ status: 'CONFIRMED', seats: ['a1'] })).toBeUndefined();
  });
});

describe('money at the counter', () => {
  it.each([
    ['all', booking(['a1', 'a2']), 9_150, true],
    ['a part', booking(['a1', 'a2']), 1, true],
    ['too much', booking(['a1', 'a2']), 9_151, false],
    ['once all is paid', booking(['a1', 'a2'], [9_150]), 1, false],
    ['for a cancelled booking', booking(['a1'], [], 'CANCELLED'), 1, false],
    ['given back', booking(['a1'], [9_150]), -4_500, true],
    ['given back as a favour', booking(['a1', 'a2'], [9_150]), -100, true],
    ['given back that never came', booking(['a1'], [1_000]), -1_001, false],
  ])('%s: taken or refused', (_, of, amount, isTaken) => {
    const take = () => checkReceipt(of, { amount, currency: 'EUR' });
    if (isTaken) expect(take).not.toThrow();
    else expect(take).toThrow(expect.objectContaining({ code: 'payment-refused' }));
  });

  it('is refused in another currency, and for what is free of charge', () => {
    const money = { amount: 1, currency: 'CHF' };
    expect(() => checkReceipt(booking(['a1']), money)).toThrow(expect.objectContaining({ code: 'payment-refused' }));
    expect(() => checkReceipt({ status: 'CONFIRMED', seats: [] }, money)).toThrow();
  });
});
