/** States as data: for each state, the states it may become. */
export type Moves<State extends string> = Readonly<Record<State, readonly State[]>>;

/** Whether the table allows the move. */
export function mayMove<State extends string>(moves: Moves<State>, from: State, to: State): boolean {
  return moves[from].includes(to);
}

/** The states from which `to` can be reached in one move: the `from` part of a compare-and-set. */
export function statesBefore<State extends string>(moves: Moves<State>, to: State): readonly State[] {
  return (Object.keys(moves) as State[]).filter((from) => mayMove(moves, from, to));
}

/** States that no chain of moves reaches from `start`; a sound table has none. */
export function unreachable<State extends string>(moves: Moves<State>, start: State): readonly State[] {
  const reached = new Set<State>([start]);
  for (const state of reached) for (const next of moves[state]) reached.add(next);
  return (Object.keys(moves) as State[]).filter((state) => !reached.has(state));
}
