import { applyDecorators, UseGuards } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { Access } from '@modex/api-core';
import { HolderGuard, PROOF_HEADER } from './holder.guard';

/** Marks a route about one booking: for callers with a session, and for those who have looked this booking up. */
export function ForHolders(): MethodDecorator {
  return applyDecorators(
    Access('holder'),
    UseGuards(HolderGuard),
    ApiHeader({
      name: PROOF_HEADER,
      required: false,
      description: '`access` of `POST /api/bookings/lookup`, in place of a session.',
      schema: { type: 'string', maxLength: 100 },
    }),
  );
}
