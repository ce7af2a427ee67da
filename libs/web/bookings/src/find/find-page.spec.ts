import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Visitor } from '@modex/web-ui/testing';
import { FindPage } from './find-page';

describe('FindPage', () => {
  let visitor: Visitor;
  let gone: jest.SpyInstance;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    gone = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    TestBed.createComponent(FindPage);
    TestBed.tick();
  });

  const ask = async (code: string, email: string): Promise<void> => {
    await visitor.fill('Booking code', code);
    await visitor.fill('E-mail', email);
    await visitor.press('Find the booking');
  };

  it('opens the booking, and keeps its proof in this tab', async () => {
    await ask(' 7kq8-v25m ', ' ada@example.org ');
    const found = { booking: { bookingId: 'b1' }, access: 'proof' };
    const { request } = await visitor.answer('POST /api/bookings/lookup', found);
    expect(request.body).toEqual({ code: '7kq8-v25m', email: 'ada@example.org' });
    await new Promise((due) => setTimeout(due));
    expect(gone).toHaveBeenCalledWith(['/bookings', 'b1']);
    expect(sessionStorage.getItem('modex.booking-access')).toBe('{"b1":"proof"}');
  });

  it('tells what to check when nothing was found, and what was written stays', async () => {
    await ask('7KQ8V25M', 'ada@example.org');
    await visitor.refuse('POST /api/bookings/lookup', { status: 404, code: 'unknown-booking' });
    await visitor.sees('No booking has this code and this e-mail');
    expect((await visitor.control('Booking code')).value).toBe('7KQ8V25M');
    expect(gone).not.toHaveBeenCalled();
  });

  it('asks for both first', async () => {
    await visitor.press('Find the booking');
    await visitor.sees('Enter the code of your ticket.');
    await visitor.sees('Enter the e-mail that you booked with.');
    TestBed.inject(HttpTestingController).expectNone('/api/bookings/lookup');
  });
});
