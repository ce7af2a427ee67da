import { addProblems } from '@modex/api-core';
import { ErrorCode, ERROR_CODES } from '@modex/domain';
import { Called, isVersioned } from './operations';

/** What every route may answer: fields are checked, and the server may be full, stopping or broken. */
const ANYWHERE: readonly ErrorCode[] = ['validation-failed', 'overloaded', 'storage-unavailable', 'internal'];
/** What the reading of a body and the look at who sends it can say. */
const WRITES: readonly ErrorCode[] = [
  'malformed-body',
  'cross-site-request',
  'payload-too-large',
  'unsupported-media-type',
];
/** Told by the look at the host, before a route is found. */
const HOST = ERROR_CODES.filter((code) => (code as string) === 'wrong-host');

/** Adds to the statuses that a route declares those that the machinery around all routes can give. */
export function addEveryStatus(called: Called): void {
  const { verb, operation } = called;
  addProblems(operation.responses, [...ANYWHERE, ...HOST, ...(verb === 'get' ? [] : WRITES)]);
  if (isVersioned(called)) {
    operation.responses['304'] = {
      description: 'Nothing changed since the answer whose ETag was sent as If-None-Match.',
    };
  }
}
