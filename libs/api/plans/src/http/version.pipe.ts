import { Injectable, PipeTransform } from '@nestjs/common';
import { unknownThing } from '@modex/api-core';

/** The number of a version in an address; what is no such number names nothing. */
@Injectable()
export class VersionPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw unknownThing('unknown-plan');
    return Number(value);
  }
}
