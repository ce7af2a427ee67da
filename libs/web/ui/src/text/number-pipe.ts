import { Pipe, PipeTransform } from '@angular/core';
import { writeNumber } from './locale';

/** `{{ seats | number }}`: a number as the site writes it, such as 1,240. `number: 2` keeps at most two decimals. */
@Pipe({ name: 'number' })
export class NumberPipe implements PipeTransform {
  transform(value: number, mostDecimals = 0): string {
    return writeNumber(value, mostDecimals);
  }
}
