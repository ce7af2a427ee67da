import '@fastify/cookie';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '@modex/api-core';
import { FastifyReply, FastifyRequest } from 'fastify';
import { cookiesOf } from './cookies';

/** The longest that browsers keep a cookie. */
const LIFETIME_SECONDS = 400 * 24 * 60 * 60;

/**
 * Remembers in a browser the accounts that it has signed in to: a signed cookie for each, which opens nothing. Wrong
 * passwords from elsewhere then cannot lock this browser out; its own wrong passwords are counted separately.
 */
@Injectable()
export class BrowserMark {
  private readonly cookies: ReturnType<typeof cookiesOf>;

  constructor(private readonly settings: Settings) {
    this.cookies = cookiesOf(settings);
  }

  /** Names the browser, when it signed in to this account before. */
  find(request: FastifyRequest, userId: string): string | undefined {
    const [name = '', signature = ''] = (request.cookies[this.nameOf(userId)] ?? '').split('.');
    const [given, right] = [Buffer.from(signature), Buffer.from(this.sign(`${userId} ${name}`))];
    return given.length === right.length && timingSafeEqual(given, right) ? name : undefined;
  }

  set(reply: FastifyReply, userId: string): void {
    const name = this.find(reply.request, userId) ?? randomBytes(16).toString('base64url');
    const value = `${name}.${this.sign(`${userId} ${name}`)}`;
    const attributes = { ...this.cookies.attributes, maxAge: LIFETIME_SECONDS };
    void reply.setCookie(this.nameOf(userId), value, attributes);
  }

  /** Named so that nobody who looks into the browser learns whose account it is. */
  private nameOf(userId: string): string {
    return this.cookies.name(`modex_browser_${this.sign(userId).slice(0, 8)}`);
  }

  private sign(text: string): string {
    return createHmac('sha256', this.settings.sessionSecret).update(`browser ${text}`).digest('base64url');
  }
}
