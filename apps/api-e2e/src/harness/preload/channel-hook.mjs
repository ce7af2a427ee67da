/**
 * Loaded into a server by `node --import` for tests alone: one in E2E_LOSSES of the messages that its processes send each
 * other is lost. Stderr tells of the first one of each process.
 */
const oneIn = Number(process.env.E2E_LOSSES);
const { send } = process;

/** Messages so far. */
let sent = 0;

if (send !== undefined) {
  process.send = function (message, ...rest) {
    if (message?.kind !== 'modex-channel' || ++sent % oneIn !== 0) return send.call(this, message, ...rest);
    if (sent === oneIn) process.stderr.write('a message is lost\n');
    return true;
  };
}
