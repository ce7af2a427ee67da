import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CpuProfile, type SelfTime, selfTimes } from './profile';

/** The profile that Modex writes of itself when it ends, from the moment on at which it was warm. */
export class ModexProfile {
  private since = 0;

  /** @param folder where Modex puts it; what older profiles lie there are removed */
  constructor(readonly folder: string) {
    rmSync(folder, { recursive: true, force: true });
  }

  /** What comes from now on counts, and nothing before. */
  begin(): void {
    this.since = Number(process.hrtime.bigint() / 1_000n);
  }

  /** Once Modex has ended. */
  read(): readonly SelfTime[] {
    const [name] = readdirSync(this.folder).filter((file) => file.endsWith('.cpuprofile'));
    if (name === undefined) throw new Error(`Modex left no profile in ${this.folder}`);
    return selfTimes(JSON.parse(readFileSync(join(this.folder, name), 'utf8')) as CpuProfile, this.since);
  }
}
