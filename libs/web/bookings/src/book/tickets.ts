import { computed, inject, Injectable, signal } from '@angular/core';
import { Money, quote, ShowPrices } from '@modex/domain';
import { TicketOption, ticketOptions } from '@modex/web-seats';
import { TabMemory } from '@modex/web-ui';
import { readTickets, WantedTicket } from './kept-attempt';
import { OpenShow } from './open-show';
import { SeatChoice } from './seat-choice';

/** No currency, as ISO 4217 says it: what is free of charge costs nothing in any. */
const NOTHING: Money = { amount: 0, currency: 'XXX' };

/**
 * For whom the chosen seats are, and what they cost by the prices that the page shows. The API alone says what is paid. It
 * keeps the seats over a reload, and this tab for whom they are.
 */
@Injectable()
export class Tickets {
  private readonly openShow = inject(OpenShow);
  private readonly choice = inject(SeatChoice);
  private readonly memory = inject(TabMemory);
  private readonly showId = signal('');
  private readonly wished = signal<Readonly<Record<string, string>>>({});

  /** What the chosen seats cost, line by line; undefined where the show is free of charge. */
  readonly quote = computed(() => this.quoteOf(this.choice.chosenIds()));
  /** The total that the customer sees, and books at. */
  readonly total = computed<Money>(() => {
    const told = this.quote();
    return told === undefined ? NOTHING : { amount: told.total, currency: told.currency };
  });
  /** What a booking says of them; none where the show has no ticket types. */
  readonly wanted = computed<readonly WantedTicket[]>(() =>
    (this.quote()?.tickets ?? []).flatMap(({ seatId, type }) => (type === '' ? [] : [{ seatId, type }])),
  );

  /** From now on the tickets of this show: those of a booking that was sent, else what was chosen here before. */
  open(showId: string, sent?: readonly WantedTicket[]): void {
    this.showId.set(showId);
    const tickets = sent ?? readTickets(this.memory.recall(memoryName(showId)));
    this.wished.set(Object.fromEntries(tickets.map(({ seatId, type }) => [seatId, type])));
  }

  /** From now on the seat is for somebody of this type. */
  choose(seatId: string, type: string): void {
    this.wished.update((before) => ({ ...before, [seatId]: type }));
    const chosen = Object.entries(this.wished()).filter(([id]) => this.choice.chosen().has(id));
    const kept = chosen.map(([id, wished]): WantedTicket => ({ seatId: id, type: wished }));
    this.memory.keep(memoryName(this.showId()), kept);
  }

  /** They are booked: nothing of them is kept here. */
  forget(): void {
    this.memory.keep(memoryName(this.showId()), undefined);
  }

  /** What these seats cost, each by the type that was chosen for it; undefined where the show is free of charge. */
  quoteOf(seatIds: readonly string[]) {
    const prices = this.openShow.prices();
    if (prices === null) return undefined;
    const wanted = seatIds.map((seatId) => {
      const category = this.openShow.plan()?.categoryOf(seatId) ?? '';
      return { seatId, category, type: this.typeOf(prices, seatId) };
    });
    return quote(prices, wanted);
  }

  /** The types that a seat of a category can be for; none where there is nothing to choose. */
  optionsOf(category: string): readonly TicketOption[] {
    return ticketOptions(this.openShow.prices(), category);
  }

  /** A type that the show has no more is the first one again. */
  private typeOf({ ticketTypes }: ShowPrices, seatId: string): string | undefined {
    const type = this.wished()[seatId];
    return ticketTypes.some(({ key }) => key === type) ? type : undefined;
  }
}

function memoryName(showId: string): string {
  return `tickets.${showId}`;
}
