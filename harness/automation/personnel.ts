/** The customer's personnel system: who works there, and the file that it hands out of them every night. */
import { personnelFamilyName, verifiedDomain } from '../fixtures/fixtures.ts';
import type { Probe } from '../idp-probe/probe.ts';
import type { Symptom } from '../idp-probe/symptom.ts';
import { type Source, sourceOf } from './source.ts';

export const hrColumns = ['employee_id', 'user_name', 'email', 'display_name', 'department', 'title', 'status'] as const;
/** Behind the others, where a house exports its dates, too. */
export const hrDateColumns = ['start_date', 'end_date'] as const;
type DateColumn = (typeof hrDateColumns)[number];
export type HrRecord = Readonly<Record<(typeof hrColumns)[number], string> & Partial<Record<DateColumn, string>>>;

/** One export, before it is bytes. */
export type HrExport = {
  readonly columns: readonly ((typeof hrColumns)[number] | DateColumn)[];
  readonly people: readonly HrRecord[];
  readonly encoding: 'utf8' | 'latin1';
  /** How many bytes at its end never arrive. */
  readonly bytesMissing: number;
  /** What whoever asks for it is answered. */
  readonly status: number;
};

const employees = 20;
/** So many are in the department Foundry, the others in Assembly. */
const founders = 12;

/** One name needs more than ASCII, as in any house. */
const honestExport: HrExport = {
  columns: hrColumns,
  people: Array.from({ length: employees }, (_, at) => at + 1).map((index) => ({
    employee_id: `e-${index}`,
    user_name: `hand-${index}`,
    email: `hand-${index}@${verifiedDomain}`,
    display_name: `${index === employees ? 'Jürgen' : 'Hand'} ${personnelFamilyName} ${index}`,
    department: index <= founders ? 'Foundry' : 'Assembly',
    title: 'Fitter',
    status: 'active',
  })),
  encoding: 'utf8',
  bytesMissing: 0,
  status: 200,
};

/** As the cloud gets it. RFC 4180 §2. */
export function fileOf({ columns, people, encoding, bytesMissing }: HrExport): Uint8Array {
  const lines = [columns.join(','), ...people.map((person) => columns.map((column) => person[column] ?? '').join(','))];
  const bytes = Buffer.from(`${lines.join('\r\n')}\r\n`, encoding);
  return bytes.subarray(0, bytes.length - bytesMissing);
}

/** `rows`: everything below the header, each as its fields. What is no UTF-8 shows as U+FFFD. */
export type FileSeen = {
  readonly status: number;
  readonly text: string;
  readonly header: string;
  readonly rows: readonly (readonly string[])[];
};

export type Personnel = Pick<Source<HrExport>, 'honest' | 'disturb'> & {
  /** Hands out what it would export now; `after` is what has really changed in the house meanwhile. */
  handOut(after?: (now: HrExport) => HrExport): void;
  /** What a stranger is handed, on a connection of its own. */
  pull(): Promise<FileSeen | { readonly failed: Symptom }>;
};

export const hrFilePath = '/people.csv';

/** `publish` puts a file where the cloud finds it; `probe` asks the same place. */
export function personnelSystem(publish: (bytes: Uint8Array, status: number) => void, probe: Pick<Probe, 'exchange'>): Personnel {
  const handOut: Personnel['handOut'] = (after = (now) => now) => {
    const next = after(source.now());
    publish(fileOf(next), next.status);
  };
  const source = sourceOf('the personnel system', honestExport, () => handOut());
  return {
    honest: source.honest,
    disturb: source.disturb,
    handOut,
    pull: async () => {
      const answer = await probe.exchange({ path: hrFilePath });
      return 'failed' in answer ? answer : { status: answer.status, text: answer.body, ...rowsIn(answer.body) };
    },
  };
}

function rowsIn(text: string): Pick<FileSeen, 'header' | 'rows'> {
  const [header = '', ...lines] = text.split('\r\n').filter((line) => line !== '');
  return { header, rows: lines.map((line) => line.split(',')) };
}
