// What the tests of other rooms use from this one; nothing of it is part of the site.
export { arena } from './testing/arena';
export { FakeStreams, packedStatus, statusesOf, type FakeStream } from './testing/fake-streams';
export { SeatMapHarness } from './map/seat-map.harness';
