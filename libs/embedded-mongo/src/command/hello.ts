import { MAX_DOCUMENT_BYTES } from '../catalog/collection';
import { Long } from 'bson';
import { MAX_MESSAGE_BYTES } from '../wire/message-reader';
import type { Command, CommandContext } from './command';
import type { Doc } from '../values';

/** MongoDB 7.0. */
const WIRE_VERSION = 21;
export const MAX_WRITE_BATCH = 100_000;
const VERSION = '7.0.0';

const HELLO_FIELDS = [
  'helloOk',
  'client',
  'compression',
  'topologyVersion',
  'maxAwaitTimeMS',
  'loadBalanced',
  'speculativeAuthenticate',
  'saslSupportedMechs',
  'hostInfo',
  'internalClient',
  'forShell',
];

/**
 * A standalone server: no set, and no `logicalSessionTimeoutMinutes`, so drivers neither retry writes nor number
 * transactions.
 */
function hello({ connection, now }: CommandContext): Doc {
  return {
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: MAX_WRITE_BATCH,
    localTime: now,
    connectionId: connection.id,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
    ok: 1.0,
  };
}

function buildInfo(): Doc {
  return {
    version: VERSION,
    gitVersion: 'embedded',
    modules: [],
    versionArray: [7, 0, 0, 0],
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    storageEngines: ['sqlite'],
    ok: 1.0,
  };
}

/** What mongosh and drivers ask when they connect. */
export const CONNECTION_COMMANDS: Readonly<Record<string, Command>> = {
  hello: { fields: HELLO_FIELDS, run: hello },
  isMaster: { fields: HELLO_FIELDS, run: hello },
  ismaster: { fields: HELLO_FIELDS, run: hello },
  ping: { fields: [], run: () => ({ ok: 1.0 }) },
  buildInfo: { fields: [], run: buildInfo },
  buildinfo: { fields: [], run: buildInfo },
  endSessions: { fields: [], run: () => ({ ok: 1.0 }) },
  connectionStatus: {
    fields: ['showPrivileges'],
    run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1.0 }),
  },
  serverStatus: {
    fields: [],
    run: ({ engine, now }) => ({
      host: 'embedded',
      version: VERSION,
      process: 'embedded-mongo',
      pid: Long.fromNumber(process.pid),
      uptime: (now.getTime() - engine.startedAt) / 1000,
      localTime: now,
      storageEngine: { name: 'sqlite' },
      ok: 1.0,
    }),
  },
};
