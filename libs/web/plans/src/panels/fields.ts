import { Component, ElementRef, input, output, viewChild } from '@angular/core';

/** A number of the plan with its label. Emits it when it was entered, within its bounds. */
@Component({
  selector: 'mx-plan-number',
  template: `
    <label
      >{{ label() }}
      <input
        #field
        type="number"
        inputmode="decimal"
        [min]="min()"
        [max]="max()"
        [step]="step()"
        [value]="value()"
        [placeholder]="value() === undefined ? mixed : ''"
        (change)="tell()"
      />
    </label>
  `,
  styleUrl: './field.scss',
})
export class PlanNumber {
  readonly label = input.required<string>();
  /** Undefined: what is selected has several. */
  readonly value = input.required<number | undefined>();
  readonly min = input(-100_000);
  readonly max = input(100_000);
  readonly step = input(1);
  readonly entered = output<number>();

  protected readonly mixed = $localize`several`;
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected tell(): void {
    const { nativeElement: field } = this.field();
    const number = field.valueAsNumber;
    if (Number.isNaN(number)) {
      field.value = `${this.value() ?? ''}`;
      return;
    }
    const within = Math.min(this.max(), Math.max(this.min(), number));
    const rounded = this.step() === 1 ? Math.round(within) : within;
    field.value = `${rounded}`;
    this.entered.emit(rounded);
  }
}

/** A text of the plan with its label. Emits it when it was entered. */
@Component({
  selector: 'mx-plan-text',
  template: `
    <label
      >{{ label() }}
      <input
        #field
        type="text"
        dir="auto"
        autocomplete="off"
        [maxLength]="longest()"
        [value]="value() ?? ''"
        [placeholder]="value() === undefined ? mixed : hint()"
        (change)="entered.emit(field.value.trim())"
      />
    </label>
  `,
  styleUrl: './field.scss',
})
export class PlanText {
  readonly label = input.required<string>();
  /** Undefined: what is selected has several. */
  readonly value = input.required<string | undefined>();
  readonly longest = input(100);
  readonly hint = input('');
  readonly entered = output<string>();

  protected readonly mixed = $localize`several`;
}

/** One of several things with its label. */
@Component({
  selector: 'mx-plan-choice',
  template: `
    <label
      >{{ label() }}
      <select #field [value]="value()" (change)="chosen.emit(field.value)">
        @for (option of options(); track option.value) {
          <option dir="auto" [value]="option.value" [selected]="option.value === value()">{{ option.word }}</option>
        }
      </select>
    </label>
  `,
  styleUrl: './field.scss',
})
export class PlanChoice {
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  readonly options = input.required<readonly { readonly value: string; readonly word: string }[]>();
  readonly chosen = output<string>();
}

/** The value that all have in common; undefined where they have several. */
export function common<T, V>(all: readonly T[], read: (one: T) => V): V | undefined {
  const [first, ...others] = all.map(read);
  return others.every((value) => value === first) ? first : undefined;
}
