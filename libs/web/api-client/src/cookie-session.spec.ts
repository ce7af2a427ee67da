import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { cookieSessionInterceptor } from './cookie-session';
import * as generated from './generated/functions';
import { Api } from './generated';

type Call = Parameters<Api['invoke']>[0] & { readonly PATH: string };

/** The functions of the client, one an operation of the API. */
const calls = Object.entries(generated as unknown as Record<string, Call>).filter(([, call]) => 'PATH' in call);

describe('every call of the API', () => {
  it('is one of many', () => expect(calls.length).toBeGreaterThan(20));

  it.each(calls)('%s asks for a session as a cookie', (_, call) => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([cookieSessionInterceptor])), provideHttpClientTesting()],
    });
    void TestBed.inject(Api).invoke(call, {});
    const [sent] = TestBed.inject(HttpTestingController).match(() => true);
    expect(sent?.request.headers.get('X-Modex-Session')).toBe('cookie');
  });
});
