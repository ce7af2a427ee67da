import { Settings } from '@modex/api-core';

/** How our cookies are named and sent. */
export interface CookieRules {
  /** Over https the name has a prefix, by which browsers refuse this cookie from other hosts of the domain and from http. */
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
