/** Pulls an image and shows that it moves. */
import { withEngine } from './engine.ts';

const reportEveryMs = 5_000;

type PullEvent = { readonly id?: string; readonly progressDetail?: { readonly current?: number; readonly total?: number } };

/** Resolves when the image is on this machine. Rejects with the engine's reason. */
export function pullImage(image: string, progress: (message: string) => void): Promise<void> {
  progress(`pulling ${image}, once for this machine`);
  return withEngine(async (docker) => {
    const stream = (await docker.pull(image)) as NodeJS.ReadableStream;
    const layers = new Map<string, { readonly current: number; readonly total: number }>();
    const timer = setInterval(() => progress(`pulling ${image}: ${summary([...layers.values()])}`), reportEveryMs);
    const noteEvent = ({ id, progressDetail }: PullEvent) => {
      const { current, total } = progressDetail ?? {};
      if (id && current && total) layers.set(id, { current, total });
    };
    try {
      await new Promise<void>((resolve, reject) => {
        docker.modem.followProgress(stream, (problem: Error | null) => (problem ? reject(problem) : resolve()), noteEvent);
      });
    } finally {
      clearInterval(timer);
    }
  });
}

function summary(layers: readonly { readonly current: number; readonly total: number }[]): string {
  const megabytes = (pick: 'current' | 'total') => Math.round(layers.reduce((sum, layer) => sum + layer[pick], 0) / 1e6);
  return `${megabytes('current')} of ${megabytes('total')} MB`;
}
