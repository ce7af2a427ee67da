import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FieldTree, form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiClose } from '@mdi/js';
import { LIMITS, Money, moneyText, quote } from '@modex/domain';
import { emailRule } from '@modex/web-account';
import { Api, BookedResponse, getAdminShow, Problem, reading, readProblem } from '@modex/web-api-client';
import {
  CategoryLegend,
  isUnknownShow,
  LiveSeats,
  planOfShow,
  priceWriter,
  SeatList,
  SeatMap,
  ticketOptions,
} from '@modex/web-seats';
import {
  BackLink,
  Control,
  counted,
  EmailField,
  Field,
  focusFirstError,
  Heading,
  Icon,
  Live,
  LOCALE,
  Notice,
  Page,
  PageHead,
  PageStates,
  placeRefusals,
  RefusedField,
  ShowTimePipe,
  Skeleton,
  WriteButton,
  WriteForm,
} from '@modex/web-ui';
import { NoSuchShow } from '../show/no-such-show';
import { Buyer, CounterSale } from './counter-sale';
import { nextFreeOf } from './standing-places';

/** Sells seats of a show at the counter or on the phone: from its map, to a customer who is named. */
@Component({
  imports: [
    BackLink,
    CategoryLegend,
    Control,
    EmailField,
    Field,
    FormField,
    Heading,
    Icon,
    Live,
    MatButtonModule,
    NoSuchShow,
    Notice,
    Page,
    PageStates,
    RouterLink,
    SeatList,
    SeatMap,
    ShowTimePipe,
    Skeleton,
    WriteButton,
    WriteForm,
  ],
  providers: [CounterSale, LiveSeats],
  templateUrl: './sell-page.html',
  styleUrl: './sell-page.scss',
})
export class SellPage {
  private readonly api = inject(Api);
  private readonly head = inject(PageHead);
  private readonly sale = inject(CounterSale);

  /** The show of the address. */
  readonly showId = input.required<string>();

  protected readonly liveSeats = inject(LiveSeats);
  protected readonly icons = { close: mdiClose };
  protected readonly most = LIMITS.seatsPerGroup;
  protected readonly reading = reading({
    params: () => this.showId(),
    read: (showId) => this.api.invoke(getAdminShow, { showId }),
  });
  protected readonly show = this.reading.value;
  protected readonly layout = planOfShow(() => this.show());
  /** Undefined until the seats are known. */
  protected readonly plan = computed(() => (this.liveSeats.isKnown() ? this.layout.plan() : undefined));
  protected readonly isListed = signal(false);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  private readonly types = signal<Readonly<Record<string, string>>>({});
  protected readonly booked = signal<BookedResponse | undefined>(undefined);
  protected readonly problem = signal<Problem | undefined>(undefined);
  /** Said of chosen seats that somebody else took. */
  protected readonly gone = signal('');
  private readonly buyer = signal<Buyer>({ name: '', email: '' });
  protected readonly form: FieldTree<Buyer> = form(
    this.buyer,
    (path) => {
      required(path.name, { message: $localize`Enter the name.` });
      maxLength(path.name, LIMITS.personName, { message: $localize`At most ${LIMITS.personName}:most: characters.` });
      emailRule(path.email);
    },
    { submission: { action: () => this.sell(), onInvalid: () => focusFirstError(this.form) } },
  );

  protected readonly priceWords = computed(() => priceWriter(this.show()?.prices));
  /** What the chosen seats cost; undefined where the show is free of charge. */
  private readonly quote = computed(() => {
    const [prices, plan] = [this.show()?.prices, this.plan()];
    if (!prices || !plan) return undefined;
    const wanted = [...this.chosen()].map((seatId) => {
      return { seatId, category: plan.categoryOf(seatId) ?? '', type: this.types()[seatId] };
    });
    return quote(prices, wanted);
  });
  protected readonly lines = computed(() =>
    [...this.chosen()].flatMap((id) => {
      const seat = this.plan()?.seat(id);
      const line = this.quote()?.tickets.find(({ seatId }) => seatId === id);
      if (!seat) return [];
      return [{ seat, type: line?.type, price: line && this.inWords(line.amount), options: this.optionsOf(id) }];
    }),
  );
  protected readonly fees = computed(() =>
    (this.quote()?.fees ?? []).map(({ name, amount }) => ({ name, price: this.inWords(amount) })),
  );
  protected readonly total = computed(() => {
    const price = this.quote();
    return price === undefined ? '' : this.inWords(price.total);
  });
  protected readonly action = computed(() => {
    const count = this.chosen().size;
    return counted(
      count,
      $localize`{n, plural, =0 {Choose seats} =1 {Book 1 seat} other {Book ${count}:seats: seats}}`,
    );
  });
  protected readonly missing = computed(() => isUnknownShow(this.reading.problem()));

