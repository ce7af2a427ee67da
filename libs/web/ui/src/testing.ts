// What the tests of other rooms use from this one; nothing of it is part of the site.
export { seatOf } from './testing/seat-of';
export { type Refused, Visitor } from './testing/visitor';
