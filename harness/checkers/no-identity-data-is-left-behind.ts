/** No personal value of anybody stands in any log or audit record, in any encoding: inside they are opaque subjects, and outside they are nothing (I-11). */
import { people, personnelFamilyName, verifiedDomain } from '../fixtures/fixtures.ts';
import { markersIn } from '../tap/marker-search.ts';
import { fixtureMarkers, type Marker } from '../tap/markers.ts';
import type { Checker } from './checker.ts';

const personal = new Set(['email', 'name', 'title', 'break-glass-email']);
/** Whom the customer's automation hands on: its people have no more in common than the family name and the domain of their addresses. */
const handedOn: readonly Marker[] = [
  { whose: `somebody at ${verifiedDomain}`, class: 'email', value: `@${verifiedDomain}` },
  { whose: 'somebody in the personnel system', class: 'name', value: personnelFamilyName },
];
const markers = [...fixtureMarkers.filter((marker) => personal.has(marker.class)), ...handedOn];

export const noIdentityDataIsLeftBehind: Checker = {
  name: 'no-identity-data-is-left-behind',
  claim: 'No personal value stands in any log or audit record, in any encoding',
  cites: ['I-11', 'M-01'],
  unit: 'bytes',
  look: ({ leftBehind }) => ({
    examined: leftBehind.reduce((bytes, { text }) => bytes + Buffer.byteLength(text), 0),
    findings: leftBehind.flatMap(({ name, text }) =>
      markersIn(Buffer.from(text).toString('latin1'), markers).map(
        ({ marker }) => `the ${marker.class} of ${marker.whose} stands in ${name}`,
      ),
    ),
  }),
  withCanary: (evidence) => ({
    ...evidence,
    leftBehind: [...evidence.leftBehind, { name: 'canary', text: JSON.stringify({ note: Buffer.from(people.uma.email).toString('hex') }) }],
  }),
};
