import { answersOf, Called, isVersioned, Response } from './operations';

type Headers = NonNullable<Response['headers']>;

const text = (description: string, example: string) => ({ description, schema: { type: 'string' }, example });

const REQUEST_ID: Headers = {
  'X-Request-Id': text(
    'Names the request in the log; tell it when you ask for help.',
    'c0ffee00-1111-4222-8333-444455556666',
  ),
};
const RETRY_AFTER: Headers = { 'Retry-After': text('Seconds after which a new attempt makes sense.', '2') };
const ETAG: Headers = {
  ETag: text('Send it as If-None-Match: an unchanged answer is 304, without a body.', 'W/"1f-3x"'),
};
const RATE_LIMITS: Headers = {
  'RateLimit-Policy': text('How often a call is allowed (q) in how many seconds (w).', '"book-account";q=30;w=60'),
  RateLimit: text('How many calls are left (r), and in how many seconds all are (t).', '"book-account";r=29;t=60'),
};
const REPLAYED: Headers = {
  'Idempotency-Replayed': text('`true` when the request was answered before and nothing was done again.', 'true'),
};
/** Answers that may say when to come again. */
const PASSING = ['409', '429', '503'];

/** Describes the headers of every answer, by what the route is. */
export function addEveryHeader(called: Called): void {
  const { operation } = called;
  const isLimited = operation.responses['429'] !== undefined;
  const hasKey = (operation.parameters ?? []).some((given) => 'name' in given && given.name === 'Idempotency-Key');
  for (const [status, response] of answersOf(operation)) {
    const isSuccess = status.startsWith('2');
    response.headers = {
      ...REQUEST_ID,
      ...(PASSING.includes(status) && RETRY_AFTER),
      ...(isVersioned(called) && (isSuccess || status === '304') && ETAG),
      ...(isLimited && (isSuccess || status === '429') && RATE_LIMITS),
      ...(isSuccess && hasKey && REPLAYED),
      ...response.headers,
    };
  }
}
