import { booleanAttribute, Directive, inject, Injector, input } from '@angular/core';
import { WriteGate } from './write-gate';

/** What a button does: ends when the outcome is shown. */
export type Write = () => Promise<unknown>;

/**
 * `<button type="button" [mxWrite]="publish">`: a button that writes. It uses the gate of its form or component, or one of
 * its own, so that it cannot write twice. The submit button of a form has `mxWrite` alone.
 */
@Directive({
  selector: 'button[mxWrite]',
  exportAs: 'mxWrite',
  host: {
    '[attr.aria-disabled]': 'isIdle() || null',
    '[class.mx-busy]': 'gate.busy()',
    '(click)': 'press($event)',
  },
})
export class WriteButton {
  /** What a press does; empty on the submit button of a form. */
  readonly write = input.required<Write | ''>({ alias: 'mxWrite' });

  /** Beside that of the button itself: one that is disabled and keeps the focus can only be recognised here. */
  readonly disabled = input(false, { transform: booleanAttribute });

  readonly gate = inject(WriteGate, { optional: true }) ?? gateOf(inject(Injector));

  /** Whether a press does nothing. */
  protected isIdle(): boolean {
    return this.gate.closed() || this.disabled();
  }

  protected press(event: Event): void {
    const write = this.write();
    if (this.isIdle()) event.preventDefault();
    else if (write !== '') void this.gate.pass(write);
  }
}

function gateOf(injector: Injector): WriteGate {
  return Injector.create({ providers: [WriteGate], parent: injector }).get(WriteGate);
}
