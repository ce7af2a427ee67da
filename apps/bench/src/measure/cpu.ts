import { readdirSync, readFileSync } from 'node:fs';

/**
 * Processor time of a process and of those that it started, over all their threads, in nanoseconds, as Linux accounts it for each thread: the ticks of
 * `/proc/<pid>/stat` are 10 ms long, and a read takes a hundredth of that. Exact for threads that wait, as those of a server
 * do after its last answer; of a thread that runs up to 4 ms are still to come.
 */
export class CpuMeter {
  private readonly seen = new Map<string, number>();
  private readonly folders: readonly string[];

  /** @throws when there is no such process */
  constructor(pid: number) {
    this.folders = familyOf(pid).map(tasksOf);
    this.lap();
  }

  /** @returns nanoseconds since the last lap; of a thread that ended meanwhile, its last part is missing */
  lap(): number {
    let used = 0;
    for (const thread of this.folders.flatMap(entriesOf)) {
      const total = this.timeOf(thread);
      used += total - (this.seen.get(thread) ?? 0);
      this.seen.set(thread, total);
    }
    return used;
  }

  private timeOf(thread: string): number {
    try {
      return Number(readFileSync(`${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // It has ended since the folder was read.
      return this.seen.get(thread) ?? 0;
    }
  }
}

/** The process, what it started, what that started, and so on. */
function familyOf(pid: number): readonly number[] {
  const childrenOf = (thread: string): string[] =>
    readFileSync(`${thread}/children`, 'utf8').split(' ').filter(Boolean);
  return [pid, ...entriesOf(tasksOf(pid)).flatMap(childrenOf).map(Number).flatMap(familyOf)];
}

function tasksOf(pid: number): string {
  return `/proc/${pid}/task`;
}

function entriesOf(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => `${folder}/${name}`);
}
