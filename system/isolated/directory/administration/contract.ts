/** Everything that org admins may change of the directory, as the kernel's contract says. */
import type { DirectoryAdministration } from '../../../kernel/directory-administration.ts';
import { connectorsAndDomains } from './connectors-and-domains.ts';
import { groupRules } from './group-rules.ts';
import { heldDecisions } from './held.ts';
import { hrFeed } from './hr-feed.ts';
import type { AdministrationParts } from './parts.ts';
import { byHand } from './people-and-groups.ts';

export const directoryAdministration = (parts: AdministrationParts): DirectoryAdministration => ({
  ...byHand(parts),
  ...groupRules(parts),
  ...hrFeed(parts),
  ...heldDecisions(parts),
  ...connectorsAndDomains(parts),
});
