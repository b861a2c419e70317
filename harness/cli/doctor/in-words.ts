/** What the examination found, for people: by kind, what is usable and what would make the rest so. */
import { terminalWidth, wrapped } from '../table.ts';
import type { Examination, Finding } from './examination.ts';

/** In this order, each with what a reader must know to judge a `no`. */
const headings: Readonly<Record<Finding['about'], string>> = {
  'identity provider': 'Identity providers. One is enough; a run takes the first that is usable',
  browser: 'Browsers. One is enough; a run takes the first that is usable',
  window: 'A browser with a window. Only for --headed',
  network: 'Networks, each an address that a run sends from. All are needed',
  'left-overs': 'Left-overs of earlier runs',
};

/** Lines of at most `width` columns, then the conclusion. */
export function examinationInWords({ findings, conclusion }: Examination, width = terminalWidth()): string {
  const sections = (Object.keys(headings) as Finding['about'][]).flatMap((about) => {
    const members = findings.filter((finding) => finding.about === about);
    return members.length === 0 ? [] : [[headings[about], ...members.flatMap((each) => row(each, nameWidth(members), width))].join('\n')];
  });
  return [...sections, conclusion].join('\n\n');
}

const nameWidth = (members: readonly Finding[]): number => Math.max(...members.map(({ name }) => name.length));

/** What stands first in a row. */
const mark = ({ about, usable }: Finding): string => (about === 'left-overs' ? (usable ? 'ok ' : 'see') : usable ? 'yes' : 'no ');

function row(finding: Finding, nameColumns: number, width: number): readonly string[] {
  const { name, detail, remedy, about } = finding;
  const lead = `  ${mark(finding)}  ${name.padEnd(nameColumns)}  `;
  const room = Math.max(20, width - lead.length);
  const said = [
    ...wrapped(detail, room),
    ...(remedy === undefined ? [] : wrapped(`${about === 'left-overs' ? 'To do' : 'To have it'}: ${remedy}`, room)),
  ];
  return said.map((line, index) => `${index === 0 ? lead : ' '.repeat(lead.length)}${line}`.trimEnd());
}
