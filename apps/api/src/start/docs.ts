import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { createDocument } from '../openapi/document';
import { findLiveExamples, withLiveExamples } from '../openapi/live-examples';

/** Swagger UI at /api/docs and the contract at /api/openapi.json. */
export async function serveDocs(app: NestFastifyApplication): Promise<void> {
  const examples = await findLiveExamples(app);
  const document = createDocument(app);
  SwaggerModule.setup('api/docs', app, examples === undefined ? document : withLiveExamples(document, examples), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Modex API',
    swaggerOptions: { persistAuthorization: true, tryItOutEnabled: true, displayRequestDuration: true },
  });
}
