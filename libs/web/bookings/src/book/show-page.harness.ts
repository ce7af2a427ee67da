import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, TestRequest } from '@angular/common/http/testing';
import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { computed, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { PaymentKind, placeNumberOf, seatIdAt } from '@modex/domain';
import { AroundChange, SessionStore, SignIn, User } from '@modex/web-account';
import { HoldResponse, SeatResponse, SeatStatus, ShowDetailsResponse } from '@modex/web-api-client';
import { FakeStreams, packedStatus, SeatMapHarness } from '@modex/web-seats/testing';
import { seatOf } from '@modex/web-ui/testing';
import { ShowPage } from './show-page';

export const ONDINE: ShowDetailsResponse = {
  id: 'ondine',
  title: 'Ondine',
  startTime: '2099-12-12T19:30:00.000Z',
  timeZone: 'Europe/Berlin',
  saleOpensAt: null,
  saleClosesAt: null,
  salePhase: 'OPEN',
  durationMinutes: null,
  started: false,
  venue: 'Kursaal',
  description: null,
  houseRules: null,
  gettingThere: null,
  status: 'ON_SALE',
  bookable: true,
  totalSeats: 4,
  seatsPerRow: 4,
  seatPrefix: '0123456789abcdef',
  freeSeats: 4,
  limitPerCustomer: null,
  noLoneSeat: false,
  giveBackHours: 0,
  prices: null,
  planId: 'plain-4-4',
  planVersion: 1,
  cancelReason: null,
};

/** An anonymous guest. */
export const NOBODY: User = { userId: 'nobody', name: '', email: '', role: 'GUEST', kind: 'GUEST', emailProved: false };

/** The ids of its four seats. */
export const [A1 = '', A2 = '', A3 = '', A4 = ''] = [0, 1, 2, 3].map((place) => seatIdAt(ONDINE.seatPrefix, place));

/** States of seats by their names, A1 to A4; those that are not named are free. */
export type SeatStates = Readonly<Record<string, SeatStatus>>;

/** The four seats of the openShow. */
export function seats(states: SeatStates = {}): SeatResponse[] {
  return [A1, A2, A3, A4].map((id, at) => ({
    ...seatOf('A', at + 1, { id, status: states[`A${at + 1}`] ?? 'AVAILABLE' }),
    category: 'all',
  }));
}

/** The hold `h1` of these seats, as the API tells it. */
export function holdOf(seatIds: readonly string[]): HoldResponse {
  const times = { until: '2099-01-01T00:00:00.000Z', secondsLeft: 600, secondsAtMost: 1800, paymentKind: null };
  const kept = seats().filter(({ id }) => seatIds.includes(id));
  return { holdId: 'h1', showId: 'ondine', status: 'HELD', seats: kept, together: true, ...times };
}

/** The page of a show in a test: opened, looked at, pressed, and answered as the API does. */
export class ShowPageHarness {
  fixture: ComponentFixture<ShowPage>;
  readonly http: HttpTestingController;
  readonly streams = new FakeStreams();
  private version = 0;

  /** Whose session it is. */
  readonly person = signal<User | undefined>(undefined);
  readonly learnName = jest.fn();
  /** Runs a change of the person as the session does. */
  aroundChange: AroundChange = (change) => change();
  private readonly beforeChanges = (around: AroundChange) => {
    this.aroundChange = around;
    return () => undefined;
  };

  /** @param signInThen who comes in when the page asks who it is */
  constructor(signInThen: SignIn['signInThen']) {
    sessionStorage.clear();
    const user = computed(() => (this.person()?.name === '' ? undefined : this.person()));
    const someone = async (): Promise<User | undefined> => {
      if (!this.person()) this.person.set(NOBODY);
      return this.person();
    };
    const session = {
      person: this.person,
      user,
      someone,
      learnName: this.learnName,
      beforeChanges: this.beforeChanges,
    };
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        this.streams.provider,
        { provide: SessionStore, useValue: session },
        { provide: SignIn, useValue: { signInThen } },
      ],
    });
    this.http = TestBed.inject(HttpTestingController);
    this.fixture = create();
  }

  /** The page as a reload or Back opens it again, in the same tab. */
  openAgain(): void {
    this.fixture.destroy();
    this.fixture = create();
  }

  /** Lets every promise that is due run, then the rendering that follows from it. */
  async settled(): Promise<void> {
    for (let turn = 0; turn < 2; turn++) {
      await new Promise((due) => setTimeout(due));
      TestBed.tick();
    }
  }

  /** Presses a seat of row A on the map; nothing is waited for. */
  click(seat: number): void {
    this.fixture.nativeElement
      .querySelector(`[data-seat="${seat - 1}"]`)
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  }

  /** Lets the time of fake timers pass, and what is due then. */
  async pass(milliseconds: number): Promise<void> {
    for (const part of [milliseconds, 0]) {
      await jest.advanceTimersByTimeAsync(part);
      TestBed.tick();
    }
  }

  text(): string {
    return this.fixture.nativeElement.textContent.replace(/\s+/g, ' ');
  }

  button(label: string): HTMLButtonElement {
    const buttons: HTMLButtonElement[] = [...this.fixture.nativeElement.querySelectorAll('button')];
    const found = buttons.find((candidate) => candidate.textContent?.trim() === label);
    if (!found) throw new Error(`No button "${label}" among ${buttons.map((b) => b.textContent?.trim()).join(', ')}`);
    return found;
  }

  /** Presses the button as soon as the outcome of the last press has settled. */
  async press(label: string): Promise<void> {
    while (this.button(label).getAttribute('aria-disabled') === 'true') await this.settled();
    this.button(label).click();
    await this.settled();
  }

  map(): Promise<SeatMapHarness> {
    const loader: HarnessLoader = TestbedHarnessEnvironment.loader(this.fixture);
    return loader.getHarness(SeatMapHarness);
  }

  answerShow(changes: Partial<ShowDetailsResponse> = {}): void {
    this.http.expectOne('/api/shows/ondine').flush({ ...ONDINE, ...changes });
  }

  async answerSeats(states?: SeatStates): Promise<void> {
    this.answerSeatsNow(states);
    await this.settled();
  }

  /** The same where timers are fake: nothing is waited for. */
  answerSeatsNow(states?: SeatStates): void {
    const told = packedStatus(seats(states).map(({ status }) => status));
    this.http
      .expectOne('/api/shows/ondine/seats/status')
      .flush({ showId: 'ondine', version: `aa-${++this.version}`, maxSeatsPerBooking: 10, ...told });
  }

  /** The stream tells how the seats are now, as soon as the page has opened it. */
  async tellSeats(states?: SeatStates): Promise<void> {
    while (this.streams.openCount === 0) await this.settled();
    const statuses = seats(states).map(({ status }) => status);
    this.streams.open.sendStatus(`aa-${++this.version}`, statuses);
    await this.settled();
  }

  /** The request about holds that is on its way; there is exactly one. */
  holdCall(method: string): TestRequest {
    return this.http.expectOne((request) => request.method === method && request.url.includes('/holds'));
  }

  /** Answers the request that makes or changes the hold, with the seats that it asked for. */
  async keep(method: 'POST' | 'PUT', told: Partial<HoldResponse> = {}): Promise<readonly string[]> {
    const call = this.holdCall(method);
    const { seatIds } = call.request.body as { seatIds: readonly string[] };
    call.flush({ ...holdOf(seatIds), ...told });
    await this.settled();
    return seatIds;
  }

  async refuseHold(method: string, code: string, facts: object = {}, status = 409): Promise<void> {
    this.holdCall(method).flush({ code, ...facts }, { status, statusText: code });
    await this.settled();
  }

  /** What somebody who is signed in holds when the page is opened. */
  async answerOpenHold(...seatIds: readonly string[]): Promise<void> {
    await this.answerPaidHold(null, ...seatIds);
  }

  /** The same, where a booking would be paid in this way. */
  async answerPaidHold(paymentKind: PaymentKind | null, ...seatIds: readonly string[]): Promise<void> {
    this.holdCall('GET').flush({ hold: seatIds.length === 0 ? null : { ...holdOf(seatIds), paymentKind } });
    await this.settled();
  }

  /** Chooses seats of an opened page, and has them kept. */
  async choose(...seatIds: readonly string[]): Promise<void> {
    const map = await this.map();
    for (const [at, id] of seatIds.entries()) {
      await map.toggle(`Row A, seat ${placeNumberOf(id) + 1}`);
      await this.settled();
      await this.keep(at === 0 ? 'POST' : 'PUT');
    }
  }

  /** The same for somebody who has a name, no bookings, and holds these seats. */
  async openAs(person: User, ...kept: readonly string[]): Promise<SeatMapHarness> {
    this.person.set(person);
    this.answerShow();
    await this.answerSeats();
    await this.tellSeats();
    this.http.expectOne(({ url }) => url === '/api/bookings').flush({ items: [], nextCursor: null });
    await this.answerOpenHold(...kept);
    return this.map();
  }

  /** The page of a show whose seats are free, and are followed. */
  async open(): Promise<SeatMapHarness> {
    this.answerShow();
    await this.answerSeats();
    await this.tellSeats();
    return this.map();
  }
}

function create(): ComponentFixture<ShowPage> {
  const fixture = TestBed.createComponent(ShowPage);
  fixture.componentRef.setInput('showId', 'ondine');
  TestBed.tick();
  return fixture;
}
