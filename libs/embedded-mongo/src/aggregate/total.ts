import { Double } from 'bson';
import { type NumberKind, numberKind, type NumberValue, toNumber, toWhole, widest, wholeValue } from '../values';

/**
 * A sum of numbers that does not lose what small numbers add to large ones: whole numbers are summed exactly, doubles
 * with a second double for what rounding took away, as MongoDB does.
 */
export class Total {
  private kind: NumberKind = 'int';
  private whole = 0n;
  private smallWhole = 0;
  private high = 0;
  private low = 0;
  private special = 0;

  add(value: NumberValue): void {
    const kind = numberKind(value);
    this.kind = widest(this.kind, kind);
    const number = toNumber(value);
    if (kind === 'double') this.addDouble(number);
    else if (Number.isSafeInteger(number) && Number.isSafeInteger(this.smallWhole + number)) this.smallWhole += number;
    else this.whole += toWhole(value) as bigint;
  }

  /** The sum in the widest kind that came; whole numbers beyond 64 bits become a double. */
  value(): NumberValue {
    if (this.kind === 'double') return new Double(this.double());
    const whole = this.whole + BigInt(this.smallWhole);
    return wholeValue(this.kind, whole) ?? new Double(Number(whole));
  }

  double(): number {
    const rest = new Total();
    rest.high = this.high;
    rest.low = this.low;
    rest.special = this.special;
    const whole = this.whole + BigInt(this.smallWhole);
    const rounded = Number(whole);
    rest.addDouble(rounded);
    rest.addDouble(Number(whole - BigInt(rounded)));
    return Number.isFinite(rest.special) && rest.special === 0 ? rest.high + rest.low : rest.special + rest.high;
  }

  private addDouble(value: number): void {
    if (!Number.isFinite(value)) {
      this.special += value;
      return;
    }
    const [sum, error] = twoSum(this.high, value);
    const low = this.low + error;
    [this.high, this.low] = twoSum(sum, low);
  }
}

/** A sum and what rounding took away from it. */
function twoSum(a: number, b: number): readonly [number, number] {
  const sum = a + b;
  const part = sum - a;
  return [sum, a - (sum - part) + (b - part)];
}
