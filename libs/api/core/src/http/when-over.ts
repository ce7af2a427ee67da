import { IncomingMessage, ServerResponse } from 'node:http';

type Release = () => void;

/** What waits for the end of each connection; one listener for all requests that came over it. */
const byConnection = new WeakMap<IncomingMessage['socket'], Set<Release>>();

/**
 * Calls `release` once, when the answer is out or can no longer be sent. The end of the connection counts too: for pipelined
 * requests Node reports nothing else when their answers can no longer be sent.
 */
export function whenOver(request: IncomingMessage, response: ServerResponse, release: Release): void {
  const waiting = waitingOn(request.socket);
  const over = (): void => {
    if (waiting.delete(over)) release();
  };
  waiting.add(over);
  if (response.closed || request.socket.destroyed) over();
  else response.once('close', over);
}

function waitingOn(socket: IncomingMessage['socket']): Set<Release> {
  const known = byConnection.get(socket);
  if (known !== undefined) return known;
  const waiting = new Set<Release>();
  byConnection.set(socket, waiting);
  socket.once('close', () => waiting.forEach((over) => over()));
  return waiting;
}
