import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@modex/web-account';
import { BookingResponse, UserResponse } from '@modex/web-api-client';
import { seatOf, Visitor } from '@modex/web-ui/testing';
import { BookingsPage } from './bookings-page';

const ADA: UserResponse = {
  userId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'CUSTOMER',
  kind: 'REGISTERED',
  emailProved: true,
};

function booking(title: string, changes: Partial<BookingResponse> = {}): BookingResponse {
  return {
    bookingId: `booking of ${title}`,
    code: '7KQ8V25M',
    customerName: 'Ada',
    status: 'CONFIRMED',
    cancellable: true,
    createdAt: '2026-11-01T10:00:00.000Z',
    show: {
      id: title,
      title,
      startTime: '2099-03-01T19:30:00.000Z',
      timeZone: 'Europe/Berlin',
      durationMinutes: null,
      venue: 'Kursaal',
      status: 'ON_SALE',
      started: false,
      cancelReason: null,
      changes: [],
    },
    seats: [seatOf('B', 2), seatOf('B', 1)],
    returnedSeats: [],
    reason: null,
    price: null,
    payment: null,
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

  const UPCOMING = 'GET /api/bookings?when=upcoming';
  const PAST = 'GET /api/bookings?when=past';
  const page = (items: readonly BookingResponse[], nextCursor: string | null = null) => ({ items, nextCursor });
  /** Both lists, as the API answers them. */
  const answer = async (upcoming: readonly BookingResponse[], past: readonly BookingResponse[] = []): Promise<void> => {
    await visitor.answer(UPCOMING, page(upcoming));
    await visitor.answer(PAST, page(past));
  };
  const open = async (upcoming: readonly BookingResponse[], nextCursor: string | null = null): Promise<void> => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.answer(UPCOMING, page(upcoming, nextCursor));
    await visitor.answer(PAST, page([]));
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
    await visitor.sees('Sign in to see your bookings');
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
    const past = { ...booking('Salt').show, started: true };
    const called = { ...booking('Echo').show, status: 'CANCELLED' as const };
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await answer(
      [booking('Ondine')],
      [
        booking('Salt', { show: past, cancellable: false }),
        booking('Iris', { status: 'CANCELLED', cancellable: false }),
        booking('Echo', { show: called, status: 'CANCELLED', cancellable: false }),
      ],
    );
    await visitor.sees('To come');
    expect(section('To come')).toContain('Ondine');
    for (const title of ['Salt', 'Iris', 'Echo']) {
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
    await visitor.press('Cancel booking for Ondine');
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
    const gone = booking('Ondine', { status: 'CANCELLED', cancellable: false });
    request.flush(gone);
    await visitor.sees('The seats are given back');
    expect(section('Past and cancelled')).toContain('Ondine');
    await answer([], [gone]);
    await settled();
    expect(document.activeElement?.tagName).toBe('H1');
    expect(section('Past and cancelled').match(/Ondine/g)).toHaveLength(1);
  });

  it('shows the lists in the order of the API, and what is past whatever the clock of the visitor says', async () => {
    jest.useFakeTimers({ now: Date.parse('2222-01-01'), doNotFake: ['setTimeout', 'queueMicrotask', 'performance'] });
    await open([booking('Tomorrow'), booking('Later')]);
    const tickets = section('To come');
    jest.useRealTimers();
    expect(tickets.indexOf('Tomorrow')).toBeLessThan(tickets.indexOf('Later'));
    expect(tickets).toContain('Confirmed');
    expect(visitor.buttonNames()).toContain('Cancel booking for Tomorrow');
    expect(visitor.text()).not.toContain('Past');
  });

  it('reads the bookings anew when one cannot be cancelled any more', async () => {
    await open([booking('Ondine')]);
    await visitor.press('Cancel booking for Ondine');
    await visitor.press('Give the seats back');
    await visitor.refuse('POST /api/bookings/booking%20of%20Ondine/cancel', {
      status: 409,
      code: 'booking-not-cancellable',
    });
    await answer([booking('Ondine', { cancellable: false })]);
    await visitor.sees('This booking can no longer be cancelled');
    expect(visitor.buttonNames()).not.toContain('Cancel booking for Ondine');
  });

  it('learns by itself that the server has cancelled a show, also far down, and says so', async () => {
    await open([booking('Ondine')], 'next');
    await visitor.press('More bookings');
    await visitor.answer(UPCOMING, page([booking('Salt')]));
    await visitor.sees('Salt');
    expect(section('To come')).toContain('Salt');
    fixture.nativeElement.querySelector('a[href="/bookings/booking%20of%20Salt"]').focus();
    document.dispatchEvent(new Event('visibilitychange'));
    const show = { ...booking('Salt').show, status: 'CANCELLED' as const };
    await answer([booking('Ondine')], [booking('Salt', { show, status: 'CANCELLED', cancellable: false })]);
    await visitor.sees('The organiser has cancelled a show');
    expect(document.activeElement?.tagName).toBe('H1');
    expect(section('To come')).not.toContain('Salt');
    expect(section('Past and cancelled')).toContain('Salt');
    expect(section('To come')).toContain('Ondine');
  });

  it('keeps the tickets in view when they cannot be read anew', async () => {
    await open([booking('Ondine')]);
    document.dispatchEvent(new Event('visibilitychange'));
    await visitor.refuse(UPCOMING, { status: 503, code: 'storage-unavailable' });
    await visitor.refuse(PAST, { status: 503, code: 'storage-unavailable' });
    document.dispatchEvent(new Event('visibilitychange'));
    await answer([booking('Ondine')]);
    expect(section('To come')).toContain('Ondine');
    expect(visitor.text()).not.toContain('The box office is away');
  });

  it('appends the next page', async () => {
    await open([booking('Ondine')], 'next');
    await visitor.press('More bookings');
    const { request } = await visitor.answer(UPCOMING, page([booking('Salt')]));
    expect(request.params.get('cursor')).toBe('next');
    await visitor.sees('Salt');
    expect(section('To come')).toContain('Ondine');
    expect(visitor.buttonNames()).not.toContain('More bookings');
  });

  it('says what went wrong and tries again', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    await visitor.refuse(UPCOMING, { status: 503, code: 'storage-unavailable' });
    await visitor.refuse(PAST, { status: 503, code: 'storage-unavailable' });
    await visitor.sees('The box office is away for a moment');
    await visitor.press('Try again');
    await answer([booking('Ondine')]);
    await visitor.sees('Ondine');
  });

  it('tells the next visitor nothing about the bookings of the one before', async () => {
    const session = TestBed.inject(SessionStore);
    await open([booking('Ondine')]);
    document.dispatchEvent(new Event('visibilitychange'));
    const show = { ...booking('Ondine').show, status: 'CANCELLED' as const };
    await answer([], [booking('Ondine', { show })]);
    await visitor.sees('The organiser has cancelled a show');
    const signedIn = session.signIn({ email: 'bob@example.org', password: 'correct horse' });
    await visitor.answer('POST /api/auth/login', { userId: 'bob', token: 't', user: { ...ADA, userId: 'bob' } });
    await signedIn;
    await answer([booking('Salt')]);
    await visitor.sees('Salt');
    expect(visitor.text()).not.toContain('The organiser has cancelled a show');
  });

  it('asks for nothing more when somebody signs out while the bookings are on their way', async () => {
    await visitor.answer('GET /api/auth/me', { user: ADA });
    const late = [await visitor.sent(UPCOMING), await visitor.sent(PAST)];
    const gone = TestBed.inject(SessionStore).signOut();
    await visitor.answer('POST /api/auth/logout', null);
    await gone;
    await visitor.sees('Sign in to see your bookings');
    for (const request of late) request.flush(page([]));
    await settled();
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    TestBed.inject(HttpTestingController).verify();
  });
});
