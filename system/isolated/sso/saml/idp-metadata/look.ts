/** Looks at the identity provider before anybody is sent there: its metadata, or whether somebody answers at all (A-12, C-02, C-03, S18). SAML Metadata 2.0 §2.3.2, §2.4.3. */
import type { SamlSettings } from '../../../../kernel/idp-settings.ts';
import type { Clock, Outbound } from '../../../../kernel/ports.ts';
import type { Discovered } from '../../idp.ts';
import { askForDocument } from '../../idp-document.ts';
import { recentLook } from '../../recent-look.ts';
import { readInstant } from '../instant.ts';
import { attributeOf } from '../xml/tree.ts';
import { descriptorIn, placesOf, signingCertificates } from './descriptor.ts';

export type Seen = {
  readonly discovered: Discovered;
  /** The signing certificates that its metadata names, as PEM; readable ones only. */
  readonly certificatePems: readonly string[];
};
export type MetadataEye = {
  /** Asked before every redirect; the answer is at most five seconds old. Never throws for what is outside. */
  look(settings: SamlSettings): Promise<Seen>;
};
type Ports = { readonly outbound: Outbound; readonly clock: Clock; readonly allows: (url: URL) => boolean };

export const metadataEye = (ports: Ports): MetadataEye => ({
  look: recentLook(ports.clock, {
    about: ({ entityId, metadataUrl, ssoUrl, sloUrl }) => [entityId, metadataUrl, ssoUrl, sloUrl],
    look: (settings) => lookNow(settings, ports),
  }),
});

const nothing = (discovered: Discovered): Seen => ({ discovered, certificatePems: [] });

async function lookNow(settings: SamlSettings, { outbound, clock, allows }: Ports): Promise<Seen> {
  const { metadataUrl, ssoUrl, sloUrl } = settings;
  const typed = [metadataUrl, ssoUrl, sloUrl].flatMap((url) => (url === undefined ? [] : [new URL(url)]));
  if (!typed.every(allows)) return nothing('endpoint-not-allowed');
  const accept = metadataUrl === undefined ? 'text/html' : 'application/samlmetadata+xml, application/xml';
  const answer = await askForDocument(outbound, new URL(metadataUrl ?? ssoUrl), accept);
  if (typeof answer === 'string') return nothing(answer);
  // A sign-in address that is asked for nothing complains, and is there all the same.
  if (metadataUrl === undefined) return nothing(answer.status < 500 ? 'good' : 'bad-status');
  if (answer.status !== 200) return nothing('bad-status');
  return judged(new TextDecoder().decode(answer.body), { settings, allows, nowMs: clock.now() });
}

type Judging = { readonly settings: SamlSettings; readonly allows: (url: URL) => boolean; readonly nowMs: number };
function judged(text: string, { settings, allows, nowMs }: Judging): Seen {
  const found = descriptorIn(text);
  if (!found) return nothing('malformed');
  const { root, provider } = found;
  if (attributeOf(root, 'entityID') !== settings.entityId) return nothing('issuer-other');
  const ends = [root, provider].map((element) => readInstant(attributeOf(element, 'validUntil')));
  if (ends.includes('malformed')) return nothing('malformed');
  if (ends.some((end) => typeof end === 'number' && end <= nowMs)) return nothing('metadata-expired');
  if (!placesOf(found).every((place) => isAllowed(place, allows))) return nothing('endpoint-not-allowed');
  return { discovered: 'good', certificatePems: signingCertificates(found) };
}

function isAllowed(place: string, allows: (url: URL) => boolean): boolean {
  const url = URL.parse(place);
  return url !== null && allows(url);
}
