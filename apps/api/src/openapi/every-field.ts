import { OpenAPIObject } from '@nestjs/swagger';
import { FIELD_WORDS } from './field-words';
import { operationsOf } from './operations';

type AnySchema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type Properties = Record<string, AnySchema>;

/** Describes every field and every parameter whose docstring says nothing. */
export function describeEveryField(document: OpenAPIObject): void {
  for (const schema of Object.values(document.components?.schemas ?? {})) {
    if ('$ref' in schema || schema.properties === undefined) continue;
    schema.properties = described(schema.properties);
  }
  for (const { operation } of operationsOf(document)) {
    for (const parameter of operation.parameters ?? []) {
      if ('name' in parameter) parameter.description ||= FIELD_WORDS[parameter.name];
    }
  }
}

function described(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      // A reference has no words of its own in OpenAPI 3.0; as the only part of a whole it may.
      if ('$ref' in schema) return [name, { allOf: [schema], description: FIELD_WORDS[name] }];
      return [name, { ...schema, description: schema.description || FIELD_WORDS[name] }];
    }),
  );
}

/** A body may be left out where none of its fields is needed. */
export function relaxEmptyBodies(document: OpenAPIObject): void {
  for (const { operation } of operationsOf(document)) {
    const body = operation.requestBody;
    if (body === undefined || '$ref' in body) continue;
    const schema = body.content['application/json']?.schema;
    const name = schema !== undefined && '$ref' in schema ? schema.$ref.split('/').at(-1) : undefined;
    const found = document.components?.schemas?.[name ?? ''];
    if (found !== undefined && !('$ref' in found) && (found.required ?? []).length === 0) body.required = false;
  }
}
