/** A USB security key plugged into one page of the browser; this file alone owns the WebAuthn domain of that page. */
import CDP from 'chrome-remote-interface';
import type { Page } from 'playwright-core';
import { opening } from '../../network/opener.ts';
import { bounded } from '../../time-limit/bounded.ts';
import { limits } from '../limits.ts';
import type { SecurityKey } from './key-ring.ts';

export type VirtualAuthenticator = {
  /** What the key holds now, counters included. */
  keys(): Promise<readonly SecurityKey[]>;
  /** Replaces all credentials. */
  hold(keys: readonly SecurityKey[]): Promise<void>;
  /** Told each time that a key was used, with its counter as it then is. */
  onUse(used: (key: SecurityKey) => void): void;
  /** Ends the session; from here on the page has no authenticator. */
  unplug(): Promise<void>;
};

/** Chromium's key store has room for so many discoverable credentials. */
const capacity = 3;

const hardware = {
  protocol: 'ctap2',
  ctap2Version: 'ctap2_1',
  transport: 'usb',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

/** Plugs a key with these credentials into the page. The session is held until `unplug` or the page's end: a page without one would wait for minutes. */
export const plugInto = (page: Page, debugPort: number, keys: readonly SecurityKey[]): Promise<VirtualAuthenticator> =>
  plugged(page, debugPort, { keys });

export type NamedKeys = { readonly keys: readonly SecurityKey[]; nameOf(key: SecurityKey): string };

/** The same for a person, whom the browser asks by name which of the credentials it shall be, as it does with a key of his own. */
export const plugForPerson = (page: Page, debugPort: number, named: NamedKeys): Promise<VirtualAuthenticator> =>
  plugged(page, debugPort, named);

async function plugged(
  page: Page,
  debugPort: number,
  { keys, nameOf }: Pick<NamedKeys, 'keys'> & Partial<NamedKeys>,
): Promise<VirtualAuthenticator> {
  const target = `ws://127.0.0.1:${debugPort}/devtools/page/${await targetIdOf(page)}`;
  const client = await soon(
    'attaching to the page',
    opening('harness:browser', () => CDP({ target, local: true })),
  );
  const { WebAuthn } = client;
  await soon('enabling WebAuthn', WebAuthn.enable({ enableUI: nameOf !== undefined }));
  const { authenticatorId } = await soon('adding an authenticator', WebAuthn.addVirtualAuthenticator({ options: { ...hardware } }));
  const hold = async (held: readonly SecurityKey[]): Promise<void> => {
    if (held.length > capacity) throw new RangeError(`a virtual authenticator holds ${capacity} keys, not ${held.length}`);
    await soon('clearing the credentials', WebAuthn.clearCredentials({ authenticatorId }));
    for (const key of held)
      await soon(
        'adding a credential',
        WebAuthn.addCredential({ authenticatorId, credential: { ...asCredential(key), ...(nameOf ? { userName: nameOf(key) } : {}) } }),
      );
  };
  await hold(keys);
  return {
    hold,
    async keys() {
      const { credentials } = await soon('reading the credentials', WebAuthn.getCredentials({ authenticatorId }));
      return credentials.map(asKey);
    },
    onUse: (used) => void WebAuthn.credentialAsserted(({ credential }) => used(asKey(credential))),
    unplug: () => soon('detaching from the page', client.close()),
  };
}

const soon = <Result>(what: string, work: Promise<Result>): Promise<Result> => bounded(what, limits.housekeepingTimeoutMs, work);

/** The short-lived session never enables WebAuthn: detaching one that did would take the authenticator along. */
async function targetIdOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    return (await session.send('Target.getTargetInfo')).targetInfo.targetId;
  } finally {
    await session.detach();
  }
}

type Credential = Awaited<ReturnType<CDP.Client['WebAuthn']['getCredentials']>>['credentials'][number];

const recoded = (text: string, from: 'base64' | 'base64url', to: 'base64' | 'base64url'): string => Buffer.from(text, from).toString(to);

const asCredential = (key: SecurityKey): Credential => ({
  credentialId: recoded(key.credentialId, 'base64url', 'base64'),
  privateKey: recoded(key.privateKey, 'base64url', 'base64'),
  userHandle: recoded(key.userHandle, 'base64url', 'base64'),
  rpId: key.rpId,
  signCount: key.signCount,
  isResidentCredential: true,
});

const asKey = (credential: Credential): SecurityKey => ({
  credentialId: recoded(credential.credentialId, 'base64', 'base64url'),
  privateKey: recoded(credential.privateKey, 'base64', 'base64url'),
  userHandle: recoded(credential.userHandle ?? '', 'base64', 'base64url'),
  rpId: credential.rpId ?? '',
  signCount: credential.signCount,
});
