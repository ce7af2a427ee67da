import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore, SignIn, User } from '@modex/web-account';
import { SeatResponse, SeatStatus, ShowResponse } from '@modex/web-api-client';
import { FakeStreams } from '@modex/web-seats/testing';
import { SeatMapHarness, seatOf } from '@modex/web-ui/testing';
import { ShowPage } from './show-page';

export const ONDINE: ShowResponse = {
  id: 'ondine',
  title: 'Ondine',
  startTime: '2099-12-12T19:30:00.000Z',
  timeZone: 'Europe/Berlin',
  durationMinutes: null,
  started: false,
  venue: 'Kursaal',
  description: null,
  status: 'ON_SALE',
  bookable: true,
  totalSeats: 4,
  freeSeats: 4,
  limitPerCustomer: null,
  noLoneSeat: false,
  cancelReason: null,
};

/** States of seats by their ids, A1 to A4; those that are not named are free. */
export type SeatStates = Readonly<Record<string, SeatStatus>>;

/** The four seats of the openShow. */
export function seats(states: SeatStates = {}): SeatResponse[] {
  return ['A1', 'A2', 'A3', 'A4'].map((id, at) => seatOf('A', at + 1, { id, status: states[id] ?? 'AVAILABLE' }));
}

/** The page of a show in a test: opened, looked at, pressed, and answered as the API does. */
export class ShowPageHarness {
  fixture: ComponentFixture<ShowPage>;
  readonly http: HttpTestingController;
  readonly streams = new FakeStreams();
  private version = 0;

  /** @param signInThen who comes in when the page asks who it is */
  constructor(signInThen: SignIn['signInThen']) {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        this.streams.provider,
        { provide: SessionStore, useValue: { user: signal<User | undefined>(undefined) } },
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

  text(): string {
    return this.fixture.nativeElement.textContent.replace(/\s+/g, ' ');
  }

  button(label: string): HTMLButtonElement {
    const buttons: HTMLButtonElement[] = [...this.fixture.nativeElement.querySelectorAll('button')];
    const found = buttons.find((candidate) => candidate.textContent?.trim() === label);
    if (!found) throw new Error(`No button "${label}" among ${buttons.map((b) => b.textContent?.trim()).join(', ')}`);
    return found;
  }

  async press(label: string): Promise<void> {
    this.button(label).click();
    await this.settled();
  }

  map(): Promise<SeatMapHarness> {
    const loader: HarnessLoader = TestbedHarnessEnvironment.loader(this.fixture);
    return loader.getHarness(SeatMapHarness);
  }

  answerShow(changes: Partial<ShowResponse> = {}): void {
    this.http.expectOne('/api/shows/ondine').flush({ ...ONDINE, ...changes });
  }

  async answerSeats(states?: SeatStates): Promise<void> {
    this.http
      .expectOne('/api/shows/ondine/seats')
      .flush({ showId: 'ondine', version: `aa-${++this.version}`, maxSeatsPerBooking: 10, seats: seats(states) });
    await this.settled();
  }

  /** The stream tells how the seats are now. */
  async tellSeats(states?: SeatStates): Promise<void> {
    const statuses = seats(states).map(({ status }) => status);
    this.streams.open.sendStatus(`aa-${++this.version}`, statuses);
    await this.settled();
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
