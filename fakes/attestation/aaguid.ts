/** The AAGUID names a model of authenticator: 16 bytes, written as a UUID. WebAuthn L3 §6.5.1. */

/** Of our test model; random, so that it is nobody's. */
export const testModelAaguid = '7e3a9c51-4b0d-4f62-9d18-2c6f5ab01e94';
/** Of the virtual authenticators of Chromium: never hardware. */
export const chromiumAaguid = '01020304-0506-0708-0102-030405060708';

export const aaguidBytes = (aaguid: string): Uint8Array => Uint8Array.from(Buffer.from(aaguid.replaceAll('-', ''), 'hex'));