  constructor() {
    effect(() => this.liveSeats.showId.set(this.show()?.status === 'ON_SALE' ? this.showId() : undefined));
    effect(() => {
      const show = this.show();
      if (show) this.head.name($localize`Sell · ${show.title}:title: · Admin`);
    });
    effect(() => {
      const [plan, status] = [this.plan(), this.liveSeats.status()];
      if (plan && status) untracked(() => this.dropTaken((id) => status.statusAt(plan.indexOf(id)) !== 'AVAILABLE'));
    });
  }

  protected toggle(seatId: string): void {
    this.problem.set(undefined);
    this.booked.set(undefined);
    this.gone.set('');
    const chosen = new Set(this.chosen());
    if (!chosen.delete(seatId)) chosen.add(seatId);
    this.chosen.set(chosen);
  }

  /** Of a section where people stand one more place is chosen. */
  protected addStanding(section: string): void {
    const [plan, status] = [this.plan(), this.liveSeats.status()];
    if (!plan || !status || this.chosen().size >= this.most) return;
    const next = nextFreeOf(plan, section, (index) => {
      return status.statusAt(index) === 'AVAILABLE' && !this.chosen().has(plan.idAt(index));
    });
    if (next !== undefined) this.toggle(plan.idAt(next));
  }

  protected chooseType(seatId: string, type: string): void {
    this.types.update((before) => ({ ...before, [seatId]: type }));
  }

  protected removeLabel(name: string): string {
    return $localize`Do not book ${name}:seat:`;
  }

  protected typeLabel(name: string): string {
    return $localize`Ticket for ${name}:seat:`;
  }

  private async sell(): Promise<RefusedField[] | undefined> {
    const [name, email] = [this.buyer().name.trim(), this.buyer().email.trim()];
    this.problem.set(undefined);
    this.booked.set(undefined);
    try {
      this.booked.set(await this.sale.sell(this.showId(), this.wanted(), { name, email }));
    } catch (error) {
      const problem = readProblem(error);
      if (problem.code === 'price-changed') await this.reading.refresh();
      return placeRefusals(this.form, problem.fields, () => this.problem.set(problem));
    }
    this.chosen.set(new Set());
    this.buyer.set({ name: '', email: '' });
    this.form().reset();
    await this.liveSeats.refresh();
    return undefined;
  }

  private wanted() {
    const price = this.quote();
    const seatIds = [...this.chosen()];
    if (price === undefined) return { seatIds };
    const tickets = price.tickets.flatMap(({ seatId, type }) => (type === '' ? [] : [{ seatId, type }]));
    const total: Money = { amount: price.total, currency: price.currency };
    return { seatIds, total, ...(tickets.length > 0 && { tickets }) };
  }

  /** What is booked by this page or by others can be chosen no more. */
  private dropTaken(isTaken: (seatId: string) => boolean): void {
    const taken = [...this.chosen()].filter(isTaken);
    if (taken.length === 0 || this.form().submitting()) return;
    const names = taken.map((id) => this.plan()?.seat(id)?.name ?? '').join('; ');
    this.gone.set($localize`Somebody else took ${names}:seats:. Choose others.`);
    this.chosen.set(new Set([...this.chosen()].filter((id) => !taken.includes(id))));
  }

  private optionsOf(seatId: string) {
    return ticketOptions(this.show()?.prices, this.plan()?.categoryOf(seatId) ?? '');
  }

  private inWords(amount: number): string {
    return moneyText({ amount, currency: this.show()?.prices?.currency ?? 'XXX' }, LOCALE);
  }
}
