import { drawTickets } from './draw-tickets';

const ORDER = {
  ...{ title: 'Hamlet', when: 'Mon 1 Mar 2027, 19:30', venue: 'Köln', customer: 'Łukasz Żółć' },
  ...{ bookingCode: '7KQ8 V25M', payment: '' },
  tickets: [
    { code: `MODEX1:${'A'.repeat(146)}`, seat: 'Row A, seat 1', price: '' },
    { code: `MODEX1:${'B'.repeat(146)}`, seat: 'Row A, seat 2', price: 'Child · £5.00' },
  ],
};
const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;

describe('tickets on paper', () => {
  it('are one a page, tagged, in a file that says what it is', async () => {
    const { pdf, missing } = await drawTickets(ORDER);
    const text = Buffer.from(pdf).toString('latin1');
    expect([text.slice(0, 8), pagesOf(pdf), missing]).toEqual(['%PDF-1.7', 2, '']);
    for (const said of ['/Marked true', '/StructTreeRoot', '/Lang (en)']) expect(text.includes(said)).toBe(true);
  });

  it.each([
    ['Greek and Cyrillic', 'Άμλετ Гамлет', ''],
    ['Hebrew beside Latin', 'המלט (Hamlet) 2027', ''],
    ['Arabic beside Latin', 'هاملت Hamlet 12', ''],
    ['Chinese, and a picture', '哈姆雷特 🎭', '哈姆雷特🎭'],
    ['a word that fits no line', 'Ab'.repeat(100), ''],
    ['nothing', '', ''],
  ])('have titles in %s, and tell what has no shape', async (_, title, missing) => {
    const file = await drawTickets({ ...ORDER, title });
    expect([file.missing, pagesOf(file.pdf)]).toEqual([missing, 2]);
  });
});
