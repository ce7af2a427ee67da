import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@modex/web-account';
import { BookingResponse, UserResponse } from '@modex/web-api-client';
import { Visitor } from '@modex/web-ui';
import { BookingsPage } from './bookings-page';

const ADA: UserResponse = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'CUSTOMER',
  kind: 'REGISTERED',
};

function booking(title: string, changes: Partial<BookingResponse> = {}): BookingResponse {
  return {
    bookingId: `booking of ${title}`,
    status: 'CONFIRMED',
    cancellable: true,
    createdAt: '2026-11-01T10:00:00.000Z',
    show: { id: title, title, startTime: '2099-03-01T19:30:00.000Z', venue: 'Kursaal', status: 'ON_SALE' },
    seats: [
      { id: 'b2', rowNumber: 'B', seatNumber: 2 },
      { id: 'b1', rowNumber: 'B', seatNumber: 1 },
    ],
    ...changes,
  };
}

describe('BookingsPage', () => {
  let fixture: ComponentFixture<BookingsPage>;
  let visitor: Visitor;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    visitor = new Visitor(document, TestBed.inject(HttpTestingController));
    fixture = TestBed.createComponent(BookingsPage);
    TestBed.tick();
  });

  const open = async (items: readonly BookingResponse[], nextCursor: string | null = null): Promise<void> => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer('GET /api/bookings', { items, nextCursor });
    await visitor.seesNoMore('Fetching your bookings');
  };
  /** Lets every promise that is due run, then the rendering that follows from it. */
  const settled = async (): Promise<void> => {
    await new Promise((due) => setTimeout(due));
    await fixture.whenStable();
  };
  const section = (heading: string): string => {
    const found = [...fixture.nativeElement.querySelectorAll('section')].find((one) =>
      one.querySelector('h2')?.textContent?.includes(heading),
    );
    return found?.textContent ?? '';
  };

  it('offers the sign-in to somebody who is not signed in, and asks for no bookings', async () => {
    await visitor.refuse('GET /api/auth/me', { status: 401, code: 'unauthenticated' });
    await visitor.sees('Whose bookings?');
    TestBed.inject(HttpTestingController).expectNone('/api/bookings');
    await visitor.press('Sign in');
    await visitor.sees('See your bookings');
  });

  it('leads to the shows when there is no booking yet', async () => {
    await open([]);
    await visitor.sees('No tickets yet');
    expect(visitor.buttonNames()).toContain('See what is on');
  });

  it('shows the seats by row, numbers ascending', async () => {
    await open([booking('Ondine')]);
    await visitor.sees('Row B · seats 1, 2');
  });

  it('keeps upcoming bookings apart from past, cancelled and failed ones', async () => {
    const past = { ...booking('Salt').show, startTime: '2020-01-01T19:30:00.000Z' };
    const called = { ...booking('Echo').show, status: 'CANCELLED' as const };
    await open([
      booking('Ondine'),
      booking('Salt', { show: past, cancellable: false }),
      booking('Iris', { status: 'CANCELLED', cancellable: false }),
      booking('Echo', { show: called, status: 'CANCELLED', cancellable: false }),
      booking('Nix', { status: 'EXPIRED', cancellable: false }),
    ]);
    await visitor.sees('To come');
    expect(section('To come')).toContain('Ondine');
    for (const title of ['Salt', 'Iris', 'Echo', 'Nix']) {
      expect(section('To come')).not.toContain(title);
      expect(section('Past and cancelled')).toContain(title);
    }
    expect(visitor.text()).toContain('Show cancelled');
  });

  it('asks before it cancels, and keeps the booking when the answer is no', async () => {
    await open([booking('Ondine')]);
    await visitor.press('Cancel booking for Ondine');
    await visitor.sees('Give your 2 seats back?');
    await visitor.press('Keep the booking');
    await visitor.seesNoMore('Give your 2 seats back?');
    TestBed.inject(HttpTestingController).expectNone({ method: 'POST' });
    expect(section('To come')).toContain('Ondine');
  });

  it('shows a booking as cancelled only after the API has said so', async () => {
    await open([booking('Ondine')]);
    await visitor.press('Cancel booking for Ondine');
    await visitor.press('Give the seats back');
    const request = await visitor.sent('POST /api/bookings/booking%20of%20Ondine/cancel');
    await visitor.sees('Cancelling…');
    expect(section('To come')).toContain('Ondine');
    request.flush(booking('Ondine', { status: 'CANCELLED', cancellable: false }));
    await visitor.sees('The seats are given back');
    expect(document.activeElement?.tagName).toBe('H1');
    expect(section('Past and cancelled')).toContain('Ondine');
  });

  it('reads the bookings anew when one cannot be cancelled any more', async () => {
    await open([booking('Ondine')]);
    await visitor.press('Cancel booking for Ondine');
    await visitor.press('Give the seats back');
    await visitor.refuse('POST /api/bookings/booking%20of%20Ondine/cancel', {
      status: 409,
      code: 'booking-not-cancellable',
    });
    await visitor.answer('GET /api/bookings', { items: [booking('Ondine', { cancellable: false })], nextCursor: null });
    await visitor.sees('This booking cannot be cancelled any more');
    expect(visitor.buttonNames()).not.toContain('Cancel booking for Ondine');
  });

  it('learns by itself that the house has cancelled a show, also far down, and says so', async () => {
    await open([booking('Ondine')], 'next');
    await visitor.press('More bookings');
    await visitor.answer('GET /api/bookings', { items: [booking('Salt')], nextCursor: null });
    await visitor.sees('Salt');
    expect(section('To come')).toContain('Salt');
    fixture.nativeElement.querySelector('a[href="/bookings/booking%20of%20Salt"]').focus();
    document.dispatchEvent(new Event('visibilitychange'));
    await visitor.answer('GET /api/bookings', { items: [booking('Ondine')], nextCursor: 'next' });
    const show = { ...booking('Salt').show, status: 'CANCELLED' as const };
    const called = booking('Salt', { show, status: 'CANCELLED', cancellable: false });
    await visitor.answer('GET /api/bookings', { items: [called], nextCursor: null });
    await visitor.sees('The house has cancelled a show');
    expect(document.activeElement?.tagName).toBe('H1');
    expect(section('To come')).not.toContain('Salt');
    expect(section('Past and cancelled')).toContain('Salt');
    expect(section('To come')).toContain('Ondine');
  });

  it('keeps the tickets in view when they cannot be read anew', async () => {
    await open([booking('Ondine')]);
    document.dispatchEvent(new Event('visibilitychange'));
    await visitor.refuse('GET /api/bookings', { status: 503, code: 'storage-unavailable' });
    document.dispatchEvent(new Event('visibilitychange'));
    await visitor.answer('GET /api/bookings', { items: [booking('Ondine')], nextCursor: null });
    expect(section('To come')).toContain('Ondine');
    expect(visitor.text()).not.toContain('The box office is away');
  });

  it('appends the next page', async () => {
    await open([booking('Ondine')], 'next');
    await visitor.press('More bookings');
    const { request } = await visitor.answer('GET /api/bookings', { items: [booking('Salt')], nextCursor: null });
    expect(request.params.get('cursor')).toBe('next');
    await visitor.sees('Salt');
    expect(section('To come')).toContain('Ondine');
    expect(visitor.buttonNames()).not.toContain('More bookings');
  });

  it('says what went wrong and tries again', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.refuse('GET /api/bookings', { status: 503, code: 'storage-unavailable' });
    await visitor.sees('The box office is away for a moment');
    await visitor.press('Try again');
    await visitor.answer('GET /api/bookings', { items: [booking('Ondine')], nextCursor: null });
    await visitor.sees('Ondine');
  });

  it('tells the next visitor nothing about the bookings of the one before', async () => {
    const session = TestBed.inject(SessionStore);
    await open([booking('Ondine')]);
    document.dispatchEvent(new Event('visibilitychange'));
    const show = { ...booking('Ondine').show, status: 'CANCELLED' as const };
    await visitor.answer('GET /api/bookings', { items: [booking('Ondine', { show })], nextCursor: null });
    await visitor.sees('The house has cancelled a show');
    const signedIn = session.signIn({ email: 'bob@example.org', password: 'correct horse' });
    await visitor.answer('POST /api/auth/login', { userId: 'bob', token: 't', user: { ...ADA, userId: 'bob' } });
    await signedIn;
    await visitor.answer('GET /api/bookings', { items: [booking('Salt')], nextCursor: null });
    await visitor.sees('Salt');
    expect(visitor.text()).not.toContain('The house has cancelled a show');
  });

  it('asks for nothing more when somebody signs out while the bookings are on their way', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    const late = await visitor.sent('GET /api/bookings');
    const gone = TestBed.inject(SessionStore).signOut();
    await visitor.answer('POST /api/auth/logout', null);
    await gone;
    await visitor.sees('Whose bookings?');
    late.flush({ items: [], nextCursor: null });
    await settled();
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    TestBed.inject(HttpTestingController).verify();
  });
});
