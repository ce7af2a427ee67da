import {
  computed,
  DestroyRef,
  effect,
  inject,
  Injector,
  linkedSignal,
  resource,
  ResourceRef,
  Signal,
  signal,
  untracked,
} from '@angular/core';
import { Problem, readProblem } from './problem';
import { repeatWhileVisible } from './visible-repeat';

/** What is read, and when it is read again. */
export interface ReadingOptions<P, T> {
  /** What is asked for, in plain values; undefined: nothing, and nothing is known then. It is read anew when this changes. */
  readonly params: () => P | undefined;
  /** Asks the API. `before`: what is known of the same thing, when it is read once more. */
  readonly read: (params: P, before: T | undefined) => Promise<T>;
  /**
   * In how many milliseconds it is read again while the page is visible; undefined: not by itself. `value` is undefined
   * where nothing could be read. Left out, it is never read again by itself.
   */
  readonly pause?: (value: T | undefined) => number | undefined;
}

/** Something that the API was asked for. Only the newest answer counts. */
export interface Reading<T> {
  /** What is known; undefined until the first answer, and again as soon as something else is asked for. */
  readonly value: Signal<T | undefined>;
  /** Why nothing could be read. */
  readonly problem: Signal<Problem | undefined>;
  /** Why what is known could not be read once more: it may be behind. */
  readonly behind: Signal<Problem | undefined>;
  /** True while an answer is on its way. */
  readonly loading: Signal<boolean>;
  /** Forgets what is known and reads anew. Resolves when no answer is on its way any more. */
  reload(): Promise<void>;
  /** Reads once more; meanwhile, and when that fails, everything stays in view. Resolves like `reload`. */
  refresh(): Promise<void>;
  /** Resolves when no answer is on its way, or whoever reads has gone. */
  settled(): Promise<void>;
  /** Takes over the answer to a write. It is the newest: reads that are on their way began earlier and are dropped. */
  set(value: T): void;
}

/** The last answer: what is known, or why there is nothing, or both after a refresh that failed. */
interface Answer<T> {
  readonly value?: T;
  readonly problem?: Problem;
}

/**
 * The one way to read from the API: a component that uses this shows `value`, `problem` or `behind`, and needs no flags of
 * its own. The loader below never fails, because a failed resource would lose its value.
 */
export function reading<P, T>({ params, read, pause }: ReadingOptions<P, T>): Reading<T> {
  const asked = computed(params, { equal: isSame });
  const round = signal(0);
  const source: ResourceRef<Answer<T> | undefined> = resource({
    params: () => questionOf(asked(), round()),
    loader: ({ params: { about } }) => answerOf(() => read(about, latest()?.value), latest()?.value),
  });
  const latest = linkedSignal<State<P, T>, Answer<T> | undefined>({
    source: () => ({ about: asked(), answer: source.value() }),
    computation: ({ about, answer }, before) => answer ?? (before?.source.about === about ? before?.value : undefined),
  });
  const settled = settling(source.isLoading);
  const refresh = (): Promise<void> => {
    // Signals are lazy: an answer that nobody has read yet would be lost with its round.
    untracked(latest);
    round.update((count) => count + 1);
    return settled();
  };
  if (pause) repeating(refresh, latest, pause);
  return {
    value: computed(() => latest()?.value),
    problem: computed(() => (latest()?.value === undefined ? latest()?.problem : undefined)),
    behind: computed(() => (latest()?.value === undefined ? undefined : latest()?.problem)),
    loading: source.isLoading,
    reload: () => {
      latest.set(undefined);
      return refresh();
    },
    refresh,
    settled,
    set: (value) => {
      if (untracked(asked) !== undefined) source.set({ value });
    },
  };
}

interface State<P, T> {
  readonly about: P | undefined;
  readonly answer: Answer<T> | undefined;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Every round is a new request, and replaces the one before. */
interface Question<P> {
  readonly about: P;
  readonly round: number;
}

function questionOf<P>(about: P | undefined, round: number): Question<P> | undefined {
  return about === undefined ? undefined : { about, round };
}

async function answerOf<T>(read: () => Promise<T>, before: T | undefined): Promise<Answer<T>> {
  try {
    return { value: await read() };
  } catch (error) {
    const problem = readProblem(error);
    return before === undefined ? { problem } : { value: before, problem };
  }
}

/** Resolves when nothing is loading any more. */
function settling(loading: Signal<boolean>): () => Promise<void> {
  const injector = inject(Injector);
  const owner = inject(DestroyRef);
  return () =>
    untracked(
      () =>
        new Promise((done) => {
          if (owner.destroyed) return done();
          const leave = owner.onDestroy(done);
          const watch = effect(
            () => {
              if (loading()) return;
              watch.destroy();
              leave();
              done();
            },
            { injector },
          );
        }),
    );
}

function repeating<T>(
  refresh: () => Promise<void>,
  latest: Signal<Answer<T> | undefined>,
  pause: (value: T | undefined) => number | undefined,
): void {
  let wait = 0;
  const repeat = repeatWhileVisible(refresh, () => wait);
  effect(() => {
    const answer = latest();
    const next = answer && pause(answer.value);
    if (next === undefined) return repeat.stop();
    wait = next;
    repeat.later();
  });
}
