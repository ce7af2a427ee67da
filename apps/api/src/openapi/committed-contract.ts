import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The contract as it is committed. */
export const CONTRACT: OpenAPIObject = JSON.parse(
  readFileSync(join(__dirname, '../../../../libs/contract/openapi.json'), 'utf8'),
);

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** A route of the contract. */
export interface ContractRoute {
  /** Such as `GET /api/shows/{showId}`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With the names of its ids in braces. */
  readonly path: string;
  readonly operation: Operation;
}

/** Every route of a contract, for tests of what holds for all of them. */
export function routesOf({ paths }: OpenAPIObject): readonly ContractRoute[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations as Readonly<Record<string, Operation>>).map(([verb, operation]) => {
      const method = verb.toUpperCase() as ContractRoute['method'];
      return { name: `${method} ${path}`, method, path, operation };
    }),
  );
}

/** Whether the body of a route may have megabytes: it is read only when its guards have let the request pass. */
export function hasLargeBody({ operation }: Pick<ContractRoute, 'operation'>): boolean {
  return 'x-body-limit' in operation;
}

/** Whether the body of a route is a file, of which no field is read. */
export function takesFile({ operation: { requestBody } }: Pick<ContractRoute, 'operation'>): boolean {
  return requestBody !== undefined && 'content' in requestBody && 'application/octet-stream' in requestBody.content;
}

/** The address of a route. @param ids by their names in the path; one that is left out names nothing */
export function urlOf({ path }: Pick<ContractRoute, 'path'>, ids: Readonly<Record<string, string>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'f'.repeat(24));
}
