import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const DESCRIPTION = `Seats that are never sold twice.

**Try it in a minute.** Run \`POST /api/auth/guest\`, copy \`token\` into **Authorize**. Take a show
from \`GET /api/shows\`, seats from its seat map, and book them; what is filled in are a show and free seats of this house. For the admin routes sign in with
\`POST /api/auth/login\` as the admin that the server printed at its first start.

Errors are \`application/problem+json\` with a stable \`code\`.`;

/** The contract, from the code. Operation ids are the method names of the controllers and must be unique. */
export function createDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Modex API')
    .setDescription(DESCRIPTION)
    .setVersion('1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The `token` of any sign-in.' })
    .addTag('shows', 'What is on')
    .addTag('seats', 'Where one sits')
    .addTag('bookings', 'Buying and giving back')
    .addTag('accounts', 'Guests, accounts and sessions')
    .addTag('admin', 'Putting on shows')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (_controller, method) => method });
  for (const response of successes(document)) response.description ||= 'Done.';
  return document;
}

function successes(document: OpenAPIObject): { description: string }[] {
  return Object.values(document.paths)
    .flatMap((path) => [path.get, path.post])
    .flatMap((operation) => Object.values(operation?.responses ?? {}))
    .filter((response) => response !== undefined && 'description' in response) as { description: string }[];
}
