export { Availability } from './feedback/availability';
export { BlankState } from './feedback/blank-state';
export { type Confirmation } from './confirm/confirmation';
export { Confirmations } from './confirm/confirmations';
export { type DialogWish } from './dialog/dialog-wish';
export { Dialogs } from './dialog/dialogs';
export { Live, type LiveState } from './feedback/live';
export { Notice, type NoticeTone } from './feedback/notice';
export { type ChipTone, StatusChip } from './feedback/status-chip';
export { PageStates, type Unread } from './feedback/page-states';
export { Skeleton } from './feedback/skeleton';
export { saveFile } from './file/save-file';
export { EmailField } from './form/email-field';
export { Control, type ControlState, Field } from './form/field';
export { SearchField } from './form/search-field';
export { focusFirstError, placeRefusals, type RefusedField, type Refusal } from './form/refused-fields';
export { BackLink } from './frame/back-link';
export { Eyebrow } from './frame/eyebrow';
export { Heading, HeadingFocus } from './frame/heading-focus';
export { Icon } from './frame/icon';
export { Page } from './frame/page';
export { PageHead } from './frame/page-head';
export { ListEnd } from './list/list-end';
export type { ListWords } from './list/list-end';
export { newKey } from './memory/new-key';
export { TabMemory } from './memory/tab-memory';
export { Poster } from './poster/poster';
export {
  type MapSeat,
  type MapSeatStatus,
  type NamedSeat,
  rowLabel,
  SEAT_MARKS,
  type SeatMark,
} from './seat-map/map-seat';
export { SeatLegend } from './seat-map/seat-legend';
export { SEAT_SHAPES } from './seat-map/seat-shapes';
export { groupSeats, type SeatRow, SeatRows } from './seat-map/seat-rows';
export { seatsInWords } from './seat-map/seat-words';
export { Presses } from './press/presses';
export { StrayPresses } from './press/stray-presses';
export { type Return, type ReturnWords, SeatsToReturn } from './return/seats-to-return';
export { counted } from './text/counted';
export { isolated } from './text/isolated';
export { DateBlock } from './time/date-block';
export { serverClock } from './time/server-clock';
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
export { WriteForm } from './write/write-form';
export { WriteGate, Writes } from './write/write-gate';
export { LOCALE } from './text/locale';
export { type ColourTokens, readThemeColours, whenRecoloured } from './theme/theme-colours';
