import { FastifyRequest } from 'fastify';

const accounts = new WeakMap<FastifyRequest, string>();

/** Stores whose request it is, once that is known, since limits count by it. */
export function rememberAccount(request: FastifyRequest, userId: string): void {
  accounts.set(request, userId);
}

/** The account whose session the request carries. */
export function accountOf(request: FastifyRequest): string | undefined {
  return accounts.get(request);
}
