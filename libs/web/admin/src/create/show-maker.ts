import { inject, Injectable } from '@angular/core';
import { AdminShowResponse, Api, createShow, CreateShowDto } from '@modex/web-api-client';
import { newKey } from '@modex/web-ui';
import { askAgain } from '../ask-again';

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
    return askAgain(() => this.api.invoke(createShow, { body, 'Idempotency-Key': key }));
  }
}
