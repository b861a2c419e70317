/** The anchors of a world's audit logs, kept here, away from the zones that write them: a log that lacks what one of them names has lost records. */
import { noRecordYet } from '../../../system/index.ts';
import type { ZoneName } from './zone.ts';

export type Anchors = {
  /** A zone opens its log (again). What it is told from then on is the newest head of this life; those of earlier lives stay. */
  ofNewLife(zone: ZoneName): (head: string) => void;
  of(zone: ZoneName): readonly string[];
};

export function createAnchors(): Anchors {
  const lives: { readonly zone: ZoneName; newest: string }[] = [];
  return {
    ofNewLife: (zone) => {
      const life = { zone, newest: noRecordYet };
      lives.push(life);
      return (head) => {
        life.newest = head;
      };
    },
    of: (zone) => lives.filter((life) => life.zone === zone).map(({ newest }) => newest),
  };
}
