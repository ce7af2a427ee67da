import { LIMITS, normalPassword } from '@modex/domain';

let loaded: Promise<ReadonlySet<string>> | undefined;

/** Whether it is one of the common passwords that attackers try first. The list is loaded when it is first needed. */
export async function isCommonPassword(password: string): Promise<boolean> {
  loaded ??= load();
  return (await loaded).has(normalPassword(password).toLowerCase());
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].filter(({ length }) => length >= LIMITS.passwordMin));
}
