/** Listens to an agent: every answer that it got is passed on, and its way is noted for the trace of a failed scenario. */
import type { Agent, Sight, TrailStep } from './agent.ts';
import { shownBy } from './judged.ts';
import { scriptsOf } from './scripted-page.ts';
import { placeOf } from './trail.ts';

export type NotedAgent = Omit<Agent, 'tab'> & {
  /** One line for each thing done and each answer seen. No query, cookie, form content or key is in it. */
  readonly trace: readonly string[];
  tab(): Promise<NotedAgent>;
};

type Listener = { heard(step: TrailStep): void; now(): number };

/** `now` stamps the lines, in milliseconds since the epoch. */
export function noted(agent: Agent, { heard, now }: Listener, trace: string[] = []): NotedAgent {
  const line = (text: string): void => void trace.push(`${new Date(now()).toISOString()}  ${text}`);
  const after = async (did: string, doing: Promise<Sight>): Promise<Sight> => {
    line(did);
    const sight = await doing;
    for (const step of sight.trail) {
      heard(step);
      line(`  ${step.status} ${step.place}${step.reference ? ` [${step.reference}]` : ''}`);
    }
    line(sight.kind === 'fault' ? `  ${sight.symptom}: ${sight.detail}` : `  sees ${shownBy(sight)}`);
    return sight;
  };
  return {
    ...agent,
    trace,
    visit: (url) => after(`visits ${placeOf(url)}`, agent.visit(url)),
    submit: (form, entry) =>
      after(
        `sends the form to ${placeOf(form.action)}, having filled in ${Object.keys(entry.values).join(', ') || 'nothing'}`,
        agent.submit(form, entry),
      ),
    call: (url) => after(`calls ${placeOf(url)}`, agent.call(url)),
    postFrom: (origin, to, form) => after(`posts to ${placeOf(to)} from a page of ${origin.origin}`, agent.postFrom(origin, to, form)),
    frame: async (framer, all) => {
      line(`opens a page of ${framer.origin} that holds ${all.length} addresses in frames`);
      const framed = await agent.frame(framer, all);
      for (const { to, shown, trail } of framed) {
        trail.forEach(heard);
        line(`  ${placeOf(to)}: ${shown ? `shows ${placeOf(shown)}` : 'shows nothing'}`);
      }
      return framed;
    },
    follow: async (url, asking) => {
      const followed = agent.follow(url, asking);
      await after(
        `follows ${placeOf(url)} (${asking.kind})`,
        followed.then(({ sight }) => sight),
      );
      return followed;
    },
    scripts: agent.scripts && {
      ...agent.scripts,
      press: (button) => after(`presses “${button}”`, scriptsOf(agent).press(button)),
      back: () => after('goes back', scriptsOf(agent).back()),
      followLink: (to) => after(`follows the link to ${placeOf(to)}`, scriptsOf(agent).followLink(to)),
    },
    tab: async () => noted(await agent.tab(), { heard, now }, trace),
    sendRaw: (url, sending) => after(`sends bytes of its own to ${placeOf(url)}`, agent.sendRaw(url, sending)),
    raw: (url, cookies) => after(`asks for ${placeOf(url)} with the cookies ${Object.keys(cookies).join(', ')}`, agent.raw(url, cookies)),
  };
}
