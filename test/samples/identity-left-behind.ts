/** Logs and records in which somebody's personal values were left. */
import type { RunEvidence } from '../../harness/checkers/index.ts';
import { people, personnelFamilyName } from '../../harness/fixtures/fixtures.ts';

const leaving = (name: string, text: string): Partial<RunEvidence> => ({ leftBehind: [{ name, text }] });

export const forgedLeftBehind: readonly { readonly kind: string; readonly change: Partial<RunEvidence>; readonly finding: string }[] = [
  {
    kind: 'a name in a log',
    change: leaving('log of world 1', `info welcome, ${people.nils.familyName}`),
    finding: 'the name of nils stands in log of world 1',
  },
  {
    kind: 'an e-mail address in an audit record, in base64 of UTF-16',
    change: leaving('audit log edge', JSON.stringify({ note: Buffer.from(people.uma.email, 'utf16le').toString('base64') })),
    finding: 'the email of uma stands in audit log edge',
  },
  {
    kind: 'an e-mail address in an audit record, as HTML writes it',
    change: leaving(
      'audit log cloud',
      `{"note":"${[...people.uma.email].map((letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join('')}"}`,
    ),
    finding: 'the email of uma stands in audit log cloud',
  },
  {
    kind: 'a row of the personnel system in an audit record',
    change: leaving('audit log cloud', JSON.stringify({ facts: { row: 'e-1,hand-1,hand-1@acme.test,Fitter,active' } })),
    finding: 'the email of somebody at acme.test stands in audit log cloud',
  },
  {
    kind: 'the name of somebody in the personnel system in a log',
    change: leaving('log of world 1', `info imported Jürgen ${personnelFamilyName} 20`),
    finding: 'the name of somebody in the personnel system stands in log of world 1',
  },
  {
    kind: 'whom a connector pushed, in a log, in percent-encoding',
    change: leaving('log of world 1', 'GET /scim/v2/Users?filter=userName%20eq%20%22worker-1%40acme.test%22'),
    finding: 'the email of somebody at acme.test stands in log of world 1',
  },
  {
    kind: 'whom a connector pushed, in an audit record, in base64',
    change: leaving('audit log cloud', JSON.stringify({ note: Buffer.from('{"userName":"newcomer@acme.test"}').toString('base64') })),
    finding: 'the email of somebody at acme.test stands in audit log cloud',
  },
];
