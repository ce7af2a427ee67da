import { BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Channel } from '@modex/api-core';
import { SeatChange, SeatChanges } from './seat-changes';
import { readNotices, SeatNotice, writeNotices } from './seat-notices';
import { StatusBoards } from './status-boards';

/** The topic of the channel; the number is that of the format. */
const TOPIC = 'seats-1';
/** Notices of so many milliseconds are sent together. */
const TOGETHER_MS = 10;

/** Passes notices of changes on to the boards of this process at once, and a moment later to those of the others. */
@Injectable()
export class SharedSeatChanges extends SeatChanges implements BeforeApplicationShutdown {
  private notices: SeatNotice[] = [];
  private sending: NodeJS.Timeout | undefined;

  constructor(
    private readonly boards: StatusBoards,
    private readonly channel: Channel,
  ) {
    super();
    const take = (message: string): void => readNotices(message).forEach((notice) => this.hear(notice));
    channel.listen(TOPIC, { take, missed: () => boards.doubtAll() });
  }

  tell(change: SeatChange): void {
    this.boards.tell(change);
    this.share(change);
  }

  doubt(showId: string): void {
    this.boards.doubt(showId);
    this.share({ showId });
  }

  beforeApplicationShutdown(): void {
    this.sendAll();
  }

  private hear(notice: SeatNotice): void {
    if ('seatIds' in notice) this.boards.hear(notice);
    else this.boards.doubt(notice.showId);
  }

  private share(notice: SeatNotice): void {
    this.notices.push(notice);
    this.sending ??= setTimeout(() => this.sendAll(), TOGETHER_MS);
  }

  private sendAll(): void {
    clearTimeout(this.sending);
    this.sending = undefined;
    if (this.notices.length > 0) this.channel.send(TOPIC, writeNotices(this.notices));
    this.notices = [];
  }
}
