import { guest, type Booked } from '../harness/actors';
import { HttpClient, type Reply } from '../harness/http';
import { until } from '../harness/until';
import { inArena, type Arena, type ArenaFigures } from './arena';
import { mustHaveStruck } from './booking-outcome';
import { complaintsOf, mustBe, storedStatuses, story } from './kills/scene';
import { outcomeOf } from './result';

const RESOLVE_MS = 60_000;
/** A lone buyer may be told to come again until the server has seen how late the database is. */
const MOST_REFUSALS = 5;
/** What an impatient client does: it hangs up after this silence, in milliseconds, and asks again this often. */
const [GIVES_UP_MS, RETRIES] = [2_000, 5];
/** The most that one may book: a command for each, so that a database this late, in milliseconds, takes more than 2 s. */
const [PARTY, RATHER_LATE_MS] = [10, 300];

type Ask = () => Promise<Reply<Booked>>;

/** One buyer alone, with one key, is served while the database answers late: told to come again at most a few times. */
export function buyWhileLate(figures: ArenaFigures, lateMs: number): Promise<readonly string[]> {
  return lateFor(figures, { lateMs, seats: 2 }, async ({ arena, ask }) => {
    const refusals: string[] = [];
    const served = await until('a lone buyer to be served', RESOLVE_MS, async () => {
      const answer = await ask();
      if (answer.status === 201) return answer;
      refusals.push(story(answer));
      if (refusals.length > MOST_REFUSALS) throw new Error(`a lone buyer was told ${refusals.join(', ')}`);
      return undefined;
    });
    const odd = refusals.filter((told) => !['503 storage-unavailable', '409 in-progress'].includes(told));
    return [...mustBe('odd answers', odd, []), ...(await arena.violations({ confirmed: [served.body.bookingId] }))];
  });
}

/**
 * A client hangs up after 2 s and asks again five times with one key: whatever it is told is the one booking, as a
 * replay, or that it is in progress; one booking is stored.
 */
export function retryImpatiently(figures: ArenaFigures): Promise<readonly string[]> {
  return lateFor(figures, { lateMs: RATHER_LATE_MS, seats: PARTY }, async ({ arena, ask, askBriefly, stored }) => {
    const first = await askBriefly();
    const told: Reply<Booked>[] = [];
    for (let nth = 0; nth < RETRIES; nth++) told.push(await askBriefly());
    const last = await until('the booking', RESOLVE_MS, async () => {
      const answer = await ask();
      return outcomeOf(answer) === 'in-progress' ? undefined : answer;
    });
    const answered = told.filter(({ status }) => status !== 0);
    const odd = answered.map(story).filter((it) => !['201 booked replayed', '409 in-progress'].includes(it));
    const ids = [...told, last].filter(({ status }) => status === 201).map(({ body }) => body.bookingId);
    return [
      ...mustHaveStruck('an answer that takes longer than 2 s', first.fault === 'timeout'),
      ...(answered.length > 0 ? [] : ['no retry was answered']),
      ...mustBe('odd answers', odd, []),
      ...mustBe('in the end', story(last), '201 booked replayed'),
      ...mustBe('bookings told of', new Set(ids).size, 1),
      ...mustBe('stored', await stored(), ['CONFIRMED']),
      ...(await arena.violations({ confirmed: [last.body.bookingId] })),
    ];
  });
}

interface LatePlay {
  readonly arena: Arena;
  readonly ask: Ask;
  /** The same with the patience of 2 s. */
  readonly askBriefly: Ask;
  /** Statuses of the buyer's bookings. */
  readonly stored: () => Promise<readonly string[]>;
}

/** A buyer who asks for some seats with one key at a server whose database answers late. */
async function lateFor(
  figures: ArenaFigures,
  { lateMs, seats }: { readonly lateMs: number; readonly seats: number },
  play: (stage: LatePlay) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  return inArena(figures, (arena) =>
    complaintsOf(async () => {
      const show = await arena.createShow({ title: 'Late', totalSeats: 2 * PARTY });
      return arena.behindProxy({}, async ({ proxy, server }) => {
        const buyer = await guest(arena.http());
        proxy.delayAnswers(lateMs);
        const impatient = new HttpClient(server.http.address, GIVES_UP_MS);
        const askAt = (http: HttpClient) => (): Promise<Reply<Booked>> =>
          buyer.at(http).book(show.showId, show.seatIds.slice(0, seats), 'k');
        const stored = (): Promise<readonly string[]> => storedStatuses(arena, buyer);
        const stage = { arena, ask: askAt(server.http), askBriefly: askAt(impatient), stored };
        return play(stage).finally(() => impatient.close());
      });
    }),
  );
}
