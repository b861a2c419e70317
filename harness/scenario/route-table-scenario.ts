/** Maker of the scenarios about a proposed route table: refused with its code, and what worked before works after (C-07). */
import type { SystemRefusal } from '../../system/index.ts';
import type { ListedRoute } from '../target/operations.ts';
import { afterwards, refusedWith } from './expectations.ts';
import { operationsOf } from './operations-of.ts';
import { scenario } from './scenario.ts';

type Rows = readonly ListedRoute[];
/** `admin` is AdminHub's host, `row` a good row of the tracker to make another one of. */
type Propose = (rows: Rows, given: { readonly admin: string; readonly row: ListedRoute }) => readonly unknown[];

export const routeTableScenario = ({ refusedWith: code, propose }: { readonly refusedWith: SystemRefusal; readonly propose: Propose }) =>
  scenario<{ table: 'in force' | 'proposed' }>({
    proves: ['C-07'],
    needs: ['operations'],
    honest: { table: 'in force' },
    deviation: { table: 'proposed' },
    act: async (world, { table }) => {
      const operations = operationsOf(world);
      const rows = await operations.routes();
      const row = rows.find(({ path }) => path === '/api/issues');
      if (!row) throw new TypeError('the tracker has no row to make another one of');
      return operations.replaceRoutes(table === 'in force' ? rows : propose(rows, { admin: world.target.origins.admin.host, row }));
    },
    expect: [
      refusedWith(code),
      afterwards('somebody signs in and opens the tracker', ({ actors }) => actors.user().signIn()),
      afterwards('the way back in is open', ({ actors }) => actors.visitor().open('admin', '/break-glass')),
    ],
  });
