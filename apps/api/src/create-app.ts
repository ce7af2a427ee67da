import { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { configureHttp, httpAdapter, Settings } from '@modex/api-core';
import { AppModule } from './app.module';

/** The API, wired and with its HTTP rules, not yet listening. */
export async function createApp(
  settings: Settings,
  options: NestApplicationOptions = {},
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), httpAdapter(settings), {
    bodyParser: false,
    abortOnError: false,
    ...options,
  });
  await configureHttp(app, settings);
  return app;
}
