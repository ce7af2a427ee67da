import { Environment } from '../config/environment';

/** The database that this start uses. */
export interface Database {
  readonly uri: string;
  /** Carried by Modex itself, in DATA_DIR. */
  readonly isEmbedded: boolean;
  close(): Promise<void>;
}

/** The server of MONGODB_URI, else the embedded database. @throws StartError */
export async function openDatabase(env: Environment, _say: (line: string) => void): Promise<Database> {
  if (env.mongodbUri !== undefined) return { uri: env.mongodbUri, isEmbedded: false, close: async () => undefined };
  throw new Error('embedded not wired yet');
}
