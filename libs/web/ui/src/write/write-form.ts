import { Directive, ElementRef, inject, input, signal, untracked } from '@angular/core';
import { FieldTree, submit } from '@angular/forms/signals';
import { WriteGate } from './write-gate';

/**
 * `<form [mxForm]="form">`: a form that writes when it is sent. It has a gate, which the buttons inside share. After a
 * success it stays closed until something in it changes, since nobody wants to send the same twice. A form that reports
 * a failure (`[mxFailed]`) may be sent again as it is.
 * Before it is sent, the fields take over the values of their controls, also those that the browser filled in.
 */
@Directive({
  selector: 'form[mxForm]',
  exportAs: 'mxForm',
  providers: [WriteGate],
  host: {
    novalidate: '',
    '[attr.aria-busy]': 'gate.busy() || null',
    '(submit)': 'send($event)',
    '(input)': 'sent.set(false)',
    '(change)': 'sent.set(false)',
  },
})
export class WriteForm {
  private readonly element = inject<ElementRef<HTMLFormElement>>(ElementRef).nativeElement;

  readonly form = input.required<FieldTree<unknown>>({ alias: 'mxForm' });
  /** The failure of the last submission, if it belongs to no field; undefined if there was none. */
  readonly mxFailed = input<unknown>(undefined);
  readonly gate = inject(WriteGate, { self: true });
  protected readonly sent = signal(false);

  /** Sends the form with its own action; errors in its fields are shown without closing the gate. */
  protected send(event: Event): void {
    event.preventDefault();
    untracked(() => void this.deliver());
  }

  private async deliver(): Promise<void> {
    if (this.gate.closed()) return;
    this.readControls();
    if (this.sent() && this.mxFailed() === undefined) return;
    const form = this.form();
    if (form().invalid()) await submit(form);
    else await this.gate.pass(async () => this.sent.set(await submit(form)));
  }

  private readControls(): void {
    const wasSent = this.sent();
    for (const control of this.element.querySelectorAll<HTMLElement>('.mx-control')) {
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
    this.sent.set(wasSent);
  }
}
