/** What one of several processes of a start is told when it is made. */
export interface ProcessPart {
  /** From 0; the first prepares the database before the others begin. */
  readonly index: number;
  /** How many processes there are. */
  readonly of: number;
  /** Where it listens: 0 for the first when any free port will do. */
  readonly port: number;
  /** The first process of an empty embedded database makes the example shows. */
  readonly makesDemo: boolean;
}

/** The variable in which a process finds its part. */
const PART = 'MODEX_PROCESS';

export function writePart(part: ProcessPart): NodeJS.ProcessEnv {
  return { [PART]: JSON.stringify(part) };
}

export function readPart(variables = process.env): ProcessPart {
  return JSON.parse(variables[PART] ?? '') as ProcessPart;
}
