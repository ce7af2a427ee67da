// What nearly every page uses, in one script: names here, where the index says `export *`, keep it together.
export { Availability } from './feedback/availability';
export { BlankState } from './feedback/blank-state';
export { PageStates, type Unread } from './feedback/page-states';
export { Skeleton } from './feedback/skeleton';
export { type ChipTone, StatusChip } from './feedback/status-chip';
export { BackLink } from './frame/back-link';
export { Eyebrow } from './frame/eyebrow';
export { Page } from './frame/page';
export { newKey } from './memory/new-key';
export { TabMemory } from './memory/tab-memory';
export {
  type MapSeat,
  type MapSeatStatus,
  type NamedSeat,
  rowLabel,
  SEAT_MARKS,
  type SeatMark,
} from './seat-map/map-seat';
export { seatsInWords } from './seat-map/seat-words';
export { counted } from './text/counted';
export { isolated } from './text/isolated';
export { LOCALE, writeNumber } from './text/locale';
export { NumberPipe } from './text/number-pipe';
export { saleWords, windowWords } from './time/sale-words';
export { DateBlock } from './time/date-block';
export {
  isElsewhere,
  type ShowTime,
  ShowTimePipe,
  TimePipe,
  type TimeStyle,
  writeShowTime,
  writeTime,
} from './time/show-time';
export { instantToWallTime, type WallMoment, type WallTime, wallTimeToInstant } from './time/wall-time';
export { visitorZone, zoneName } from './time/zone';
export { type Write, WriteButton } from './write/write-button';
