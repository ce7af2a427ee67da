/** What the planner may use of a filter: conditions that every matching document meets. */
export type ConditionOp = 'eq' | 'in' | 'gt' | 'gte' | 'lt' | 'lte' | 'regex-prefix' | 'exists';

/**
 * A condition on the values at a path. `value` is the operand: for `in` the list of values, for `regex-prefix` the
 * string that the value starts with, for `exists` a boolean. `eq` and `in` with null also mean a missing field, ranges
 * stay within the operand's type (except for MinKey and MaxKey), and arrays meet a condition by any of their items.
 */
export type FieldCondition = { readonly path: string; readonly op: ConditionOp; readonly value: unknown };
