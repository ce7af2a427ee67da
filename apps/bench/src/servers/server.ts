import type { Db } from 'mongodb';
import type { Client } from '../load/client';

/** Modex in one process, and in two of one start; both work on the same database. */
export type ModexName = 'modex' | 'modex, 2 processes';

/** The servers that are compared; `floor again` is the same program a second time, which shows the noise. */
export type ServerName = ModexName | 'floor' | 'floor again' | 'literal' | 'bulk write' | 'transaction';

/** Whose documents a server works on: floors of every kind share theirs. */
export const OWNERS = ['modex', 'floor', 'literal'] as const;
export type Owner = (typeof OWNERS)[number];

export function ownerOf(name: ServerName): Owner {
  if (isModex(name)) return 'modex';
  return name === 'literal' ? name : 'floor';
}

export function isModex(name: ServerName): name is ModexName {
  return name === 'modex' || name === 'modex, 2 processes';
}

/** A server that listens, in a process of its own. */
export interface Server {
  readonly name: ServerName;
  readonly address: string;
  /** Of several processes the one that started the others. */
  readonly pid: number;
  readonly client: Client;
  /** Its documents. */
  readonly db: Db;
  /** How many requests of each kind have warmed it up. */
  readonly warmth: Map<string, number>;
  stop(): Promise<void>;
}
