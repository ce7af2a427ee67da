import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const [, , port, folder] = process.argv;
await mkdir(folder, { recursive: true });

/**
 * The mail server of the journeys: takes everything, but knows nobody whose address begins so. Its port is the first argument;
 * the second is the folder where it keeps what each address was sent, a line of JSON for each mail.
 */
const UNKNOWN = 'nobody.here';

const server = new SMTPServer({
  ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, logger: false },
  onRcptTo({ address }, _session, answer) {
    if (!address.startsWith(UNKNOWN)) return answer();
    answer(Object.assign(new Error('No such person here'), { responseCode: 550 }));
  },
  onData(stream, { envelope }, answer) {
    void keep(stream, envelope.rcptTo).then(() => answer(), answer);
  },
});
async function keep(stream, readers) {
  const { subject, text } = await simpleParser(stream);
  for (const { address } of readers) {
    await appendFile(join(folder, encodeURIComponent(address)), `${JSON.stringify({ subject, text })}\n`);
  }
}
// A connection that a stopped API leaves behind is no failure.
server.on('error', () => undefined);
server.listen(Number(port), '127.0.0.1');
