/** The independent observer of what only a sign-in by SAML shows: signs a person in at the identity provider with a signed request of its own, and reads the response without believing it. SAML Profiles 2.0 §4.1. */
import { createSign, randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { samlKeys } from '../authority/saml-keys.ts';
import { samlFormIn } from '../fault-proxy/rewriting/saml-form.ts';
import { samlRelyingParty } from '../fixtures/fixtures.ts';
import type { ProbeAnswer } from './probe.ts';
import { askedBy, formAddress, NoAnswer, type Probed, passwordOf, visitorOf } from './visitor.ts';

/** Where the sign-in ended: on a page that takes no response along, or with a response. */
export type SamlEnd =
  | { readonly ended: 'no-answer'; readonly why: string }
  | { readonly ended: 'page'; readonly status: number }
  | { readonly ended: 'response'; readonly xml: string };

const person = 'uma';

/** Never rejects for what the identity provider does. The service provider must have been introduced. */
export async function samlSignInSeen(probed: Probed): Promise<SamlEnd> {
  const visitor = visitorOf(probed);
  try {
    const page = await visitor.open(await signedRequest(probed.realm.saml.ssoUrl));
    if (askedBy(page) !== 'password') return endOf(page.answer);
    const shown = await visitor.submit(formAddress(page), { username: person, password: passwordOf(probed, person) });
    return endOf(shown.answer);
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
