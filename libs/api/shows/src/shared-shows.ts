import { Injectable } from '@nestjs/common';
import { Channel, SharedCache } from '@modex/api-core';
import { ShowService } from './show.service';

/** The topic of the channel; the number is that of the format. */
const TOPIC = 'shows-1';
/** What processes share of shows through the cache. */
export const SHARED_LISTS = 'shows';

/** Makes a change of a show known to the other processes, and forgets here what others have changed. */
@Injectable()
export class SharedShows {
  constructor(shows: ShowService, channel: Channel, cache: SharedCache) {
    shows.watch((showId) => {
      cache.invalidate(SHARED_LISTS);
      channel.send(TOPIC, showId);
    });
    channel.listen(TOPIC, { take: (showId) => shows.forget(showId), missed: () => shows.forgetAll() });
  }
}
