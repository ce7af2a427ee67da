import { Injectable } from '@nestjs/common';
import { BookingRepository } from '@modex/api-bookings';
import { Budget, Job, Jobs } from '@modex/api-core';
import { EditedShow, ShowNewsRepository, ShowService } from '@modex/api-shows';
import { Booking, changesSince, Show, ShowChange } from '@modex/domain';
import { showLetter } from './letters/show-letter';
import { MailWriting } from './mail-writing';

/** Shows, and bookings of a show, looked at at once. */
const [SHOWS, BOOKINGS] = [20, 100];

/** A show with all its changes, oldest first. */
interface ChangedShow {
  readonly show: Show;
  readonly changes: readonly ShowChange[];
}

/** Tells everybody who has booked a show what was changed of it since they were last told. */
@Injectable()
export class ShowMails implements Job {
  readonly name = 'mail about changed shows';
  readonly pauseMs = 5_000;
  readonly budgetMs = 20_000;

  constructor(
    private readonly news: ShowNewsRepository,
    private readonly shows: ShowService,
    private readonly bookings: BookingRepository,
    private readonly writing: MailWriting,
    jobs: Jobs,
  ) {
    jobs.add(this);
  }

  async run(budget: Budget): Promise<void> {
    for (const { showId } of await this.news.findDue(SHOWS)) {
      const told = budget.isSpent ? undefined : await this.tellAll(showId, budget);
      if (told !== undefined) await this.news.told(told);
    }
  }

  /** @returns the show as everybody knows it now; undefined where the time was over before everybody did */
  private async tellAll(showId: string, budget: Budget): Promise<EditedShow | undefined> {
    // The show before its changes: one in between is told now, and its show stays due for the next round.
    const show = (await this.shows.findMany([showId])).get(showId);
    const changes = (await this.shows.findChanges([showId])).get(showId) ?? [];
    if (show === undefined) return undefined;
    const told = { showId, version: show.version };
    if (show.status !== 'ON_SALE' || show.started) return told;
    let some: Booking[] = [];
    for await (const booking of this.bookings.eachOfShow(showId, ['CONFIRMED'])) {
      some.push(booking);
      if (some.length < BOOKINGS) continue;
      await this.tell(some, { show, changes });
      if (budget.isSpent) return undefined;
      some = [];
    }
    await this.tell(some, { show, changes });
    return told;
  }

  private async tell(bookings: readonly Booking[], { show, changes }: ChangedShow): Promise<void> {
    const toldUntil = changes.at(-1)?.at;
    if (toldUntil === undefined || bookings.length === 0) return;
    const known = await this.writing.toldUntil(bookings.map(({ id }) => id));
    for (const booking of bookings) {
      const until = known.get(booking.id)?.getTime() ?? 0;
      const unknown = changesSince(
        booking.createdAt,
        changes.filter(({ at }) => at.getTime() > until),
      );
      if (unknown.length === 0) continue;
      const wanted = { name: `show-${show.version}`, kind: 'show-changed', toldUntil } as const;
      await this.writing.write(booking, wanted, (facts) => showLetter({ ...facts, changes: unknown }));
    }
  }
}
