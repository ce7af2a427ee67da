import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../..');

describe('the tests of a room', () => {
  let inputs: Readonly<Record<string, readonly string[]>>;
  beforeAll(() => {
    const env = { ...process.env, NX_DAEMON: 'false' };
    const asked = spawnSync(process.execPath, [join(__dirname, 'test-inputs.mjs')], { cwd: ROOT, env });
    if (asked.status !== 0) throw new Error(`nx did not tell the inputs: ${asked.stderr}`);
    inputs = JSON.parse(asked.stdout.toString());
  });

  /** The names that the pattern finds in the files whose change makes the room's tests run anew. */
  const named = (room: string, pattern: RegExp) =>
    [...new Set(inputs[room]?.flatMap((file) => pattern.exec(file)?.[1] ?? []))].sort();
  const sources = (room: string) => named(room, /^libs\/api\/(\w+)\/src\//);
  const started = (room: string) => named(room, /^libs\/testing\/src\/rooms\/(\w+)\.ts$/);

  it.each([
    ['api-seats', ['core', 'seats']],
    ['api-bookings', ['accounts', 'activity', 'bookings', 'core', 'plans', 'seats', 'shows']],
  ])('of %s run anew when one of the rooms that they start is changed, and no other', (room, expected) => {
    expect([sources(room), started(room)]).toEqual([expected, expected]);
  });

  it('of every room run anew when what they start is changed, and for nothing else', () => {
    const rooms = Object.keys(inputs);
    expect(rooms).toContain('api-admin');
    expect(rooms.map((room) => [room, sources(room)])).toEqual(rooms.map((room) => [room, started(room)]));
  });
});
