import { Injectable } from '@nestjs/common';
import { DomainError } from '@modex/domain';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 15 * 60;

/** Slows down guessing: 20 wrong passwords for one e-mail, or 100 from one address, in 15 minutes. */
@Injectable()
export class SignInLimiter {
  private readonly byEmail = new RateLimiterMemory({ points: 20, duration: WINDOW_SECONDS });
  private readonly byAddress = new RateLimiterMemory({ points: 100, duration: WINDOW_SECONDS });

  /**
   * Counts an attempt before it is made, so that parallel guesses count too.
   * @throws DomainError `too-many-requests`
   */
  async count(email: string, address: string): Promise<void> {
    try {
      await this.byAddress.consume(address);
      await this.byEmail.consume(email);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfter = Math.ceil(refusal.msBeforeNext / 1000);
      const minutes = Math.ceil(retryAfter / 60);
      throw new DomainError('too-many-requests', `Too many attempts; try again in ${minutes} minutes.`, { retryAfter });
    }
  }

  /** Takes a right attempt back out of the count. */
  async forgive(email: string, address: string): Promise<void> {
    await this.byAddress.reward(address);
    await this.byEmail.reward(email);
  }
}
