import { Controller, Get, Header, Param, Res, Type } from '@nestjs/common';
import { ApiExcludeController, OpenAPIObject } from '@nestjs/swagger';
import { Access, Audience, unknownThing } from '@modex/api-core';
import type { FastifyReply } from 'fastify';
import assetsPath from 'swagger-ui-dist/absolute-path';
import { ApiDocument } from './api-document';
import { DOCS_PAGE, DOCS_POLICY, DOCS_START } from './docs-page';

/** Files of Swagger UI that its page asks for. */
const ASSETS: readonly string[] = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/** Swagger UI at /api/docs and the contract at /api/openapi.json, for this audience. */
export function docsController(audience: Audience): Type {
  @ApiExcludeController()
  @Access(audience)
  @Controller()
  class DocsController {
    constructor(private readonly document: ApiDocument) {}

    @Get('openapi.json')
    readContract(): OpenAPIObject {
      const document = this.document.read();
      if (document === undefined) throw unknownThing('not-found');
      return document;
    }

    @Get('docs')
    @Header('Content-Type', 'text/html; charset=utf-8')
    @Header('Content-Security-Policy', DOCS_POLICY)
    openDocs(): string {
      return DOCS_PAGE;
    }

    @Get('docs/start.js')
    @Header('Content-Type', 'text/javascript; charset=utf-8')
    startDocs(): string {
      return DOCS_START;
    }

    @Get('docs/:asset')
    async sendAsset(@Param('asset') asset: string, @Res() reply: FastifyReply): Promise<void> {
      if (!ASSETS.includes(asset)) throw unknownThing('not-found');
      await reply.sendFile(asset, assetsPath());
    }
  }
  return DocsController;
}
