import { FieldTree, ValidationError } from '@angular/forms/signals';

/** One field that the other side refused: its name in the form (`prices.fees.0.name` for one inside of others), and why. */
export interface Refusal {
  readonly field: string;
  readonly message: string;
}

/** A refusal beside its field, as signal forms take it. */
export type RefusedField = ValidationError.WithFieldTree;

/**
 * What a form's submission returns so that each refusal stands beside its field.
 * Fields that the form does not have, or hides, are left out: say those in a notice.
 */
function refusedFields<T extends object>(form: FieldTree<T>, refusals: readonly Refusal[]): RefusedField[] {
  return refusals.flatMap(({ field, message }) => {
    const fieldTree = fieldAt(form, field);
    return isField(fieldTree) && !fieldTree().hidden()
      ? [{ kind: 'refused', fieldTree, message: sentence(message) }]
      : [];
  });
}

/**
 * Shows refusals beside their fields and puts the cursor into the first one. `tell` is called when some refusal has no
 * field, or when there is none at all. Returns what a form's submission returns.
 */
export function placeRefusals<T extends object>(
  form: FieldTree<T>,
  refusals: readonly Refusal[],
  tell: () => void,
): RefusedField[] {
  const refused = refusedFields(form, refusals);
  if (refused.length < refusals.length || refused.length === 0) tell();
  refused[0]?.fieldTree().focusBoundControl();
  return refused;
}

/** Puts the cursor into the first field with an error. Returns false when there is none. */
export function focusFirstError<T>(form: FieldTree<T>): boolean {
  const first = form().errorSummary()[0]?.fieldTree;
  first?.().focusBoundControl();
  return first !== undefined;
}

function fieldAt(form: object, path: string): unknown {
  let at: unknown = form;
  for (const part of path.split('.')) at = isField(at) && Object.hasOwn(at, part) ? Reflect.get(at, part) : undefined;
  return at;
}

function isField(value: unknown): value is FieldTree<unknown> {
  return typeof value === 'function';
}

/** "must not be empty" → "Must not be empty." */
function sentence(message: string): string {
  const text = message.trim();
  const closed = /[.!?]$/.test(text) ? text : `${text}.`;
  return closed.charAt(0).toUpperCase() + closed.slice(1);
}
