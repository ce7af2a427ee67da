/** What is kept under such a name is about whoever is signed in. */
export const OWN = 'own.';

/** Removes what a device keeps about whoever was signed in. */
export function forgetOwn(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(`modex.${OWN}`)) storage.removeItem(key);
}
