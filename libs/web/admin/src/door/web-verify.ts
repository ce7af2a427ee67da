import { Verify } from './offline-check';

/** Checks signatures with what the browser has; over plain HTTP, and in an old browser, it has nothing. */
export function verifyWith(subtle: SubtleCrypto | undefined): Verify {
  return async (key, signature, signed) => {
    if (subtle === undefined) return undefined;
    try {
      const imported = await subtle.importKey('raw', ownBytes(key), 'Ed25519', false, ['verify']);
      return await subtle.verify('Ed25519', imported, ownBytes(signature), ownBytes(signed));
    } catch (error) {
      if (error instanceof Error && error.name === 'NotSupportedError') return undefined;
      throw error;
    }
  };
}

/** The bytes in a buffer of their own, which WebCrypto asks for. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
