import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ErrorCode } from '@modex/domain';
import { PROBLEM_JSON, ProblemResponse } from './problem.response';
import { PROBLEMS } from './problems';

/** Lists the problems of a route in the contract, one response a status, with an example a code. */
export function ApiProblems(...codes: readonly ErrorCode[]): MethodDecorator & ClassDecorator {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))];
  return applyDecorators(
    ApiExtraModels(ProblemResponse),
    ...statuses.map((status) =>
      problemResponse(
        status,
        codes.filter((code) => PROBLEMS[code].status === status),
      ),
    ),
  );
}

/**
 * Adds these problems to the answers of an operation of the contract; what stands there for a status stays.
 * @param responses the answers by their status; changed in place
 */
export function addProblems(responses: Record<string, unknown>, codes: readonly ErrorCode[]): void {
  for (const code of codes) {
    const status = String(PROBLEMS[code].status);
    const before = responses[status] as ProblemAnswer | undefined;
    const examples = before?.content[PROBLEM_JSON].examples ?? {};
    if (code in examples) continue;
    responses[status] = problemAnswer([...(Object.keys(examples) as ErrorCode[]), code]);
  }
}

function problemResponse(status: number, codes: readonly ErrorCode[]): MethodDecorator & ClassDecorator {
  return ApiResponse({ status, ...problemAnswer(codes) });
}

type ProblemAnswer = ReturnType<typeof problemAnswer>;

function problemAnswer(codes: readonly ErrorCode[]) {
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('; '),
    content: {
      [PROBLEM_JSON]: {
        schema: { $ref: getSchemaPath(ProblemResponse) },
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  };
}

function exampleOf(code: ErrorCode): object {
  const { status, title } = PROBLEMS[code];
  const requestId = 'c0ffee00-1111-4222-8333-444455556666';
  return { type: problemType(code), title, status, code, detail: title + '.', requestId };
}

/** The stable URN of a kind of problem. */
export function problemType(code: ErrorCode): string {
  return `urn:modex:problem:${code}`;
}
