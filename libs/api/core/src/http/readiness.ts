import { Injectable } from '@nestjs/common';

/** Whether this instance may get new requests: until it is told that it will stop. */
@Injectable()
export class Readiness {
  private leaving = false;

  get isLeaving(): boolean {
    return this.leaving;
  }

  /** From now on readiness fails, so that a load balancer sends no more requests; those that still come are answered. */
  leave(): void {
    this.leaving = true;
  }
}
