import { ChangedField, ShowChange } from '@modex/domain';
import { BookingFacts, codeFact, seatFacts, showFacts, stillValid } from './booking-facts';
import { Fact, isolated, Letter } from './letter';
import { showTime } from './show-time';

/** What a letter about a changed show is made of. */
export interface ShowNews extends BookingFacts {
  /** What its customer does not know yet; not empty. */
  readonly changes: readonly ShowChange[];
}

/** What the fields are called that customers are told of. */
const NAMES: Partial<Record<ChangedField, string>> = {
  title: 'Title',
  startTime: 'Start',
  timeZone: 'Time zone',
  durationMinutes: 'Length in minutes',
  venue: 'Venue',
  description: 'Description',
  houseRules: 'House rules',
  gettingThere: 'How to get there',
};

/** What a customer is told of a show that was changed: each field as it was and as it is. */
export function showLetter(news: ShowNews): Letter {
  const { show, changes } = news;
  return {
    subject: `Changed: ${isolated(show.title)}`,
    heading: 'The show that you have booked has changed',
    blocks: [
      { kind: 'facts', facts: changes.flatMap((change) => toFacts(change, news)) },
      { kind: 'text', text: 'Your booking stays as it is:' },
      { kind: 'facts', facts: [...showFacts(news), ...seatFacts(news), codeFact(news)] },
      ...stillValid(news),
    ],
  };
}

function toFacts({ field, from, to }: ShowChange, { show }: ShowNews): readonly Fact[] {
  const name = NAMES[field] ?? field;
  const written = (value: string | null): readonly string[] => {
    if (value === null || value === '') return ['not said'];
    return field === 'startTime' ? [showTime({ ...show, startTime: new Date(value) })] : value.split('\n');
  };
  return [
    { name, lines: written(to) },
    { name: `${name} before`, lines: written(from) },
  ];
}
