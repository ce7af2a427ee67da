import { AuditReport } from '@modex/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** A request; `body` is sent as JSON. */
export interface TestRequest {
  readonly body?: unknown;
  /** Sent as `Authorization: Bearer`. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back; `body` is the parsed JSON. */
export interface TestReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: TestBody;
}

interface TestPerson {
  readonly userId: string;
}

interface TestChange {
  readonly at: string;
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly by: TestPerson | null;
}

interface TestEvent {
  readonly at: string;
  readonly kind: string;
  readonly bookingId: string | null;
  readonly customer: TestPerson | null;
  readonly by: TestPerson | null;
  readonly until: string | null;
  readonly reason: string | null;
}

interface TestSeat {
  readonly id: string;
  readonly name: string;
  readonly rowOrder: number;
  readonly placeInRow: number;
}

interface TestOffer {
  readonly preference: string;
  readonly together: boolean;
  readonly seats: readonly TestSeat[];
}

interface TestTill {
  readonly worth: number;
  readonly paid: number;
  readonly open: number;
  readonly receipts: readonly { readonly at: string }[];
}

/** The fields that the bodies of the API have; which of them a body really has, the test says. */
export interface TestBody {
  readonly id: string;
  readonly userId: string;
  readonly token: string;
  readonly user: {
    readonly userId: string;
    readonly name: string;
    readonly email: string;
    readonly kind: string;
    readonly role: string;
    readonly emailProved: boolean;
  };
  readonly bookingId: string;
  readonly holdId: string;
  readonly until: string;
  readonly secondsLeft: number;
  readonly secondsAtMost: number;
  readonly hold: TestBody | null;
  readonly name: string | null;
  readonly customerName: string;
  readonly tickets: readonly TestBody[];
  readonly seat: TestSeat;
  readonly issue: number;
  readonly entry: { readonly at: string; readonly door: string | null; readonly scanId: string } | null;
  readonly admitted: number;
  readonly action: string;
  readonly payment: {
    readonly kind: string;
    readonly due: { readonly amount: number; readonly currency: string };
  } | null;
  readonly till: TestTill | null;
  readonly sums: readonly { readonly by: TestPerson | null; readonly means: string; readonly amount: number }[];
  readonly email: string;
  readonly firstPassword: string;
  readonly path: string;
  readonly mailed: boolean;
  readonly role: string;
  readonly fromEnvironment: boolean;
  readonly self: boolean;
  readonly booking: TestBody;
  readonly show: TestBody;
  readonly access: string;
  readonly seatIds: readonly string[];
  readonly showId: string;
  readonly status: string | number;
  readonly version: string;
  readonly title: string;
  readonly venue: string | null;
  readonly reason: string | null;
  readonly cancelReason: string | null;
  readonly changes: readonly TestChange[];
  readonly bookable: boolean;
  readonly cancellable: boolean;
  readonly totalSeats: number;
  readonly freeSeats: number;
  readonly limitPerCustomer: number | null;
  readonly maxSeatsPerBooking: number;
  readonly limit: number;
  readonly bought: number;
  readonly largest: number;
  readonly insteadSeatIds: readonly string[];
  readonly together: boolean;
  readonly offers: readonly TestOffer[];
  readonly noLoneSeat: boolean;
  readonly giveBackHours: number | null;
  readonly planId: string;
  readonly planVersion: number;
  readonly planName: string | null;
  readonly revision: number;
  readonly prices: object | null;
  readonly price: object | null;
  readonly paymentKind: string | null;
  readonly total: object;
  readonly seenTotal: object;
  readonly soldSeats: number;
  readonly rows: readonly { readonly seats: number }[];
  readonly seats: readonly (TestSeat & { readonly status: string })[];
  readonly returnedSeats: readonly TestSeat[];
  readonly items: readonly TestBody[];
  readonly device: string | null;
  readonly current: boolean;
  readonly customer: TestPerson | null;
  readonly bookedBy: TestPerson | null;
  readonly events: readonly TestEvent[];
  readonly running: { readonly startedAt: string } | null;
  readonly last: Omit<AuditReport, 'startedAt'> & { readonly startedAt: string };
  readonly nextCursor: string | null;
  readonly code: string;
  readonly detail: string;
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  readonly requestId: string;
  readonly retryAfter: number;
}

/** Sends requests into the running API, without a socket. */
export class TestClient {
  constructor(readonly app: NestFastifyApplication) {}

  async get(path: string, request: TestRequest = {}): Promise<TestReply> {
    return this.send('GET', path, request);
  }

  async post(path: string, request: TestRequest = {}): Promise<TestReply> {
    return this.send('POST', path, request);
  }

  async patch(path: string, request: TestRequest = {}): Promise<TestReply> {
    return this.send('PATCH', path, request);
  }

  async put(path: string, request: TestRequest = {}): Promise<TestReply> {
    return this.send('PUT', path, request);
  }

  async delete(path: string, request: TestRequest = {}): Promise<TestReply> {
    return this.send('DELETE', path, request);
  }

  private async send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    request: TestRequest,
  ): Promise<TestReply> {
    const { token, body, headers } = request;
    const reply = await this.app.inject({
      method,
      url: path,
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { payload: body as object }),
    });
    return { status: reply.statusCode, headers: reply.headers as TestReply['headers'], body: parse(reply.body) };
  }
}

function parse(text: string): TestBody {
  return JSON.parse(text === '' ? 'null' : text);
}
