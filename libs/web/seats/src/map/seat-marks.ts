import { PackedStatus } from '@modex/domain';
import { SeatMark } from '@modex/web-ui';
import { ShowPlan } from '../show-plan';
import { OwnSeats } from './map-frame';

/** The customer's own seats by their ids, in addition to what the server says of them. */
export interface CustomerSeats {
  readonly chosen: ReadonlySet<string>;
  readonly lost: ReadonlySet<string>;
  readonly mine: ReadonlySet<string>;
}

/** How each seat stands for a customer. A chosen seat shows as chosen, whatever the API says, until it is refused. */
export class SeatMarks {
  private readonly marks = new Map<number, SeatMark>();

  constructor(
    show: ShowPlan,
    private readonly status: PackedStatus | undefined,
    { chosen, lost, mine }: CustomerSeats,
  ) {
    const put = (ids: ReadonlySet<string>, mark: SeatMark): void => {
      for (const id of ids) {
        const index = show.indexOf(id);
        if (index !== -1 && (mark === 'chosen' || !this.isFree(index))) this.marks.set(index, mark);
      }
    };
    put(lost, 'lost');
    put(mine, 'mine');
    put(chosen, 'chosen');
  }

  /** What the map draws over the seats. */
  get own(): OwnSeats {
    const having = (mark: SeatMark) => [...this.marks].filter(([, own]) => own === mark).map(([index]) => index);
    return { chosen: having('chosen'), lost: having('lost'), mine: having('mine') };
  }

  of(index: number): SeatMark {
    return this.marks.get(index) ?? this.plain(index);
  }

  /** The same as if the customer were nobody. */
  plain(index: number): SeatMark {
    return this.isFree(index) ? 'free' : 'taken';
  }

  isFree(index: number): boolean {
    return (this.status?.codeAt(index) ?? 0) === 0;
  }
}
