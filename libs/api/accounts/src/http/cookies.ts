import { Settings } from '@modex/api-core';

/** How our cookies are named and sent. */
export interface CookieRules {
  /** Over https a prefix has the browser refuse one that another host of the domain, or plain http, tries to plant. */
  readonly name: (plain: string) => string;
  readonly attributes: {
    readonly path: string;
    readonly httpOnly: boolean;
    readonly sameSite: 'lax';
    readonly secure: boolean;
  };
}

/** Out of reach of scripts, and not sent with writes from other sites. */
export function cookiesOf({ publicUrl }: Pick<Settings, 'publicUrl'>): CookieRules {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return {
    name: (plain) => (secure ? `__Host-${plain}` : plain),
    attributes: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  };
}
