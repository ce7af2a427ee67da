import { booleanAttribute, Component, computed, Directive, ElementRef, inject, input } from '@angular/core';
import { mdiAlertCircleOutline } from '@mdi/js';
import { Icon } from '../frame/icon';

/** What a field must know of its control: whether it was left, and its errors. A field of a signal form has both. */
export interface ControlState {
  touched(): boolean;
  errors(): readonly { readonly message?: string }[];
}

const ALWAYS_RIGHT: ControlState = { touched: () => true, errors: () => [] };

let fields = 0;

/**
 * A control with its label above, a hint, and what is wrong with it below; the control is put inside with `mxControl`.
 * Errors are shown only after the control was left. `optional` is said in words, never by colour.
 */
@Component({
  selector: 'mx-field',
  imports: [Icon],
  template: `
    <label [for]="controlId"
      >{{ label() }}
      @if (optional()) {
        <span i18n>optional</span>
      }
    </label>
    <ng-content />
    @if (hint()) {
      <p class="hint" [id]="hintId">{{ hint() }}</p>
    }
    <p class="error" [id]="errorId">
      @if (wrong(); as words) {
        <mx-icon [path]="icon" />{{ words }}
      }
    </p>
  `,
  styleUrl: './field.scss',
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly optional = input(false, { transform: booleanAttribute });
  /** Absent: nothing that can be chosen is wrong. */
  readonly state = input(ALWAYS_RIGHT);

  readonly controlId = `mx-field-${++fields}`;
  protected readonly hintId = `${this.controlId}-hint`;
  protected readonly errorId = `${this.controlId}-error`;
  protected readonly icon = mdiAlertCircleOutline;

  /** The error in words; empty while there is none, or while somebody is still writing for the first time. */
  readonly wrong = computed(() => {
    if (!this.state().touched()) return '';
    return this.state()
      .errors()
      .map((error) => error.message ?? $localize`Please check this.`)
      .join(' ');
  });
  /** The ids of the words that belong to the control. */
  readonly describedBy = computed(() =>
    [this.hint() ? this.hintId : '', this.wrong() ? this.errorId : ''].filter(Boolean).join(' '),
  );
}

/** `<input mxControl>` inside of `<mx-field>`: looks like a control of the venue and is tied to its label and words. */
@Directive({
  selector: 'input[mxControl], textarea[mxControl], select[mxControl]',
  host: {
    class: 'mx-control',
    dir: 'auto',
    '[id]': 'field.controlId',
    '[attr.aria-invalid]': 'field.wrong() ? true : null',
    '[attr.aria-describedby]': 'field.describedBy() || null',
    '(input)': 'told = element.value',
    '(change)': 'tell()',
  },
})
export class Control {
  protected readonly element = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  protected readonly field = inject(Field);
  protected told: string | undefined;

  constructor() {
    if (this.element.type === 'email') {
      throw new Error(
        'A field of the type email loses blanks while somebody writes: say type="text" inputmode="email".',
      );
    }
  }

  /** Some browsers tell what they filled in by `change` alone; a field listens to `input`. */
  protected tell(): void {
    if (this.told !== this.element.value) this.element.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
