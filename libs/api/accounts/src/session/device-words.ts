/** Names in a `User-Agent`, the more specific ones first, since most browsers also name others. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];
const UNKNOWN = 'Unknown device';

/**
 * The browser or program that a `User-Agent` stands for, in plain words: "Firefox on Windows", "curl". Short, whatever
 * somebody sends, and of plain letters.
 */
export function deviceWords(userAgent: string | undefined): string {
  const told = userAgent?.slice(0, 500) ?? '';
  const [browser, system] = [nameIn(BROWSERS, told), nameIn(SYSTEMS, told)];
  if (browser !== undefined) return system === undefined ? browser : `${browser} on ${system}`;
  return /^[A-Za-z][A-Za-z0-9_.-]{0,29}/.exec(told)?.[0] ?? UNKNOWN;
}

function nameIn(names: readonly (readonly [RegExp, string])[], told: string): string | undefined {
  return names.find(([pattern]) => pattern.test(told))?.[1];
}
