import { DomainError, PlanProblem } from '@modex/domain';

/** The refusal of a plan with these problems, of which it has at least one. */
export function planRefused(problems: readonly PlanProblem[]): DomainError {
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const [first] = problems;
  return new DomainError('plan-has-problems', `${first?.message ?? 'The plan is not readable.'}${more}`, { problems });
}

/** One problem that refuses a plan. */
export function errorAt(code: PlanProblem['code'], at: string, message: string): PlanProblem {
  return { code, severity: 'error', message, at };
}
