import { readTicketCode, ticketBytes, writeTicketCode } from './ticket-code';

const TICKET = { bookingId: '6b0e3a01b7df84384e6a70cb', seatId: '9f8e7d6c5b4a392800000011', issue: 258 };

describe('the code of a ticket', () => {
  const signature = Uint8Array.from({ length: 64 }, (_, at) => at * 3);
  const signed = ticketBytes(TICKET, 7);
  const code = writeTicketCode(signed, signature);

  it('says which ticket it is, which key signed it, and what was signed', () => {
    expect(readTicketCode(code)).toEqual({ ticket: TICKET, keyId: 7, signed, signature });
  });

  it('has only characters that make small QR codes, and no more than version 6 takes at level M', () => {
    expect(code).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
    expect(code.length).toBeLessThanOrEqual(154);
  });

  it('is read with blanks around it and in small letters, as keyboards and readers send it', () => {
    expect(readTicketCode(` ${code.toLowerCase()}\n`)?.ticket).toEqual(TICKET);
  });

  it.each([
    '',
    'MODEX1:',
    '7KQ8V25M',
    code.slice(0, -2),
    `${code}AA`,
    code.replace('MODEX1', 'MODEX2'),
    `${code.slice(0, -1)}!`,
  ])('is not: %s', (text) => expect(readTicketCode(text)).toBeUndefined());
});
