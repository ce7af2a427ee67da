import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Api, takeMoney, TillResponse } from '@modex/web-api-client';
import { BookingTill } from './booking-till';

const TILL: TillResponse = { currency: 'EUR', worth: 9_000, paid: 0, open: 9_000, receipts: [] };

describe('money of a booking', () => {
  let invoke: jest.Mock;
  let fixture: ComponentFixture<BookingTill>;
  let page: HTMLElement;
  beforeEach(() => {
    invoke = jest.fn();
    TestBed.configureTestingModule({ providers: [{ provide: Api, useValue: { invoke } }] });
    fixture = TestBed.createComponent(BookingTill);
    page = fixture.nativeElement;
  });

  const show = async (till: TillResponse) => {
    fixture.componentRef.setInput('bookingId', 'b1');
    fixture.componentRef.setInput('till', till);
    await fixture.whenStable();
  };
  const type = async (text: string) => {
    const input = page.querySelector('input') as HTMLInputElement;
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const press = async () => {
    page.querySelector('button')?.click();
    await fixture.whenStable();
  };
  /** Presses again until the gate of the last write is open. */
  const pressUntil = async (count: number) => {
    while (invoke.mock.calls.length < count) {
      await press();
      await new Promise((due) => setTimeout(due, 20));
    }
  };
  const sent = () => invoke.mock.calls.map(([call, { body }]) => [call === takeMoney, body]);

  it('is taken: all that is open, if nothing else is typed', async () => {
    invoke.mockResolvedValue({});
    await show(TILL);
    expect(page.textContent).toContain('€90.00');
    await press();
    expect(sent()).toEqual([[true, { receiptId: expect.any(String), amount: 9_000, currency: 'EUR', means: 'cash' }]]);
    expect(page.textContent).toContain('€90.00 taken.');
  });

  it('is given back when more was paid than the seats cost', async () => {
    invoke.mockResolvedValue({});
    await show({ ...TILL, worth: 4_500, paid: 9_000, open: -4_500 });
    await type('20');
    await press();
    expect(sent()).toEqual([[true, expect.objectContaining({ amount: -2_000 })]]);
  });

  it('has the same name when it is sent again after a failure, and a new one once the booking changed', async () => {
    invoke.mockRejectedValue(new Error('lost'));
    await show(TILL);
    await pressUntil(2);
    const [first, second] = sent().map(([, body]) => body.receiptId);
    expect(second).toBe(first);
    await show({ ...TILL, paid: 1_000, open: 8_000 });
    await pressUntil(3);
    expect(sent()[2]?.[1].receiptId).not.toBe(first);
  });

  it('cannot be taken while no amount is typed, and not when nothing is open', async () => {
    await show(TILL);
    await type('much');
    await press();
    expect(invoke).not.toHaveBeenCalled();
    await show({ ...TILL, paid: 9_000, open: 0 });
    expect(page.querySelector('button')).toBeNull();
    expect(page.textContent).toContain('Paid');
  });
});
