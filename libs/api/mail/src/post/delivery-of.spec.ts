import { Delivery } from './postman';
import { deliveryOf } from './delivery-of';

describe('what became of a mail', () => {
  it.each<[string, object, Delivery['kind']]>([
    ['is taken', { response: '250 OK' }, 'sent'],
    [
      'has an address that the server does not know',
      { code: 'EENVELOPE', responseCode: 550, response: '550 Who?' },
      'refused',
    ],
    ['has an address that nobody can write to', { code: 'EENVELOPE', message: 'Invalid recipient' }, 'refused'],
    ['has words that the server refuses', { code: 'EMESSAGE', responseCode: 554, response: '554 Spam' }, 'refused'],
    ['comes to a full mailbox', { code: 'EENVELOPE', responseCode: 452, response: '452 Full' }, 'later'],
    [
      'comes from somebody who has to sign in',
      { code: 'EENVELOPE', responseCode: 530, response: '530 Sign in' },
      'later',
    ],
    ['comes with a wrong password', { code: 'EAUTH', responseCode: 535, response: '535 Wrong' }, 'later'],
    ['comes to a server that closes', { code: 'ECONNECTION', responseCode: 421, response: '421 Closing' }, 'later'],
    ['finds no server', { code: 'ESOCKET', syscall: 'connect', message: 'connect ECONNREFUSED' }, 'later'],
    ['finds no name', { code: 'EDNS', message: 'getaddrinfo ENOTFOUND' }, 'later'],
    [
      'finds no greeting',
      { code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT', message: 'Greeting never received' },
      'later',
    ],
    [
      'waits in vain for the answer',
      { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT', message: 'Timeout' },
      'unknown',
    ],
    ['loses the connection', { code: 'ECONNECTION', message: 'Connection closed unexpectedly' }, 'unknown'],
    ['is broken off', { code: 'EABORT', message: 'Message sending aborted' }, 'unknown'],
  ])('that %s', (_what, told, kind) => expect(deliveryOf(told).kind).toBe(kind));

  it('is told with the code and the words of the server, in one line that is not too long', () => {
    const response = `550-No such\r\n550 person ${'x'.repeat(1_000)}`;
    const { answer } = deliveryOf({ code: 'EENVELOPE', responseCode: 550, response });
    expect(answer.code).toBe(550);
    expect(answer.text).toMatch(/^550-No such 550 person x+$/);
    expect(answer.text).toHaveLength(500);
  });
});
