import { SMTPServer } from 'smtp-server';

/** The mail server of the journeys: takes everything, but knows nobody whose address begins so. Its port is the argument. */
const UNKNOWN = 'nobody.here';

const server = new SMTPServer({
  ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, logger: false },
  onRcptTo({ address }, _session, answer) {
    if (!address.startsWith(UNKNOWN)) return answer();
    answer(Object.assign(new Error('No such person here'), { responseCode: 550 }));
  },
  onData(stream, _session, answer) {
    stream.resume();
    stream.on('end', () => answer());
  },
});
// A connection that a stopped API leaves behind is no failure.
server.on('error', () => undefined);
server.listen(Number(process.argv[2]), '127.0.0.1');
