import { inject, Injectable } from '@angular/core';
import {
  AdminShowResponse,
  Api,
  createShow,
  CreateShowDto,
  isWorthAskingAgain,
  readProblem,
} from '@modex/web-api-client';
import { newKey } from '@modex/web-ui';

/** Pauses before the request is sent once more, in milliseconds. */
const PAUSES_MS = [500, 1000, 2000];

/**
 * Creates one show, however often the form is sent: all requests of a page have one key, unless it names another. A refusal frees the key. If an
 * answer was lost and the form has changed since, the API answers that the show already exists.
 */
@Injectable()
export class ShowMaker {
  private readonly api = inject(Api);
  private readonly key = newKey();

  /** Asks again while the outcome is unknown. @throws what the last call threw */
  async make(body: CreateShowDto, key = this.key): Promise<AdminShowResponse> {
    for (const pause of PAUSES_MS) {
      try {
        return await this.send(body, key);
      } catch (error) {
        if (!isWorthAskingAgain(readProblem(error))) throw error;
        await new Promise((done) => setTimeout(done, pause));
      }
    }
    return this.send(body, key);
  }

  private send(body: CreateShowDto, key: string): Promise<AdminShowResponse> {
    return this.api.invoke(createShow, { body, 'Idempotency-Key': key });
  }
}
