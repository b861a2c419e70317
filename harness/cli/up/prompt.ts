/** The line-oriented prompt of a running world: a person breaks and mends the identity provider, and reads mails and audit records. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { AuditRecord, Message } from '../../target/target.ts';
import { didYouMean } from '../usage-error.ts';
import type { FaultSwitch } from './fault-switch.ts';

export type Asked = {
  readonly faults: FaultSwitch;
  messages(): Promise<readonly Message[]>;
  /** Mails from before are those of the set-up: their links are used up. Milliseconds since the epoch. */
  readonly upAtMs: number;
  records(): Promise<readonly AuditRecord[]>;
};

const words: Readonly<Record<string, { readonly says: string; answer(asked: Asked, rest: string): Promise<string> }>> = {
  faults: { says: 'what can be broken; a * stands at what is', answer: async ({ faults }) => faults.list() },
  fault: { says: 'NAME: break the identity provider, or what is around it, so', answer: ({ faults }, name) => faults.install(name) },
  heal: { says: 'mend it', answer: ({ faults }) => faults.heal() },
  mail: { says: 'every mail that was sent, the newest last', answer: async (asked) => mails(await asked.messages(), asked.upAtMs) },
  audit: { says: 'the newest records of the audit logs', answer: async (asked) => records(await asked.records()) },
  help: {
    says: 'this',
    answer: async () =>
      Object.entries(words)
        .map(([word, { says }]) => `${word.padEnd(7)} ${says}`)
        .join('\n'),
  },
};

const shownRecords = 12;

const mails = (messages: readonly Message[], upAtMs: number): string =>
  messages
    .toSorted((one, other) => one.receivedAtMs - other.receivedAtMs)
    .map(({ to, subject, links, receivedAtMs }) => {
      const used = receivedAtMs < upAtMs ? '  (from the set-up: its link is used up)' : '';
      return [`${clock(receivedAtMs)}  to ${to}: ${subject}${used}`, ...links.map(({ href }) => `  ${href}`)].join('\n');
    })
    .join('\n') || 'No mail yet.';

const records = (all: readonly AuditRecord[]): string =>
  all
    .toSorted((one, other) => one.atMs - other.atMs)
    .slice(-shownRecords)
    .map(
      ({ atMs, event, code, actor, peer, reference }) =>
        `${clock(atMs)}  ${event}  ${code}  ${actor}${peer === '' ? '' : ` from ${peer}`}  ${reference}`,
    )
    .join('\n') || 'No record yet.';

const clock = (atMs: number): string => new Date(atMs).toISOString().slice(11, 19);

/** What a line is answered with; never rejects: what goes wrong is the answer. An empty line has an empty one. */
export async function answerTo(line: string, asked: Asked): Promise<string> {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  if (word === '') return '';
  const known = Object.hasOwn(words, word) ? words[word] : undefined;
  if (!known) return `There is no ${word} here${didYouMean(word, Object.keys(words))}; to see what there is: help`;
  try {
    return await known.answer(asked, rest.join(' '));
  } catch (error) {
    return `That did not work: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Answers line by line, each after the one before, until the input ends or the returned function is called. */
export function promptOn(input: Readable, output: Writable, answer: (line: string) => Promise<string>): () => void {
  const lines = createInterface({ input, terminal: false });
  let before = Promise.resolve();
  const ask = (): void => void output.write('> ');
  lines.on('line', (line) => {
    before = before.then(async () => {
      const said = await answer(line);
      if (said !== '') output.write(`${said}\n`);
      ask();
    });
  });
  ask();
  return () => {
    lines.close();
    input.destroy();
  };
}
