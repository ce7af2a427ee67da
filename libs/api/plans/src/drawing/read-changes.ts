import { DomainError, LIMITS } from '@modex/domain';
import Ajv2020 from 'ajv/dist/2020';
import { DrawingChange } from './drawing-changes';

const isList = new Ajv2020().compile<readonly DrawingChange[]>({
  type: 'array',
  minItems: 1,
  maxItems: LIMITS.planChanges,
  items: {
    type: 'object',
    properties: { op: { enum: ['add', 'remove', 'replace'] }, path: { type: 'string', maxLength: 200 }, value: {} },
    required: ['op', 'path'],
    additionalProperties: false,
  },
});

/** @throws DomainError `validation-failed` naming the first entry that is no change */
export function readChanges(parsed: unknown): readonly DrawingChange[] {
  if (isList(parsed)) return parsed;
  const [error] = isList.errors ?? [];
  const field = `changes${(error?.instancePath ?? '').replaceAll('/', '.')}`;
  const message = `${error?.message ?? 'is no list of changes'}; a change has op (add, remove, replace), path and value`;
  throw new DomainError('validation-failed', `${field}: ${message}`, { fields: [{ field, message }] });
}
