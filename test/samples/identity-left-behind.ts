/** Logs and records in which somebody's personal values were left. */
import type { RunEvidence } from '../../harness/checkers/index.ts';
import { people } from '../../harness/fixtures/fixtures.ts';

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
];
