/**
 * What people wrote may run from right to left, and its marks and brackets then belong on the other side: it stands
 * alone in an element that finds its direction out by itself, `<bdi>` or any with `dir="auto"`.
 */
const WRITTEN = new Set(['title', 'venue', 'name', 'customerName', 'description', 'email', 'reason', 'cancelReason']);

/** Whether the value of an expression is what somebody wrote: read as it is, through a pipe, or with a stand-in. */
function isWritten(expression) {
  switch (expression?.type ?? expression?.constructor?.name) {
    case 'PropertyRead':
    case 'SafePropertyRead':
      return (
        WRITTEN.has(expression.name) &&
        !['ImplicitReceiver', 'ThisReceiver'].includes(
          expression.receiver?.type ?? expression.receiver?.constructor?.name,
        )
      );
    case 'BindingPipe':
      return isWritten(expression.exp);
    case 'Binary':
      return isWritten(expression.left) || isWritten(expression.right);
    case 'Conditional':
      return isWritten(expression.trueExp) || isWritten(expression.falseExp);
    case 'ParenthesizedExpression':
      return isWritten(expression.expression);
    default:
      return false;
  }
}

function elementAround(node) {
  let around = node.parent;
  while (around && !(around.name && around.attributes)) around = around.parent;
  return around;
}

function findsItsDirection({ name, attributes }) {
  return name === 'bdi' || attributes.some((attribute) => attribute.name === 'dir' && attribute.value === 'auto');
}

/** ESLint rule over Angular templates. */
export const writtenWords = {
  meta: { type: 'problem', schema: [], messages: { alone: 'What people wrote stands alone in <bdi> or dir="auto".' } },
  create: (context) => ({
    BoundText(node) {
      const { strings = [], expressions = [] } = node.value?.ast ?? {};
      if (!expressions.some(isWritten)) return;
      const around = elementAround(node);
      if (around === undefined || around === null || around.name.startsWith(':svg:')) return;
      const isAlone = expressions.length === 1 && strings.every((text) => text.trim() === '');
      if (isAlone && findsItsDirection(around)) return;
      const { start, end } = node.sourceSpan;
      const at = (place) => ({ line: place.line + 1, column: place.col });
      context.report({ loc: { start: at(start), end: at(end) }, messageId: 'alone' });
    },
  }),
};
