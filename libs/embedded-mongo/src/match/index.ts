export type { ConditionOp, FieldCondition } from './condition';
export { type CompiledFilter, compileFilter } from './filter';
export { isOperatorDoc } from './field-operators';
export { parsePath, type Path, type Segment } from './path';
