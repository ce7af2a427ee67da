import { Component, computed, input } from '@angular/core';
import { FieldTree, FormField } from '@angular/forms/signals';
import { Control, Field, visitorZone, zoneName } from '@modex/web-ui';
import { DETAIL_LABELS, giveBackWords, nowIn, ShowDetails } from './show-details';

/** Usual hours before a show until which seats are given back. */
const GIVE_BACK_HOURS = [0, 1, 24, 48, 168];

/** The fields of a form that tell of a show. */
export type ShowFieldTrees = { readonly [Name in keyof ShowDetails]: FieldTree<ShowDetails[Name]> };

/** The controls for what a show is called, where and when it is, and how much one customer may have. */
@Component({
  selector: 'mx-show-fields',
  imports: [Control, Field, FormField],
  template: `
    <mx-field label="Title" i18n-label [state]="form().title()">
      <input mxControl type="text" autocomplete="off" dir="auto" [formField]="form().title" />
    </mx-field>
    <mx-field label="Venue" i18n-label optional [state]="form().venue()">
      <input mxControl type="text" autocomplete="off" dir="auto" [formField]="form().venue" />
    </mx-field>
    <mx-field
      label="Description"
      i18n-label
      optional
      hint="What buyers read above the seats."
      i18n-hint
      [state]="form().description()"
    >
      <textarea mxControl rows="4" dir="auto" [formField]="form().description"></textarea>
    </mx-field>
    <mx-field label="How to get there" i18n-label optional [state]="form().gettingThere()">
      <textarea mxControl rows="2" dir="auto" [formField]="form().gettingThere"></textarea>
    </mx-field>
    <mx-field
      label="House rules"
      i18n-label
      optional
      hint="Both stand, folded, on the page of the show and with each booking."
      i18n-hint
      [state]="form().houseRules()"
    >
      <textarea mxControl rows="2" dir="auto" [formField]="form().houseRules"></textarea>
    </mx-field>
    <mx-field label="Date and time" i18n-label [hint]="when()" [state]="form().startTime()">
      <input mxControl type="datetime-local" [min]="earliest()" [formField]="form().startTime" />
    </mx-field>
    <div class="numbers">
      <mx-field
        label="Sale opens"
        i18n-label
        optional
        hint="Empty: as soon as it is on sale."
        i18n-hint
        [state]="form().saleOpensAt()"
      >
        <input mxControl type="datetime-local" [formField]="form().saleOpensAt" />
      </mx-field>
      <mx-field
        label="Sale closes"
        i18n-label
        optional
        hint="Empty: when the show starts."
        i18n-hint
        [state]="form().saleClosesAt()"
      >
        <input mxControl type="datetime-local" [formField]="form().saleClosesAt" />
      </mx-field>
    </div>
    <mx-field label="Time zone of the venue" i18n-label [state]="form().timeZone()">
      <select mxControl [formField]="form().timeZone">
        @for (zone of zones(); track zone) {
          <option [value]="zone">{{ zone }}</option>
        }
      </select>
    </mx-field>
    <div class="numbers">
      <mx-field
        label="Length in minutes"
        i18n-label
        optional
        hint="For the end in calendars."
        i18n-hint
        [state]="form().durationMinutes()"
      >
        <input mxControl type="number" inputmode="numeric" step="1" [formField]="form().durationMinutes" />
      </mx-field>
      <mx-field
        label="Seats for one customer"
        i18n-label
        optional
        hint="Empty: as many as there are."
        i18n-hint
        [state]="form().limitPerCustomer()"
      >
        <input mxControl type="number" inputmode="numeric" step="1" [formField]="form().limitPerCustomer" />
      </mx-field>
      <mx-field [label]="labels.giveBackHours">
        <select mxControl #until (input)="chooseGiveBack(until.selectedIndex)">
          @for (one of giveBackChoices(); track one.words) {
            <option [selected]="one.hours === form().giveBackHours().value()">{{ one.words }}</option>
          }
        </select>
      </mx-field>
    </div>
    <label class="rule">
      <input type="checkbox" [formField]="form().noLoneSeat" />
      <span i18n><strong>No lone seat</strong> Who chooses seats leaves no single one free beside them.</span>
    </label>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--mx-gap-4);
    }

    .numbers {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
      align-items: start;
      gap: var(--mx-gap-4);
    }

    .rule {
      display: flex;
      align-items: baseline;
      gap: var(--mx-gap-3);
    }

    .rule strong {
      display: block;
    }
  `,
})
export class ShowFields {
  readonly form = input.required<ShowFieldTrees>();

  protected readonly labels = DETAIL_LABELS;
  /** What can be chosen, and what a show has that somebody set elsewhere. */
  protected readonly giveBackChoices = computed(() => {
    const now = this.form().giveBackHours().value();
    const all = [...new Set([...GIVE_BACK_HOURS, ...(now === null ? [] : [now])])].toSorted((a, b) => a - b);
    return [...all, null].map((hours) => ({ hours, words: giveBackWords(hours) }));
  });
  private readonly zone = computed(() => this.form().timeZone().value());
  protected readonly earliest = computed(() => nowIn(this.zone()));
  protected readonly when = computed(
    () => $localize`By the clocks of the venue: ${zoneName(new Date().toISOString(), this.zone())}:zone:.`,
  );
  /** Browsers leave UTC out of their list, and old names. */
  protected readonly zones = computed(() => [
    ...new Set([this.zone(), visitorZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')]),
  ]);

  protected chooseGiveBack(at: number): void {
    this.form()
      .giveBackHours()
      .value.set(this.giveBackChoices()[at]?.hours ?? null);
  }
}
