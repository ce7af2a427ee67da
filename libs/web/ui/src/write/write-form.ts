import { Directive, ElementRef, inject, input, signal, untracked } from '@angular/core';
import { FieldTree, submit } from '@angular/forms/signals';
import { WriteGate } from './write-gate';

/**
 * `<form [mxForm]="form">`: a form that writes when it is sent. It passes a gate, which the buttons inside share. A form
 * that was sent well stays closed until something in it changes: sending the same once more is never meant. One that
 * tells of a failure (`[mxFailed]`) may be sent again as it is.
 * Before it is sent, the fields take over what stands in their controls, however it got there.
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
  /** What went wrong when it was sent last, where no field says so; nothing while nothing did. */
  readonly mxFailed = input<unknown>(undefined);
  readonly gate = inject(WriteGate, { self: true });
  protected readonly sent = signal(false);

  /** Sends the form with its own action; what is wrong in it is told without closing the gate. */
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
