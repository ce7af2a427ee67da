import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../..');
const BOUNDARY = '@nx/enforce-module-boundaries';
const RESTRICTED = 'no-restricted-imports';

/** What stands where, and the rule that must object; undefined: nobody objects. */
type Case = readonly [fact: string, path: string, code: string, rule: string | undefined, words?: RegExp];

const CASES: readonly Case[] = [
  [
    'the domain imports no package',
    'libs/domain/src/x.ts',
    "import { Injectable } from '@nestjs/common';\nexport const x = Injectable;\n",
    RESTRICTED,
    /domain is pure/,
  ],
  [
    'the domain imports no room',
    'libs/domain/src/x.spec.ts',
    "import * as ui from '@modex/web-ui';\nexport const x = ui;\n",
    BOUNDARY,
    /room:domain/,
  ],
  [
    'the domain may import itself',
    'libs/domain/src/x.ts',
    "import { rowName } from './layout';\nexport const x = rowName(0);\n",
    undefined,
  ],
  ['the domain asks no clock', 'libs/domain/src/x.ts', 'export const x = Date.now();\n', 'no-restricted-globals'],
  [
    'a service imports no Mongoose',
    'libs/api/bookings/src/x.service.ts',
    "import { Model } from 'mongoose';\nexport const x = Model;\n",
    RESTRICTED,
    /persistence\/ only/,
  ],
  [
    'a controller imports no Mongoose',
    'libs/api/bookings/src/http/x.controller.ts',
    "import { InjectModel } from '@nestjs/mongoose';\nexport const x = InjectModel;\n",
    RESTRICTED,
    /persistence\/ only/,
  ],
  [
    'persistence may import Mongoose',
    'libs/api/bookings/src/persistence/x.ts',
    "import { Model } from 'mongoose';\nexport const x = Model;\n",
    undefined,
  ],
  [
    'a service imports no HTTP',
    'libs/api/bookings/src/x.service.ts',
    "import { BookDto } from './http/book.dto';\nexport const x = BookDto;\n",
    RESTRICTED,
    /neither HTTP nor documents/,
  ],
  [
    'a service imports no persistence',
    'libs/api/bookings/src/x.service.ts',
    "import { BookingSchema } from './persistence/booking.schema';\nexport const x = BookingSchema;\n",
    RESTRICTED,
    /neither HTTP nor documents/,
  ],
  [
    'a use case in a folder of its room imports no HTTP either',
    'libs/api/admin/src/audit/x.ts',
    "import { AuditResponse } from '../http/audit.response';\nexport const x = AuditResponse;\n",
    RESTRICTED,
    /neither HTTP nor documents/,
  ],
  [
    'the plumbing imports no Mongoose outside of persistence',
    'libs/api/core/src/sweep/x.ts',
    "import { Model } from 'mongoose';\nexport const x = Model;\n",
    RESTRICTED,
    /persistence\/ only/,
  ],
  [
    'the site imports nothing of a server',
    'libs/web/ui/src/x.ts',
    "import { Injectable } from '@nestjs/common';\nexport const x = Injectable;\n",
    RESTRICTED,
    /runs in a browser/,
  ],
  [
    'the API imports no Angular',
    'libs/api/shows/src/x.service.ts',
    "import { signal } from '@angular/core';\nexport const x = signal;\n",
    RESTRICTED,
    /no Angular/,
  ],
  [
    'the shows do not know the seats',
    'libs/api/shows/src/x.ts',
    "import { SeatRepository } from '@modex/api-seats';\nexport const x = SeatRepository;\n",
    BOUNDARY,
  ],
  [
    'the seats do not know the bookings',
    'libs/api/seats/src/x.ts',
    "import { BookingService } from '@modex/api-bookings';\nexport const x = BookingService;\n",
    BOUNDARY,
  ],
  [
    'the accounts do not know the shows',
    'libs/api/accounts/src/x.ts',
    "import { ShowService } from '@modex/api-shows';\nexport const x = ShowService;\n",
    BOUNDARY,
    /room:api-accounts/,
  ],
  [
    'the plumbing knows the domain only',
    'libs/api/core/src/x.ts',
    "import { AccountService } from '@modex/api-accounts';\nexport const x = AccountService;\n",
    BOUNDARY,
  ],
  [
    'the bookings may know the seats',
    'libs/api/bookings/src/x.service.ts',
    "import { SeatRepository } from '@modex/api-seats';\nexport const x = SeatRepository;\n",
    undefined,
  ],
  [
    'nobody reaches into another room by a relative path',
    'libs/api/bookings/src/x.service.ts',
    "import { SeatRepository } from '../../seats/src/seat.repository';\nexport const x = SeatRepository;\n",
    BOUNDARY,
    /relative/,
  ],
  [
    'the API ships no tests’ tools',
    'libs/api/bookings/src/x.ts',
    "import { startTestApi } from '@modex/testing';\nexport const x = startTestApi;\n",
    BOUNDARY,
  ],
  [
    'a test of a room may use the tests’ tools',
    'libs/api/bookings/src/x.spec.ts',
    "import { startTestApi } from '@modex/testing';\nexport const x = startTestApi;\n",
    undefined,
  ],
  [
    'a feature of the site does not import a feature',
    'libs/web/bookings/src/x.ts',
    "import * as shows from '@modex/web-shows';\nexport const x = shows;\n",
    BOUNDARY,
    /room:web-feature/,
  ],
  [
    'a feature of the site may import the parts',
    'libs/web/bookings/src/x.ts',
    "import * as ui from '@modex/web-ui';\nexport const x = ui;\n",
    undefined,
  ],
  [
    'the site does not import the API',
    'libs/web/bookings/src/x.ts',
    "import { LIMITS } from '@modex/domain';\nexport const x = LIMITS;\n",
    BOUNDARY,
    /room:web-feature/,
  ],
  [
    'the embedded database knows nothing of ours',
    'libs/embedded-mongo/src/x.ts',
    "import { LIMITS } from '@modex/domain';\nexport const x = LIMITS;\n",
    BOUNDARY,
    /room:embedded-mongo/,
  ],
  [
    'no room knows the embedded database',
    'libs/api/core/src/persistence/x.ts',
    "import { startEmbeddedMongo } from '@modex/embedded-mongo';\nexport const x = startEmbeddedMongo;\n",
    BOUNDARY,
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
  [
    'only the start reads the environment',
    'libs/api/bookings/src/x.ts',
    "export const x = process.env['PORT'];\n",
    'no-restricted-properties',
    /read once/,
  ],
];

interface LintMessage {
  readonly ruleId: string;
  readonly message: string;
}

describe('the walls of the house', () => {
  let found: readonly (readonly LintMessage[])[];
  beforeAll(() => {
    const input = JSON.stringify(CASES.map(([, path, code]) => ({ path, code })));
    const env = { ...process.env, NX_DAEMON: 'false' };
    const lint = spawnSync(process.execPath, [join(__dirname, 'lint-texts.mjs')], { cwd: ROOT, input, env });
    if (lint.status !== 0) throw new Error(`lint did not run: ${lint.stderr}`);
    found = JSON.parse(lint.stdout.toString());
  }, 120_000);

  it.each(CASES.map(([fact, , , rule, words], index) => ({ fact, index, rule, words })))(
    '$fact',
    ({ index, rule, words }) => {
      const messages = found[index] ?? [];
      expect(messages.map(({ ruleId }) => ruleId)).toEqual(rule === undefined ? [] : [rule]);
      if (words !== undefined) expect(messages[0]?.message).toMatch(words);
    },
  );
});
