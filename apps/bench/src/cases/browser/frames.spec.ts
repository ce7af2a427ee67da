import { framesBetween, type TraceEvent } from './frames';

const event = (name: string, ts: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  ...{ name, ph: 'X', pid: 1, tid: 2, ts },
  ...more,
});
const mark = (name: string, ts: number): TraceEvent => event(name, ts, { ph: 'I' });
const lasting = (name: string, ts: number, milliseconds: number, more: Partial<TraceEvent> = {}): TraceEvent =>
  event(name, ts, { dur: milliseconds * 1_000, tdur: milliseconds * 1_000, ...more });

describe('the frames of a trace', () => {
  it('have the work since the frame before, what is inside of it only once, and the commit apart', () => {
    const events = [
      mark('begin', 0),
      lasting('EventDispatch', 1_000, 2),
      lasting('FireAnimationFrame', 4_000, 3),
      lasting('FunctionCall', 4_500, 2),
      lasting('Paint', 8_000, 1),
      lasting('Commit', 10_000, 5),
      lasting('FireAnimationFrame', 20_000, 4),
      lasting('Commit', 25_000, 1),
      mark('end', 30_000),
    ];
    expect(framesBetween(events, 'begin', 'end')).toEqual([
      { work: 6, commit: 5 },
      { work: 4, commit: 1 },
    ]);
  });

  it('leave out what another thread did, what was before and after, and frames without a script of the page', () => {
    const events = [
      lasting('FireAnimationFrame', 0, 9),
      mark('begin', 10_000),
      lasting('FireAnimationFrame', 11_000, 9, { tid: 3 }),
      lasting('PrePaint', 12_000, 1),
      lasting('Commit', 14_000, 1),
      lasting('FireAnimationFrame', 20_000, 2),
      lasting('Commit', 23_000, 1),
      mark('end', 30_000),
      lasting('FireAnimationFrame', 31_000, 9),
      lasting('Commit', 41_000, 1),
    ];
    expect(framesBetween(events, 'begin', 'end')).toEqual([{ work: 2, commit: 1 }]);
  });

  it('are asked for by marks that must be there', () => {
    expect(() => framesBetween([mark('begin', 0)], 'begin', 'end')).toThrow('the trace has no mark end');
  });
});
