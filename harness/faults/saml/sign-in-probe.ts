/** The independent observer of what only a sign-in by SAML shows: signs a person in at the identity provider with a signed request of its own, and reads the response without believing it. SAML Profiles 2.0 §4.1. */
import { createSign, randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { samlKeys } from '../../authority/saml-keys.ts';
import { people, samlRelyingParty } from '../../fixtures/fixtures.ts';
import type { Disturbable } from '../fault.ts';
import type { ProbeAnswer, ProbeQuestion } from '../probe.ts';
import { samlFormIn } from '../rewriting/saml-form.ts';

/** Where the sign-in ended: on a page that takes no response along, or with a response. */
export type SamlEnd =
  | { readonly ended: 'no-answer'; readonly why: string }
  | { readonly ended: 'page'; readonly status: number }
  | { readonly ended: 'response'; readonly xml: string };

const mostRedirects = 10;
const person = 'uma';

class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Never rejects for what the identity provider does. The service provider must have been introduced. */
export async function samlSignInSeen(world: Disturbable): Promise<SamlEnd> {
  const browser = browserOf(world);
  try {
    const asked = await browser.open(await signedRequest(world.realm.saml.ssoUrl));
    if (!/<input[^>]*\bname="password"/i.test(asked.body)) return endOf(asked);
    const form = new URLSearchParams({ username: person, password: people[person].password }).toString();
    return endOf(await browser.send(formAction(asked.body) ?? browser.address(), form));
  } catch (stopped) {
    if (stopped instanceof NoAnswer) return { ended: 'no-answer', why: stopped.message };
    throw stopped;
  }
}

function endOf(answer: ProbeAnswer): SamlEnd {
  const form = samlFormIn(answer);
  if (!form) return { ended: 'page', status: answer.status };
  return { ended: 'response', xml: Buffer.from(form.SAMLResponse, 'base64').toString('utf8') };
}

type Browser = {
  /** Redirects are followed, as long as they stay at the identity provider. */
  open(address: string): Promise<ProbeAnswer>;
  send(address: string, form: string): Promise<ProbeAnswer>;
  /** Of the page that is shown. */
  address(): string;
};

function browserOf({ probe, realm }: Disturbable): Browser {
  const jar = new Map<string, string>();
  let shown = realm.saml.ssoUrl.href;
  const exchange = async (address: string, question: Partial<ProbeQuestion>): Promise<ProbeAnswer> => {
    const { pathname, search } = new URL(address, shown);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...question.headers, ...(cookie === '' ? {} : { cookie }) };
    const answer = await probe.exchange({ ...question, path: pathname + search, headers });
    if ('failed' in answer) throw new NoAnswer(`${answer.failed.kind} at ${pathname}`);
    for (const line of answer.cookies) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    shown = new URL(address, shown).href;
    return answer;
  };
  const follow = async (answer: ProbeAnswer, left = mostRedirects): Promise<ProbeAnswer> => {
    const { location } = answer.headers;
    const isLed = answer.status >= 301 && answer.status <= 303 && location !== undefined && left > 0;
    if (!isLed || new URL(location, shown).host !== realm.issuer.host) return answer;
    return follow(await exchange(location, {}), left - 1);
  };
  return {
    open: async (address) => follow(await exchange(address, {})),
    send: async (address, body) =>
      follow(await exchange(address, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })),
    address: () => shown,
  };
}

const formAction = (page: string): string | undefined => /<form[^>]*\baction="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');

/** SAML Bindings 2.0 §3.4.4.1. */
async function signedRequest(ssoUrl: URL): Promise<string> {
  const { signing } = await samlKeys();
  const request =
    `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"` +
    ` ID="_${randomBytes(20).toString('hex')}" Version="2.0" IssueInstant="${new Date().toISOString()}" Destination="${ssoUrl.href}"` +
    ` AssertionConsumerServiceURL="${samlRelyingParty.acsUrl}" ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST">` +
    `<saml:Issuer>${samlRelyingParty.entityId}</saml:Issuer></samlp:AuthnRequest>`;
  const fields = [
    ['SAMLRequest', deflateRawSync(request).toString('base64')],
    ['SigAlg', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'],
  ] as const;
  const signed = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  const signature = createSign('sha256').update(signed).sign(signing.privateKeyPem, 'base64');
  return `${ssoUrl.href}?${signed}&Signature=${encodeURIComponent(signature)}`;
}
