/**
 * Loaded into a server by `node --import` for tests alone: its clock is E2E_CLOCK_MS milliseconds ahead, or behind when
 * that is negative. Timers run as ever.
 */
const offMs = Number(process.env.E2E_CLOCK_MS);
const now = () => trueDate.now() + offMs;
const trueDate = Date;

globalThis.Date = new Proxy(trueDate, {
  construct: (date, given, target) => Reflect.construct(date, given.length === 0 ? [now()] : given, target),
  apply: (date) => String(new date(now())),
  get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
});
