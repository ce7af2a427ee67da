import { inject, Injectable } from '@angular/core';
import {
  admit,
  AdmissionResponse,
  AdmitDto,
  Api,
  isWorthAskingAgain,
  Problem,
  readProblem,
  undoEntry,
} from '@modex/web-api-client';
import { Writes } from '@modex/web-ui';
import { Refusal, Sent } from './deed-queue';
import { Deed, Undoing } from './door-deeds';

/** A session that ended, or an outcome that nobody expects, is no refusal: what was done stays until somebody has looked. */
const NO_REFUSALS: ReadonlySet<Problem['code']> = new Set(['unauthenticated', 'forbidden', 'unexpected']);

/** Tells the API what is done at a door. A scan that is sent again is answered the same, so late answers lose nothing. */
@Injectable({ providedIn: 'root' })
export class DeedSender {
  private readonly api = inject(Api);
  private readonly writes = inject(Writes);

  /** @throws what the call threw: read it with `readProblem` */
  admit(showId: string, body: AdmitDto): Promise<AdmissionResponse> {
    return this.writes.beside(() => this.api.invoke(admit, { showId, body }));
  }

  /** @throws what the call threw: read it with `readProblem` */
  async undo({ showId, bookingId, scanId }: Omit<Undoing, 'kind'>): Promise<void> {
    await this.writes.beside(() => this.api.invoke(undoEntry, { showId, body: { bookingId, scanId } }));
  }

  /** Sends what was done without a network. */
  async send(deed: Deed): Promise<Sent> {
    try {
      if (deed.kind === 'undo') await this.undo(deed);
      else await this.admit(deed.showId, bodyOf(deed));
      return 'done';
    } catch (error) {
      const problem = readProblem(error);
      if (isWorthAskingAgain(problem) || NO_REFUSALS.has(problem.code)) return 'later';
      return refusalOf(problem);
    }
  }
}

function bodyOf({ code, bookingId, seatId, scanId, door, at }: Deed & { readonly kind: 'enter' }): AdmitDto {
  return { ...(code === undefined ? { bookingId, seatId } : { code }), ...(door !== null && { door }), scanId, at };
}

function refusalOf({ code, entry }: Problem): Refusal {
  return { code, ...(entry !== undefined && { entry }) };
}
