import type { Db } from 'mongodb';
import type { Client } from '../load/client';

/** The servers that are compared; `floor again` is the same program a second time, which shows the noise. */
export type ServerName = 'modex' | 'floor' | 'floor again' | 'literal' | 'bulk write' | 'transaction';

/** Whose documents a server works on: floors of every kind share theirs. */
export const OWNERS = ['modex', 'floor', 'literal'] as const;
export type Owner = (typeof OWNERS)[number];

export function ownerOf(name: ServerName): Owner {
  return name === 'modex' || name === 'literal' ? name : 'floor';
}

/** A server that listens, in a process of its own. */
export interface Server {
  readonly name: ServerName;
  readonly address: string;
  readonly pid: number;
  readonly client: Client;
  /** Its documents. */
  readonly db: Db;
  /** How many requests of each kind have warmed it up. */
  readonly warmth: Map<string, number>;
  stop(): Promise<void>;
}
