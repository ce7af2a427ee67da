import { variableName } from '../aggregate/expressions/arguments';
import { compileNode } from '../aggregate/expressions/compile';
import { locationFault } from '../errors';
import { fieldName, type Doc } from '../values';

const NOT_CONSTANT = 4890500;
const NO_DOCUMENT = { root: {}, bindings: undefined };

/**
 * The values of a command's `let`. Each is an expression, which may use the variables before it and no field.
 * Throws FailedToParse (9) for a name that no variable may have, 4890500 for what is not the same for every document.
 */
export function letVariables(bindings: Doc, now: Date): Doc {
  const vars: Doc = {};
  for (const key of Object.keys(bindings)) {
    const name = variableName(fieldName(key));
    const node = compileNode(bindings[key], { context: { now, vars }, names: new Set() });
    if (!node.constant) throw locationFault(NOT_CONSTANT, `The expression of '${name}' in let is not constant`);
    vars[key] = node.evaluate(NO_DOCUMENT);
  }
  return vars;
}
