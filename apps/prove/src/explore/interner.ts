import { canonical } from '../model/store-state';

/** Numbers for values: equal values get the same number, so states compare and store as a few integers. */
export class Interner<T> {
  private readonly numbers = new Map<string, number>();
  private readonly values: T[] = [];

  numberOf(value: T): number {
    const text = canonical(value) ?? 'undefined';
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.values.length);
    return this.values.push(value) - 1;
  }

  valueOf(number: number): T {
    if (number < 0 || number >= this.values.length) throw new Error(`nothing has the number ${number}`);
    return this.values[number] as T;
  }

  get size(): number {
    return this.values.length;
  }
}
