/** Nothing personal and no secret crossed between zones but what the table of crossings allows (S1, I-11). */

import { deflateRawSync } from 'node:zlib';
import { people } from '../fixtures/fixtures.ts';
import { describeFinding, judgeCrossings } from '../tap/judge-crossings.ts';
import { fixtureMarkers } from '../tap/markers.ts';
import type { Checker } from './checker.ts';

/** As a redirect of SAML would take a name along: packed, in base64, percent-encoded. */
const canary = {
  from: 'isolated',
  to: 'provider',
  channel: 'https',
  atMs: 0,
  head: `GET /canary?SAMLRequest=${encodeURIComponent(deflateRawSync(`<saml:NameID>${people.uma.email}</saml:NameID>`).toString('base64'))}`,
  body: Buffer.of(),
};

/** S1: such a run is not evidence for the boundary. */
const inOneProcess = 'boundary: judged in one process; a run with --processes judges it in a process for each zone';

export const nothingCrossesThatTheTableDoesNotAllow: Checker = {
  name: 'nothing-crosses-that-the-table-does-not-allow',
  claim: 'No personal data and no secret crossed a boundary outside the table of what may',
  cites: ['S1', 'I-11', 'M-01'],
  unit: 'crossings',
  look: ({ crossings, zonesApart }) => {
    const judgement = judgeCrossings(crossings, fixtureMarkers);
    return {
      examined: judgement.crossings,
      findings: [...new Set(judgement.findings.map(describeFinding))],
      ...(zonesApart ? {} : { evidence: false, note: inOneProcess }),
    };
  },
  withCanary: (evidence) => ({ ...evidence, crossings: [...evidence.crossings, canary] }),
};
