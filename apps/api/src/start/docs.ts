import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiDocument } from '../docs/api-document';
import { createDocument } from '../openapi/document';
import { findLiveExamples, withLiveExamples } from '../openapi/live-examples';

/** Writes the contract for the explorer of the API, with ids from this database as examples. */
export async function publishDocs(app: NestFastifyApplication): Promise<void> {
  const examples = await findLiveExamples(app);
  const document = createDocument(app);
  const published = examples === undefined ? document : withLiveExamples(document, examples);
  app.get(ApiDocument, { strict: false }).publish(published);
}
