import { afterNextRender, Component, computed, ElementRef, inject, input, linkedSignal, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { NamedSeat } from '../seat-map/map-seat';
import { WriteButton } from '../write/write-button';
import { WriteGate } from '../write/write-gate';

/** Gives these seats of a booking back, or all; ends when the outcome is shown. */
export type Return = (seatIds?: readonly string[]) => Promise<unknown>;

/** The words of the form: `ask` above the seats, `none` while no seat is ticked, the others by the number of seats. */
export interface ReturnWords {
  readonly ask: string;
  readonly none: string;
  readonly kept: (count: number) => string;
  readonly give: (count: number) => string;
}

/** The seats of a booking with checkboxes, to choose which ones are given back; all of them give back the whole booking. */
@Component({
  selector: 'mx-seats-to-return',
  imports: [MatButtonModule, WriteButton],
  template: `
    <fieldset [disabled]="gate.busy()">
      <legend>{{ words().ask }}</legend>
      <ul>
        @for (seat of seats(); track seat.id) {
          <li>
            <label>
              <input type="checkbox" [checked]="ticked().has(seat.id)" (change)="tick(seat.id)" />
              <bdi>{{ seat.name }}</bdi>
            </label>
          </li>
        }
      </ul>
    </fieldset>
    <p class="hint" role="status">{{ hint() }}</p>
    <div class="actions">
      <button
        matButton="filled"
        type="button"
        disabledInteractive
        [disabled]="ticked().size === 0"
        [mxWrite]="giveBack"
      >
        {{ words().give(ticked().size) }}
      </button>
      <button i18n matButton type="button" (click)="closed.emit()">Keep all seats</button>
    </div>
  `,
  styleUrl: './seats-to-return.scss',
})
export class SeatsToReturn {
  readonly seats = input.required<readonly NamedSeat[]>();
  readonly words = input.required<ReturnWords>();
  readonly give = input.required<Return>();
  readonly closed = output();

  protected readonly gate = inject(WriteGate);
  /** Seats that the booking no longer has are not ticked any more. */
  protected readonly ticked = linkedSignal<readonly NamedSeat[], ReadonlySet<string>>({
    source: this.seats,
    computation: (seats, before) => new Set(seats.flatMap(({ id }) => (before?.value.has(id) ? id : []))),
  });
  protected readonly hint = computed(() => {
    const kept = this.seats().length - this.ticked().size;
    if (kept === 0) return $localize`All seats: the whole booking is cancelled.`;
    return this.ticked().size === 0 ? this.words().none : this.words().kept(kept);
  });

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    // The button that opened this is gone and has lost the focus.
    afterNextRender(() => nativeElement.querySelector('input')?.focus());
  }

  protected readonly giveBack = (): Promise<unknown> => this.give()([...this.ticked()]);

  protected tick(seatId: string): void {
    const others = [...this.ticked()].filter((id) => id !== seatId);
    this.ticked.set(new Set(this.ticked().has(seatId) ? others : [...others, seatId]));
  }
}
