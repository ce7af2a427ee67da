export { compileExpression } from './compile';
export type { EvalContext } from './scope';
export { isTrue } from './truth';
