import { Action } from '../explore/action';
import { LiveRun } from '../explore/live-run';
import { LiveCommands } from '../explore/live-commands';
import { Outcome } from '../explore/outcome';

/**
 * The model of a random run: what an observer knows without looking into the database. It knows which process waits for
 * what, and so which steps are possible. It also knows what every caller was told, and so which seats are promised to whom.
 * The real system is the live run, whose store must keep those promises.
 */
export class Callers {
  /** The steps that were taken. */
  readonly schedule: Action[] = [];
  private readonly told = new Map<number, Outcome>();
  /** The booking that was told CONFIRMED, by seat. */
  private readonly promised = new Map<string, string>();

  /** @param mayEnd whether somebody else may cancel the booking, so that its seats are no promise */
  constructor(
    private readonly commands: Pick<LiveCommands, 'standingOf' | 'lateOf'>,
    private readonly mayEnd: (bookingId: string) => boolean,
  ) {}

  /** Whether the step is possible now. */
  allows({ kind, at, nth }: Action): boolean {
    const standing = this.commands.standingOf(at);
    switch (kind) {
      case 'apply':
        return standing === 'sent';
      case 'deliver':
        return standing === 'answered';
      case 'lose':
      case 'crash':
        return standing !== 'ended';
      case 'land':
        return nth < this.commands.lateOf(at);
      case 'stall':
        return true;
      case 'repeat':
        return false;
    }
  }

  /** Remembers the step and what the callers were told by it. @returns the promise that was broken */
  learn(action: Action, { scenario, outcomes }: LiveRun): string | undefined {
    this.schedule.push(action);
    return outcomes
      .flatMap((outcome, at) => {
        if (outcome === undefined || this.told.has(at)) return [];
        this.told.set(at, outcome);
        const seatIds = scenario.processes[at]?.asks?.seatIds ?? [];
        return outcome.kind === 'booked' ? this.promise(seatIds, outcome.bookingId) : [];
      })
      .at(0);
  }

  /** The promise that the store does not keep. */
  brokenPromise({ owners }: LiveRun['store']): string | undefined {
    const broken = [...this.promised].find(([seatId, bookingId]) => owners[seatId] !== bookingId);
    return broken && `callers: seat ${broken[0]} was promised to ${broken[1]} and is not its own`;
  }

  private promise(seatIds: readonly string[], bookingId: string): readonly string[] {
    if (this.mayEnd(bookingId)) return [];
    return seatIds.flatMap((seatId) => {
      const other = this.promised.get(seatId) ?? bookingId;
      this.promised.set(seatId, bookingId);
      return other === bookingId ? [] : [`callers: seat ${seatId} was promised to ${other} and to ${bookingId}`];
    });
  }
}
