import { readFileSync, writeFileSync } from 'node:fs';

/** The most memory that a process has had in the machine since this was made, as Linux accounts it. */
export class PeakMemory {
  constructor(private readonly pid: number) {
    // Forgets the peak until now.
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  }

  peakMb(): number {
    const [, kb] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8')) ?? [];
    return Number(kb) / 1_024;
  }
}
