import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ErrorCode } from '@modex/domain';
import { ProblemResponse } from './problem.response';
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

function problemResponse(status: number, codes: readonly ErrorCode[]): MethodDecorator & ClassDecorator {
  return ApiResponse({
    status,
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('; '),
    content: {
      'application/problem+json': {
        schema: { $ref: getSchemaPath(ProblemResponse) },
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  });
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
