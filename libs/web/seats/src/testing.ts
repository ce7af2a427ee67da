// What the tests of other rooms use from this one; nothing of it is part of the site.
export { FakeStreams, packedStatus, type FakeStream } from './testing/fake-streams';
