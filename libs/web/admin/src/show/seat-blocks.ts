import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { LIMITS, PackedStatus, SeatStatus } from '@modex/domain';
import { Api, BlockReason, blockSeats, Problem, readProblem, releaseSeats } from '@modex/web-api-client';
import { ShowPlan } from '@modex/web-seats';
import { Control, counted, Field, Notice, rowLabel, WriteButton, WriteGate } from '@modex/web-ui';
import { BLOCK_REASON_WORDS, BLOCK_REASONS } from './block-reasons';
import { STATUS_WORDS } from './status-words';

const NO_ROWS: ReadonlyMap<string, readonly number[]> = new Map();

/**
 * Keeps seats from sale with a reason, and gives them back to it. In: the plan of the show, and its status now. `chosen`: the ids
 * that are meant, ticked here or chosen elsewhere. Out: `changed` when the API has changed something.
 */
@Component({
  selector: 'mx-seat-blocks',
  imports: [Control, Field, MatButtonModule, Notice, WriteButton],
  providers: [WriteGate],
  templateUrl: './seat-blocks.html',
  styleUrl: './seat-blocks.scss',
})
export class SeatBlocks {
  private readonly api = inject(Api);

  readonly showId = input.required<string>();
  readonly plan = input.required<ShowPlan>();
  readonly status = input<PackedStatus>();
  readonly chosen = model<ReadonlySet<string>>(new Set());
  readonly changed = output();

  protected readonly reasons = BLOCK_REASONS.map((reason) => ({ reason, words: BLOCK_REASON_WORDS[reason] }));
  protected readonly longest = LIMITS.reason;
  protected readonly reason = signal<BlockReason>('house');
  protected readonly words = signal('');
  protected readonly said = signal('');
  protected readonly refused = signal<Problem | undefined>(undefined);
  /** Whether somebody looks: only then is the plan read. */
  protected readonly isOpen = signal(false);
  /** The indexes of the seats of each row, by what the row is called. */
  private readonly rowsByName = computed(() => (this.isOpen() ? rowsOf(this.plan()) : NO_ROWS));
  protected readonly rows = computed(() => [...this.rowsByName().keys()]);
  protected readonly row = linkedSignal<readonly string[], string>({
    source: this.rows,
    computation: (rows, before) => rows.find((row) => row === before?.value) ?? rows[0] ?? '',
  });
  protected readonly seatsOfRow = computed(() =>
    (this.rowsByName().get(this.row()) ?? []).map((index) => {
      const [{ id, name }, status] = [this.plan().seatAt(index), this.statusAt(index)];
      return { id, name, status: STATUS_WORDS[status], isOff: isOfCustomer(status) };
    }),
  );
  protected readonly toBlock = computed(() => this.chosenOf('AVAILABLE'));
  protected readonly toRelease = computed(() => this.chosenOf('BLOCKED'));

  protected tick(seatId: string): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(seatId)) chosen.add(seatId);
    this.chosen.set(chosen);
  }

  protected readonly block = (): Promise<void> =>
    this.write(async () => {
      const [reason, words] = [this.reason(), this.words().trim()];
      const body = { seatIds: this.toBlock(), reason, ...(words !== '' && { words }) };
      const { changedSeatIds } = await this.api.invoke(blockSeats, { showId: this.showId(), body });
      const count = changedSeatIds.length;
      this.words.set('');
      return counted(count, $localize`{n, plural, =1 {1 seat is blocked.} other {${count}:seats: seats are blocked.}}`);
    });

  protected readonly release = (): Promise<void> =>
    this.write(async () => {
      const body = { seatIds: this.toRelease() };
      const { changedSeatIds } = await this.api.invoke(releaseSeats, { showId: this.showId(), body });
      const count = changedSeatIds.length;
      return counted(count, $localize`{n, plural, =1 {1 seat is on sale.} other {${count}:seats: seats are on sale.}}`);
    });

  private async write(make: () => Promise<string>): Promise<void> {
    this.said.set('');
    this.refused.set(undefined);
    try {
      this.said.set(await make());
      this.chosen.set(new Set());
    } catch (error) {
      this.refused.set(inWordsForStaff(readProblem(error)));
    }
    this.changed.emit();
  }

  private chosenOf(status: SeatStatus): string[] {
    const chosen = [...this.chosen()].filter((id) => this.statusAt(this.plan().indexOf(id)) === status);
    return chosen.slice(0, LIMITS.seatsPerBlock);
  }

  private statusAt(index: number): SeatStatus {
    return this.status()?.statusAt(index) ?? 'AVAILABLE';
  }
}

/** The usual words of this refusal are for a customer who chooses seats. */
function inWordsForStaff(problem: Problem): Problem {
  if (problem.code !== 'seat-taken') return problem;
  const headline = $localize`Customers have some of these seats`;
  return { ...problem, headline, nextStep: $localize`None was blocked. Block the others alone.` };
}

function rowsOf(plan: ShowPlan): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (let index = 0; index < plan.size; index++) {
    const row = rowLabel(plan.seatAt(index));
    rows.set(row, rows.get(row) ?? []);
    rows.get(row)?.push(index);
  }
  return rows;
}

function isOfCustomer(status: SeatStatus): boolean {
  return status === 'HELD' || status === 'BOOKED';
}
