import { Component, computed, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiClose } from '@mdi/js';
import { Icon, MapSeat, seatName } from '@modex/web-ui';

/**
 * What was chosen so far, and the button that books it: beside the map on a wide screen, at the bottom edge on a
 * phone. `locked`: nothing may be given back; `busy`: a booking is under way; `unsure`: its outcome is unknown.
 * Notices are put inside.
 */
@Component({
  selector: 'mx-choice-panel',
  imports: [Icon, MatButtonModule],
  templateUrl: './choice-panel.html',
  styleUrl: './choice-panel.scss',
})
export class ChoicePanel {
  readonly seats = input.required<readonly MapSeat[]>();
  readonly max = input.required<number>();
  readonly locked = input(false);
  readonly busy = input(false);
  readonly unsure = input(false);

  readonly givenBack = output<string>();
  readonly booked = output<void>();

  protected readonly close = mdiClose;
  protected readonly nameOf = seatName;
  protected readonly action = computed(() => {
    const count = this.seats().length;
    if (this.busy()) return 'Booking…';
    if (this.unsure()) return 'Try again';
    if (count === 0) return 'Choose a seat';
    return count === 1 ? 'Book 1 seat' : `Book ${count} seats`;
  });
}
