import { addProblems } from '@modex/api-core';
import { ErrorCode, ERROR_CODES } from '@modex/domain';
import { Called, isVersioned } from './operations';

/** What every route may answer: fields are checked, and the server may be full, stopping or broken. */
const ANYWHERE: readonly ErrorCode[] = ['validation-failed', 'overloaded', 'storage-unavailable', 'internal'];
/** Errors of reading a body and of checking its sender. */
const WRITES: readonly ErrorCode[] = [
  'malformed-body',
  'cross-site-request',
  'payload-too-large',
  'unsupported-media-type',
];
/** The error of the host check, which comes before the route is known. */
const HOST = ERROR_CODES.filter((code) => (code as string) === 'wrong-host');

/** Adds the statuses that the code around all routes can answer to those that a route declares. */
export function addEveryStatus(called: Called): void {
  const { verb, operation } = called;
  addProblems(operation.responses, [...ANYWHERE, ...HOST, ...(verb === 'get' ? [] : WRITES)]);
  if (isVersioned(called)) {
    operation.responses['304'] = {
      description: 'Nothing changed since the answer whose ETag was sent as If-None-Match.',
    };
  }
}
