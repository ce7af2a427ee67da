import { Component, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { form, FormField, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Control, Field } from '../form/field';
import { WriteButton } from './write-button';
import { WriteForm } from './write-form';
import { SETTLE_MS, WriteGate, Writes } from './write-gate';

/** A page with two buttons that exclude each other, and a form with two ways to send it. */
@Component({
  imports: [Control, Field, FormField, MatButtonModule, WriteButton, WriteForm],
  providers: [WriteGate],
  template: `
    <button type="button" [mxWrite]="() => write('publish')">Publish</button>
    <button type="button" [mxWrite]="() => write('cancel')">Cancel</button>
    <button matButton type="button" disabledInteractive [disabled]="nothing()" [mxWrite]="() => write('some')">
      Some
    </button>
    <form [mxForm]="form" [mxFailed]="failed()">
      <mx-field label="Name" [state]="form.name()"><input mxControl [formField]="form.name" /></mx-field>
      <button type="button" [mxWrite]="() => write('draft')">Draft</button>
      <button type="submit" mxWrite>Send</button>
    </form>
  `,
})
class Page {
  readonly written: string[] = [];
  readonly nothing = signal(true);
  readonly failed = signal<string | undefined>(undefined);
  readonly person = signal({ name: '' });
  readonly form = form(this.person, (path) => required(path.name, { message: 'Name?' }), {
    submission: {
      action: () => this.write(`send ${this.person().name}`),
    },
  });
  finish: () => void = () => undefined;

  async write(what: string): Promise<void> {
    this.written.push(what);
    await new Promise<void>((done) => (this.finish = done));
  }
}

describe('what is written by a button or a form', () => {
  let fixture: ComponentFixture<Page>;
  let page: Page;

  const button = (name: string): HTMLButtonElement => {
    const all = [...fixture.nativeElement.querySelectorAll('button')] as HTMLButtonElement[];
    return all.find(({ textContent }) => textContent?.trim() === name) ?? fail(name);
  };
  const type = (name: string, ...events: readonly string[]): void => {
    const input: HTMLInputElement = fixture.nativeElement.querySelector('input');
    input.value = name;
    for (const event of events) input.dispatchEvent(new Event(event, { bubbles: true }));
  };
  const pass = async (milliseconds: number): Promise<void> => {
    await jest.advanceTimersByTimeAsync(milliseconds);
    fixture.detectChanges();
  };

  beforeEach(() => {
    jest.useFakeTimers();
    fixture = TestBed.createComponent(Page);
    page = fixture.componentInstance;
    fixture.detectChanges();
  });

  afterEach(() => jest.useRealTimers());

  it('is not written by a button that is disabled, which says so as long as it is', async () => {
    expect(button('Some').getAttribute('aria-disabled')).toBe('true');
    button('Some').click();
    expect(page.written).toEqual([]);
    page.nothing.set(false);
    await pass(1);
    expect(button('Some').getAttribute('aria-disabled')).toBeNull();
    button('Some').click();
    expect(page.written).toEqual(['some']);
  });

  it('is written once, however often and whenever the button is pressed until the outcome has settled', async () => {
    for (const gap of [0, 30, 400, 5000]) {
      button('Publish').click();
      await pass(gap);
    }
    page.finish();
    for (const gap of [0, 30, SETTLE_MS - 31]) {
      await pass(gap);
      button('Publish').click();
    }
    expect(page.written).toEqual(['publish']);
    await pass(1);
    button('Publish').click();
    expect(page.written).toEqual(['publish', 'publish']);
  });

  it('excludes the other buttons of the component, and says that they are closed', async () => {
    button('Publish').click();
    await pass(0);
    expect(button('Cancel').getAttribute('aria-disabled')).toBe('true');
    button('Cancel').click();
    expect(page.written).toEqual(['publish']);
  });

  it('does not exclude a form, which has a gate of its own for all of its buttons', async () => {
    button('Publish').click();
    type('Ada', 'input');
    button('Send').click();
    await pass(0);
    button('Draft').click();
    expect(page.written).toEqual(['publish', 'send Ada']);
  });

  it('opens again after a failure', async () => {
    const failing = async (): Promise<void> => Promise.reject(new Error('no'));
    const gate = TestBed.runInInjectionContext(() => new WriteGate());
    await expect(gate.pass(failing)).rejects.toThrow('no');
    await pass(SETTLE_MS);
    expect(gate.closed()).toBe(false);
    expect(TestBed.inject(Writes).underWay()).toBe(0);
  });

  it('keeps a form closed that was sent well until it changes', async () => {
    type('Ada', 'input');
    button('Send').click();
    page.finish();
    await pass(60_000);
    button('Send').click();
    await pass(0);
    expect(page.written).toEqual(['send Ada']);
    type('Bob', 'input');
    button('Send').click();
    expect(page.written).toEqual(['send Ada', 'send Bob']);
  });

  it('lets a form be sent again as it is when it tells of a failure', async () => {
    type('Ada', 'input');
    button('Send').click();
    page.failed.set('No connection');
    page.finish();
    await pass(SETTLE_MS);
    button('Send').click();
    expect(page.written).toEqual(['send Ada', 'send Ada']);
  });

  it('does not close a form that has not been sent because something in it is wrong', async () => {
    button('Send').click();
    await pass(0);
    expect(fixture.nativeElement.textContent).toContain('Name?');
    type('Ada', 'input');
    button('Send').click();
    expect(page.written).toEqual(['send Ada']);
  });

  it.each([
    { told: 'a change alone', events: ['change'] },
    { told: 'nothing', events: [] },
  ])('takes what stands in a control of which the browser told $told', async ({ events }) => {
    type('Ada', ...events);
    button('Send').click();
    await pass(0);
    expect(page.written).toEqual(['send Ada']);
  });

  it('checks at once what the browser filled in and told by a change alone', async () => {
    button('Send').click();
    await pass(0);
    type('Ada', 'change');
    await pass(0);
    expect(page.person().name).toBe('Ada');
    expect(fixture.nativeElement.textContent).not.toContain('Name?');
  });
});
