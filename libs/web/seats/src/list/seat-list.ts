import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { PackedStatus } from '@modex/domain';
import { SeatMark } from '@modex/web-ui';
import { SeatMarks } from '../map/seat-marks';
import { PriceOf, rowWords, seatWords } from '../map/seat-words';
import { ShowPlan } from '../show-plan';
import { freeIn, hasAccessible, ListedRow, rowsOfSection } from './listed-rows';

/** So many rows, and seats of an opened row, are elements at once. */
const ROWS = 24;
const SEATS = 60;

interface ListedSeat {
  readonly index: number;
  readonly label: string;
  readonly mark: SeatMark;
  readonly words: string;
}

/**
 * The seats of a show as a list: section, row, seats. It is the same as the map, for whoever prefers reading: the same
 * choice goes in, the same presses come out. Only the seats of the opened row are elements of the page. Where people stand
 * there is one entry: `standingPressed` tells its section by its key, whose places are chosen by their number.
 */
@Component({
  selector: 'mx-seat-list',
  templateUrl: './seat-list.html',
  styleUrl: './seat-list.scss',
})
export class SeatList {
  readonly plan = input.required<ShowPlan>();
  readonly status = input<PackedStatus>();
  readonly chosen = input<ReadonlySet<string>>(new Set());
  readonly lost = input<ReadonlySet<string>>(new Set());
  readonly mine = input<ReadonlySet<string>>(new Set());
  readonly max = input(10);
  readonly locked = input(false);
  readonly priceOf = input<PriceOf>();

  readonly toggled = output<string>();
  readonly limitReached = output<void>();
  readonly standingPressed = output<string>();

  protected readonly category = signal('');
  protected readonly isAccessible = signal(false);
  private readonly filter = computed(() => ({ category: this.category(), isAccessible: this.isAccessible() }));
  private readonly marks = computed(
    () => new SeatMarks(this.plan(), this.status(), { chosen: this.chosen(), lost: this.lost(), mine: this.mine() }),
  );
  protected readonly categories = computed(() =>
    this.plan().plan.categories.map(({ key, name }) => ({
      key,
      words: [name, this.priceOf()?.(key)].filter(Boolean).join(', '),
    })),
  );
  protected readonly hasAccessible = computed(() => hasAccessible(this.plan()));
  protected readonly sections = computed(() =>
    this.plan().plan.layout.sections.map(({ name }, section) => ({ section, name })),
  );
  protected readonly section = linkedSignal<ShowPlan, number>({ source: this.plan, computation: () => 0 });
  private readonly allRows = computed<readonly ListedRow[]>(() =>
    rowsOfSection(this.plan(), this.section(), this.filter()),
  );
  /** Which of the pages of rows is seen. */
  protected readonly page = linkedSignal<readonly ListedRow[], number>({ source: this.allRows, computation: () => 0 });
  protected readonly pages = computed(() => Math.ceil(this.allRows().length / ROWS));
  protected readonly rows = computed(() => {
    const [plan, marks] = [this.plan(), this.marks()];
    return this.allRows()
      .slice(this.page() * ROWS, (this.page() + 1) * ROWS)
      .map(({ row, seats, standing }) => ({
        ...{ row, seats, standing, name: this.nameOf(plan, row), free: freeIn(marks, seats) },
        price: standing === undefined ? undefined : this.priceAt(plan, seats),
      }));
  });
  /** The row whose seats are seen; with few of them, the first one. */
  protected readonly open = linkedSignal<readonly ListedRow[], number | undefined>({
    source: this.allRows,
    computation: (rows) =>
      rows[0]?.standing === undefined && (rows.length === 1 || this.isAccessible()) ? rows[0]?.row : undefined,
  });
  /** How many seats of the opened row are seen. */
  private readonly most = linkedSignal({ source: this.open, computation: () => SEATS });
  private readonly seatsOfOpen = computed(() => this.allRows().find(({ row }) => row === this.open())?.seats ?? []);
  protected readonly hidden = computed(() => Math.max(0, this.seatsOfOpen().length - this.most()));
  protected readonly seats = computed<readonly ListedSeat[]>(() => {
    const [plan, marks, priceOf] = [this.plan(), this.marks(), this.priceOf()];
    return this.seatsOfOpen()
      .slice(Math.max(0, this.most() - SEATS), this.most())
      .map((index) => {
        const mark = marks.of(index);
        return { index, mark, label: plan.placeAt(index).label, words: seatWords(plan, index, mark, priceOf) };
      });
  });
  protected readonly news = signal('');

  protected toggleRow(row: number): void {
    this.open.update((open) => (open === row ? undefined : row));
  }

  /** Nobody chooses a place to stand of their own: how many is asked elsewhere. */
  protected askHowMany(section: string, free: number): void {
    if (this.locked()) this.news.set($localize`The choice cannot be changed at the moment.`);
    else if (free === 0) this.news.set($localize`No place is free there at the moment.`);
    else {
      this.news.set('');
      this.standingPressed.emit(section);
    }
  }

  /** The next seats of a long row. */
  protected showMore(): void {
    this.most.update((most) => most + SEATS);
  }

  protected toggle({ index, mark, words }: ListedSeat): void {
    if (this.locked()) return this.news.set($localize`The choice cannot be changed at the moment.`);
    if (mark !== 'free' && mark !== 'chosen')
      return this.news.set($localize`${words}:seat:. Please choose another seat.`);
    if (mark === 'free' && this.chosen().size >= this.max()) return this.limitReached.emit();
    this.news.set('');
    this.toggled.emit(this.plan().idAt(index));
  }

  /** What a place costs where people stand: all have one category. */
  private priceAt(plan: ShowPlan, [first]: readonly number[]): string | undefined {
    return first === undefined ? undefined : this.priceOf()?.(plan.placeAt(first).category);
  }

  /** Places where people stand have no row. */
  private nameOf(plan: ShowPlan, row: number): string {
    return rowWords(plan, row) || $localize`All seats`;
  }
}
