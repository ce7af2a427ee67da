import { BOUNDARY, Case, RESTRICTED } from './case';

/** What tests may start, and how they run. */
export const CASES_OF_TESTS: readonly Case[] = [
  [
    'the API ships no tests’ tools',
    'libs/api/bookings/src/x.ts',
    "import { before } from '@modex/testing';\nexport const x = before;\n",
    BOUNDARY,
  ],
  [
    'nor what starts it in tests',
    'libs/api/bookings/src/x.ts',
    "import { startTestApi } from '@modex/testing/bookings';\nexport const x = startTestApi;\n",
    BOUNDARY,
  ],
  [
    'a test of a room may use the tests’ tools, and start its room',
    'libs/api/bookings/src/x.spec.ts',
    "import { before } from '@modex/testing';\nimport { startTestApi } from '@modex/testing/bookings';\nexport const x = [before, startTestApi];\n",
    undefined,
  ],
  [
    'a test of a room may start less than its room',
    'libs/api/bookings/src/x.spec.ts',
    "import { startTestApi } from '@modex/testing/accounts';\nexport const x = startTestApi;\n",
    undefined,
  ],
  [
    'a test of a room starts no room above it',
    'libs/api/bookings/src/persistence/x.spec.ts',
    "import { startTestApi } from '@modex/testing/admin';\nexport const x = startTestApi;\n",
    RESTRICTED,
    /bookings start only/,
  ],
  [
    'a test of a room starts no room beside it',
    'libs/api/seats/src/x.spec.ts',
    "import { startTestApi } from '@modex/testing/accounts';\nexport const x = startTestApi;\n",
    RESTRICTED,
    /seats start only/,
  ],
  [
    'what starts a room in tests starts no room above it',
    'libs/testing/src/rooms/shows.ts',
    "import { BookingsModule } from '@modex/api-bookings';\nexport const x = BookingsModule;\n",
    RESTRICTED,
    /shows start only/,
  ],
  [
    'nor by the tools of the room above it',
    'libs/testing/src/rooms/shows.ts',
    "import { ROOMS } from './bookings';\nexport const x = ROOMS;\n",
    RESTRICTED,
    /shows start only/,
  ],
  [
    'what all tests use starts no room',
    'libs/testing/src/x.ts',
    "import { ROOMS } from './rooms/core';\nexport const x = ROOMS;\n",
    RESTRICTED,
    /starts no room/,
  ],
  [
    'no test runs alone',
    'libs/domain/src/x.spec.ts',
    "it.only('alone', () => expect(1).toBe(1));\n",
    'no-restricted-syntax',
    /Every test runs/,
  ],
  [
    'no test is left out',
    'libs/domain/src/x.spec.ts',
    "it.skip('never', () => expect(1).toBe(1));\n",
    'no-restricted-syntax',
    /Every test runs/,
  ],
];
