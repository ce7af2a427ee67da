import { CanActivate, createParamDecorator, ExecutionContext, Injectable } from '@nestjs/common';
import { Caller, callerOf } from '@modex/api-accounts';
import { DomainError } from '@modex/domain';
import { FastifyRequest } from 'fastify';
import { BookingProof } from './booking-proof';

/** The header that carries the proof of a look-up. */
export const PROOF_HEADER = 'Booking-Access';

/** Who acts for a booking, as the guard found out. */
const holders = new WeakMap<FastifyRequest, Caller>();

/** Admits a caller with a proof for the booking of the path, or with a session. */
@Injectable()
export class HolderGuard implements CanActivate {
  constructor(private readonly proof: BookingProof) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { bookingId?: string } }>>();
    const holder = this.provenHolder(request) ?? callerOf(request);
    if (holder === undefined) {
      const detail = `Sign in first, or look the booking up by its code and e-mail and send ${PROOF_HEADER}.`;
      throw new DomainError('unauthenticated', detail);
    }
    holders.set(request, holder);
    return true;
  }

  private provenHolder({ headers, params }: FastifyRequest<{ Params: { bookingId?: string } }>): Caller | undefined {
    const proof = headers[PROOF_HEADER.toLowerCase()];
    if (typeof proof !== 'string' || params.bookingId === undefined) return undefined;
    return this.proof.holderOf(params.bookingId.toLowerCase(), proof);
  }
}

/** Who acts for the booking of the route: its customer by a proof, or the caller of the session. */
export const CurrentHolder = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const holder = holders.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (holder === undefined) throw new DomainError('unauthenticated', 'Sign in first.');
  return holder;
});
