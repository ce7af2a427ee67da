/**
 * Loaded into a server by `node --import` for tests alone: watches every command that its MongoDB driver sends.
 * E2E_KILL_POINT ends or pauses the process, breaks its connection, or lets one command wait, at one step of the protocol;
 * E2E_CONTROL removes a guard, to show that a test sees the violation. The product knows nothing of either.
 */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import { CONTROLS } from './controls.mjs';
import { SHELL_CONTROLS } from './shell-controls.mjs';
import { phaseOf } from './phases.mjs';

const require = createRequire(join(process.cwd(), 'package.json'));
const point = JSON.parse(process.env.E2E_KILL_POINT ?? 'null');
const control = process.env.E2E_CONTROL;
const change = CONTROLS[control] ?? ((command) => command);
const isKnown = control === undefined || control in CONTROLS || control in SHELL_CONTROLS;
if (!isKnown) throw new Error(`no control named ${control}`);

/** Occurrences of the point's phase so far. */
let seen = 0;

if (isMainThread) {
  SHELL_CONTROLS[control]?.(require);
  const { Connection } = require('mongodb/lib/cmap/connection.js');
  const send = Connection.prototype.command;
  Connection.prototype.command = async function (ns, command, ...rest) {
    const phase = phaseOf(command);
    const sent = change(command, phase);
    const isPoint = point !== null && phase === point.phase && ++seen === point.nth;
    if (isPoint && point.when === 'before') await strike(this);
    const answer = await send.call(this, ns, sent, ...rest);
    if (isPoint && point.when === 'after') {
      await strike(this);
      if (point.action === 'reset') throw lostAnswer();
    }
    return answer;
  };
}

async function strike(connection) {
  if (point.action === 'wait') {
    const goesOn = once(process, 'SIGUSR2');
    process.stderr.write('waiting at the point\n');
    return goesOn;
  }
  if (point.action !== 'reset') return process.kill(process.pid, point.action);
  process.stderr.write('connection broken at the point\n');
  connection.socket.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' }));
  // The driver learns of it as it does of a real reset: by the socket's event, before it sends the next command.
  return setImmediate();
}

/** What the driver throws when the connection breaks before the answer is there. */
function lostAnswer() {
  const { MongoNetworkError } = require('mongodb');
  const error = new MongoNetworkError('connection closed before the answer');
  error.addErrorLabel('RetryableWriteError');
  return error;
}
