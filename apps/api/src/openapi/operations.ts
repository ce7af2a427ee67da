import { OpenAPIObject } from '@nestjs/swagger';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type Responses = Operation['responses'];
type AnyResponse = NonNullable<Responses[string]>;
export type Response = Exclude<AnyResponse, { $ref: string }>;

const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** An operation of the contract, with what calls it. */
export interface Called {
  readonly verb: (typeof VERBS)[number];
  readonly operation: Operation;
}

/** All operations of the document. */
export function operationsOf(document: OpenAPIObject): readonly Called[] {
  return Object.values(document.paths).flatMap((path) =>
    VERBS.flatMap((verb) => (path[verb] === undefined ? [] : [{ verb, operation: path[verb] }])),
  );
}

/** The answers of an operation by their status. */
export function answersOf({ responses }: Operation): readonly (readonly [status: string, response: Response])[] {
  return Object.entries(responses).flatMap(([status, response]) =>
    response === undefined || '$ref' in response ? [] : [[status, response] as const],
  );
}

/** Whether what is read has a version by which it need not be sent again: all that ends. */
export function isVersioned({ verb, operation }: Called): boolean {
  const streams = answersOf(operation).some(([, { content }]) => content?.['text/event-stream'] !== undefined);
  return verb === 'get' && !streams;
}
