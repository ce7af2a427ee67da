import { DynamicModule, Module } from '@nestjs/common';
import { Audience, Settings } from '@modex/api-core';
import { ApiDocument } from './api-document';
import { docsController } from './docs.controller';

const AUDIENCES: Readonly<Record<Exclude<Settings['apiDocs'], 'off'>, Audience>> = {
  on: 'everyone',
  admin: 'docs.read.any',
};

/** The explorer of the API, for those whom the settings name; for others its addresses are 404. */
@Module({ providers: [ApiDocument] })
export class DocsModule {
  static for(whom: Settings['apiDocs']): DynamicModule {
    const controllers = whom === 'off' ? [] : [docsController(AUDIENCES[whom])];
    return { module: DocsModule, controllers };
  }
}
