import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { describeEveryField, relaxEmptyBodies } from './every-field';
import { addEveryHeader } from './every-header';
import { addEveryStatus } from './every-status';
import { answersOf, operationsOf } from './operations';

const DESCRIPTION = `Seats that are never sold twice.

**Try it in a minute.** Run \`POST /api/auth/guest\`, copy \`token\` into **Authorize**. Take a show
from \`GET /api/shows\`, seats from its seat map, and book them; the examples already name a show and free seats of this server. For the admin routes sign in with
\`POST /api/auth/login\` as the admin that the server printed at its first start.

Errors are \`application/problem+json\` with a stable \`code\`.`;

/**
 * The contract, from the code. What the machinery around all routes does (statuses, headers) is added for every route,
 * so that nobody has to remember it. Operation ids are the method names of the controllers and must be unique.
 */
export function createDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Modex API')
    .setDescription(DESCRIPTION)
    .setVersion('1.0')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/', 'The server of this document')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The `token` of any sign-in.' })
    .addTag('shows', 'What is on')
    .addTag('seats', 'Where one sits')
    .addTag('plans', 'Where the seats are')
    .addTag('bookings', 'Buying and giving back')
    .addTag('accounts', 'Guests, accounts and sessions')
    .addTag('admin', 'Putting on shows')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (_controller, method) => method });
  for (const called of operationsOf(document)) {
    addEveryStatus(called);
    addEveryHeader(called);
    // A route and its controller may both say that a session is needed.
    if (called.operation.security !== undefined) called.operation.security = [{ bearer: [] }];
    for (const [, response] of answersOf(called.operation)) response.description ||= 'Done.';
  }
  describeEveryField(document);
  relaxEmptyBodies(document);
  return document;
}
