/** What an org admin's changes share: what there is to be changed, and the facts by which a wish is judged. */
import type { Outbound, Random } from '../../../kernel/ports.ts';
import { demand } from '../../../kernel/refusal.ts';
import type { RuleTable } from '../../../kernel/rule.ts';
import type { Alarm } from '../alarm.ts';
import type { Changing } from '../change.ts';
import type { Connectors } from '../connectors.ts';
import type { Directory } from '../directory.ts';
import type { RuleParts } from '../group-rules/activate.ts';
import type { HeldChanges, HeldFacts } from '../held.ts';
import type { HrParts } from '../hr-feed/import.ts';
import type { UploadedFeed } from '../hr-feed/uploaded.ts';
import type { Window } from '../scim/window.ts';
import type { AdministrationFacts } from './rules.ts';

export type AdministrationParts = {
  readonly directory: Directory;
  readonly changing: Changing;
  readonly connectors: Connectors;
  readonly window: Window;
  readonly held: HeldChanges;
  readonly rules: RuleParts;
  readonly hr: HrParts;
  readonly uploaded: UploadedFeed;
  /** Where the feed is; without it there is none. */
  readonly hrFeedUrl: URL | undefined;
  readonly outbound: Outbound;
  readonly alarm: Alarm;
  readonly random: Random;
  readonly table: RuleTable<AdministrationFacts>;
  readonly heldTable: RuleTable<HeldFacts>;
};

/** Throws `Refusal` with a code of `directory.administration`, unless everything is in order but for what is said and is not. */
export const demandOrder = ({ table }: Pick<AdministrationParts, 'table'>, said: Partial<AdministrationFacts>): void =>
  demand(table, { found: true, nameUsable: true, ...said });
