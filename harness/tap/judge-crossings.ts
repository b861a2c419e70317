/** Judges what crossed between zones against the table of what may (S1): every marker, in any encoding, in every field. */
import type { Crossing } from '../../system/kernel/ports.ts';
import { type CrossingField, fieldsOf } from './crossing-fields.ts';
import { type AllowedCrossing, crossingsTable } from './crossings-table.ts';
import { markersIn } from './marker-search.ts';
import type { Marker, MarkerClass } from './markers.ts';

/** Says what was found where, and never the value itself. */
export type CrossingFinding = {
  readonly from: string;
  readonly to: string;
  readonly channel: string;
  readonly atMs: number;
  readonly field: string;
  readonly class: MarkerClass;
  readonly whose: string;
  /** The encodings that had to be undone to see it, outermost first. */
  readonly as: readonly string[];
};

export type CrossingsJudgement = { readonly findings: readonly CrossingFinding[]; readonly crossings: number; readonly bytes: number };

/** Pure: crossings and markers in, findings out; none means that nothing crossed which the table does not allow. Traffic inside one zone is no crossing. */
export function judgeCrossings(
  crossings: readonly Crossing[],
  markers: readonly Marker[],
  table: readonly AllowedCrossing[] = crossingsTable,
): CrossingsJudgement {
  const across = crossings.filter(({ from, to }) => from !== to);
  return {
    findings: across.flatMap((crossing) => findingsIn(crossing, markers, table)),
    crossings: across.length,
    bytes: across.reduce((sum, { head, body }) => sum + Buffer.byteLength(head) + body.length, 0),
  };
}

/** For people: `the email of uma went from isolated to provider in body (base64)`. */
export const describeFinding = (finding: CrossingFinding): string =>
  `the ${finding.class} of ${finding.whose} went from ${finding.from} to ${finding.to} by ${finding.channel} in ${finding.field}${finding.as.length > 0 ? ` (${finding.as.join(', ')})` : ''}`;

function findingsIn(crossing: Crossing, markers: readonly Marker[], table: readonly AllowedCrossing[]): readonly CrossingFinding[] {
  const fields = fieldsOf(crossing).map((field) => ({ ...field, hits: markersIn(field.text, markers) }));
  const inParts = new Set(fields.filter(({ field }) => field.startsWith('body.')).flatMap(({ hits }) => hits.map(({ marker }) => marker)));
  return fields.flatMap(({ field, hits }) =>
    hits
      .filter(({ marker }) => field !== 'body' || !inParts.has(marker))
      .filter(({ marker }) => !table.some((row) => allows(row, crossing, field, marker.class)))
      .map(({ marker, as }): CrossingFinding => {
        const { from, to, channel, atMs } = crossing;
        return { from, to, channel, atMs, field, class: marker.class, whose: marker.whose, as };
      }),
  );
}

function allows(row: AllowedCrossing, crossing: Crossing, field: CrossingField['field'], markerClass: MarkerClass): boolean {
  const sameWay = row.from === crossing.from && row.to === crossing.to && (row.channel === '*' || row.channel === crossing.channel);
  const sameField = row.field.endsWith('*') ? field.startsWith(row.field.slice(0, -1)) : row.field === field;
  return sameWay && sameField && row.classes.includes(markerClass);
}
