/** An event of Chromium's tracing, as far as it is read here; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
}

/** What one frame took of the main thread's processor time, in milliseconds. */
export interface FrameWork {
  /** The site's scripts, and the browser's style, layout and recording of what is to be painted. */
  readonly work: number;
  /** What is handed to the compositor, where a machine without a GPU also fills the pixels of a canvas. */
  readonly commit: number;
}

/** What counts as work of a frame. */
const WORK: ReadonlySet<string> = new Set([
  ...['FireAnimationFrame', 'EventDispatch', 'TimerFire', 'FireIdleCallback', 'FunctionCall', 'RunMicrotasks'],
  ...['MinorGC', 'MajorGC', 'HitTest', 'UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize'],
]);
/** The last thing of every frame. */
const END = 'Commit';

/**
 * The frames between two marks (`performance.mark`), of the thread that made them. What happens between two frames belongs to the
 * later one. Only frames with a script of the page are told: others show what the compositor has moved by itself.
 * @throws when a mark is missing
 */
export function framesBetween(events: readonly TraceEvent[], from: string, to: string): readonly FrameWork[] {
  const [begin, end] = [markOf(events, from), markOf(events, to)];
  const during = events
    .filter(
      ({ ph, pid, tid, ts }) => ph === 'X' && pid === begin.pid && tid === begin.tid && ts >= begin.ts && ts < end.ts,
    )
    .toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  const frames: FrameWork[] = [];
  let [work, hasScript, covered] = [0, false, 0];
  for (const { name, ts, dur = 0, tdur = 0 } of during) {
    if (name === END) {
      if (hasScript) frames.push({ work, commit: tdur / 1_000 });
      [work, hasScript] = [0, false];
    } else if (WORK.has(name) && ts >= covered) {
      // What happens inside of it is in its time already.
      covered = ts + dur;
      work += tdur / 1_000;
      hasScript ||= name === 'FireAnimationFrame';
    }
  }
  return frames;
}

function markOf(events: readonly TraceEvent[], mark: string): TraceEvent {
  const found = events.find(({ name, ph }) => name === mark && (ph === 'I' || ph === 'R' || ph === 'i'));
  if (found === undefined) throw new Error(`the trace has no mark ${mark}`);
  return found;
}
