import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

/** A processor profile as Node writes it; times in microseconds of the system's monotonic clock. */
export interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame }[];
  readonly startTime: number;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  /** From 0, in the file that ran. */
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** What a function needed itself, without what it called. */
export interface SelfTime {
  readonly name: string;
  /** Its place in the source; a package's files begin with the package. */
  readonly place: string;
  /** 0 to 1, of the time in which anything ran. */
  readonly share: number;
}

/** Not work: the thread waited, or the profiler itself was at it. */
const NOT_WORK: readonly string[] = ['(idle)', '(root)'];

/**
 * What each function needed itself, the most first.
 * @param since counts from this moment on, in microseconds of the system's monotonic clock
 */
export function selfTimes({ nodes, startTime, samples, timeDeltas }: CpuProfile, since: number): readonly SelfTime[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const [byFunction, places] = [new Map<string, SelfTime & { time: number }>(), new Places()];
  let [at, total] = [startTime, 0];
  for (const [index, id] of samples.entries()) {
    const time = timeDeltas[index] ?? 0;
    at += time;
    const frame = frames.get(id);
    if (frame === undefined || at < since || NOT_WORK.includes(frame.functionName)) continue;
    const [name, place] = [frame.functionName || '(anonymous)', places.of(frame)];
    const known = byFunction.get(`${name} ${place}`)?.time ?? 0;
    byFunction.set(`${name} ${place}`, { name, place, share: 0, time: known + time });
    total += time;
  }
  return [...byFunction.values()]
    .map(({ name, place, time }) => ({ name, place, share: time / total }))
    .toSorted((one, other) => other.share - one.share);
}

/** The same by package; our own code and Node's parts count as one each. */
export function byPackage(times: readonly SelfTime[]): readonly SelfTime[] {
  const shares = new Map<string, number>();
  for (const { place, name, share } of times) {
    const part = packageOf(place) ?? (place === '' ? name : 'our own code');
    shares.set(part, (shares.get(part) ?? 0) + share);
  }
  return [...shares].map(([name, share]) => ({ name, place: '', share })).toSorted((a, b) => b.share - a.share);
}

function packageOf(place: string): string | undefined {
  if (place.startsWith('node:')) return 'node';
  return /^((?:@[^/]+\/)?[^/@]+)\/.*\(package\)/.exec(place)?.[1];
}

/** Where functions stand in the source, by the source maps beside what ran. */
class Places {
  private readonly maps = new Map<string, SourceMap | undefined>();

  of({ url, lineNumber, columnNumber }: CallFrame): string {
    const ofPackage = url.split('/node_modules/').at(-1);
    if (ofPackage !== undefined && ofPackage !== url) return `${ofPackage}:${lineNumber + 1} (package)`;
    const entry = this.mapOf(url)?.findEntry(lineNumber, columnNumber);
    if (entry === undefined || !('originalSource' in entry)) return url === '' ? '' : `${url}:${lineNumber + 1}`;
    return `${entry.originalSource.replace(/^.*?(?=libs\/|apps\/)/, '')}:${entry.originalLine + 1}`;
  }

  private mapOf(url: string): SourceMap | undefined {
    if (!this.maps.has(url)) this.maps.set(url, readMap(url));
    return this.maps.get(url);
  }
}

function readMap(url: string): SourceMap | undefined {
  if (!url.startsWith('file:')) return undefined;
  try {
    return new SourceMap(JSON.parse(readFileSync(new URL(`${url}.map`), 'utf8')));
  } catch {
    return undefined;
  }
}
