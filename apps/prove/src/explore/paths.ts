/**
 * How many ways lead from state 0 to a state without successor. Every step uses something up, so there is no circle.
 * @param from, to the ends of every step
 */
export function countPaths(states: number, from: readonly number[], to: readonly number[]): number {
  const entering = new Int32Array(states);
  const first = new Int32Array(states + 1);
  for (const state of from) first[state + 1] = (first[state + 1] as number) + 1;
  for (let state = 0; state < states; state++)
    first[state + 1] = (first[state + 1] as number) + (first[state] as number);
  const filled = first.slice(0, states);
  const targets = new Int32Array(from.length);
  from.forEach((state, step) => {
    const target = to[step] as number;
    targets[(filled[state] = (filled[state] as number) + 1) - 1] = target;
    entering[target] = (entering[target] as number) + 1;
  });
  return sumOfPaths(first, targets, entering);
}

function sumOfPaths(first: Int32Array, targets: Int32Array, entering: Int32Array): number {
  const ways = new Float64Array(entering.length);
  ways[0] = 1;
  let paths = 0;
  const ready = [0];
  for (let state = ready.pop(); state !== undefined; state = ready.pop()) {
    const [begin, end] = [first[state] as number, first[state + 1] as number];
    if (begin === end) paths += ways[state] as number;
    for (let step = begin; step < end; step++) {
      const target = targets[step] as number;
      ways[target] = (ways[target] as number) + (ways[state] as number);
      if ((entering[target] = (entering[target] as number) - 1) === 0) ready.push(target);
    }
  }
  return paths;
}
