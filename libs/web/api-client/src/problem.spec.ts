import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { ERROR_CODE } from './generated/models/error-code-array';
import { isWorthAskingAgain, readProblem } from './problem';
import { PROBLEM_WORDS } from './problem-words';

const refused = (error: unknown, status = 409, headers = {}): HttpErrorResponse =>
  new HttpErrorResponse({ error, status, headers: new HttpHeaders(headers) });

describe('readProblem', () => {
  it.each(ERROR_CODE)('has words for %s', (code) => {
    const problem = readProblem(refused({ code }));
    expect(problem.code).toBe(code);
    expect(problem.headline).toBe(PROBLEM_WORDS[code].headline);
    expect(problem.nextStep).not.toBe('');
  });

  it('reads the facts of an answer', () => {
    const fields = [{ field: 'email', message: 'is no e-mail' }];
    const problem = readProblem(
      refused({ code: 'seat-taken', seatIds: ['a', 7], fields, requestId: 'r1', retryAfter: 3 }),
    );
    expect(problem).toMatchObject({ status: 409, seatIds: ['a'], fields, requestId: 'r1', retryAfter: 3 });
  });

  it('takes the wait from the header where the body has none', () => {
    expect(readProblem(refused({ code: 'too-many-requests' }, 429, { 'Retry-After': '12' })).retryAfter).toBe(12);
    expect(readProblem(refused({ code: 'too-many-requests' }, 429)).retryAfter).toBeUndefined();
  });

  it('reads a problem that arrived as text', () => {
    expect(readProblem(refused('{"code":"forbidden"}', 403)).code).toBe('forbidden');
  });

  it('calls a missing answer unreachable, and everything else it cannot read unexpected', () => {
    expect(readProblem(refused(new ProgressEvent('error'), 0)).code).toBe('unreachable');
    expect(readProblem(refused('<html>', 502)).code).toBe('unexpected');
    expect(readProblem(refused({ code: 'toString' })).code).toBe('unexpected');
    expect(readProblem(new Error('bug')).code).toBe('unexpected');
  });

  it('asks again only where the same request can still be right', () => {
    const again = ERROR_CODE.filter((code) => isWorthAskingAgain({ code }));
    expect(again).toEqual(['hold-changing', 'in-progress', 'too-many-requests', 'storage-unavailable', 'overloaded']);
    expect(isWorthAskingAgain({ code: 'unreachable' })).toBe(true);
  });
});
