/** Decides which Keycloak image a run starts from, without pulling anything. */
import { keycloakVersion } from '../keycloak/version.js';
import { type Docker, isMissing, withEngine } from './engine.ts';

export const publicImage = `quay.io/keycloak/keycloak:${keycloakVersion}`;
/** Made by `node images/build.js`. */
export const ownImage = `tempered/keycloak:${keycloakVersion}`;

/** How long a registry may take to say whether it has an image. */
const registryLimitMs = 1_500;

export type ImageChoice =
  | { readonly image: string; readonly present: boolean; readonly version: string; readonly detail: string }
  | { readonly image: undefined; readonly why: string; readonly remedy: string };

/**
 * The image named by the caller or `TEMPERED_IDP_IMAGE`; else the public one; else, when that is neither present nor to be had, the one built here.
 * Takes at most the registry's limit, 1.5 s. Rejects only when the engine does not answer.
 */
export async function chooseImage(named?: string): Promise<ImageChoice> {
  const asked = named ?? process.env.TEMPERED_IDP_IMAGE;
  return withEngine(async (docker) => {
    const wanted = asked || publicImage;
    const version = await versionOfPresent(docker, wanted);
    if (version !== undefined) return { image: wanted, present: true, version, detail: `image ${wanted}` };
    const refusal = await refusalOfRegistry(docker, wanted);
    if (refusal === undefined)
      return { image: wanted, present: false, version: versionByTag(wanted), detail: `image ${wanted}, pulled first` };
    return asked ? unavailable(wanted, refusal) : chooseOwnImage(docker, refusal);
  });
}

async function chooseOwnImage(docker: Docker, refusal: string): Promise<ImageChoice> {
  const version = await versionOfPresent(docker, ownImage);
  if (version === undefined) return unavailable(publicImage, refusal);
  return { image: ownImage, present: true, version, detail: `image ${ownImage}, built here and not the official one (${refusal})` };
}

const unavailable = (image: string, refusal: string): ImageChoice => ({
  image: undefined,
  why: `the image ${image} is not present and cannot be pulled: ${refusal}`,
  remedy:
    image === publicImage
      ? `docker pull ${publicImage}, or build one without a registry: node images/build.js`
      : `docker pull ${image}, or name another one with TEMPERED_IDP_IMAGE`,
});

/** Of an image on this machine; undefined when it is not there. */
async function versionOfPresent(docker: Docker, image: string): Promise<string | undefined> {
  try {
    const { Config } = await docker.getImage(image).inspect();
    return Config.Labels?.['org.opencontainers.image.version'] ?? versionByTag(image);
  } catch (problem) {
    if (isMissing(problem)) return undefined;
    throw problem;
  }
}

const versionByTag = (image: string): string => /:([\w.-]+)$/.exec(image)?.[1] ?? 'unknown';

/** The engine itself asks the registry, by its own way out and with its own trust. Undefined: the registry has the image. */
async function refusalOfRegistry(docker: Docker, image: string): Promise<string | undefined> {
  const limit = AbortSignal.timeout(registryLimitMs);
  const problem = await new Promise<Error | null>((resolve) => {
    const statusCodes = { 200: true, 401: 'not allowed', 403: 'not allowed', 404: 'no such image', 500: 'server error' };
    docker.modem.dial({ path: `/distribution/${image}/json`, method: 'GET', statusCodes, abortSignal: limit }, resolve);
  });
  if (problem === null) return undefined;
  return limit.aborted ? `its registry did not answer within ${registryLimitMs} ms` : reasonOf(problem);
}

/** The engine's own words, on one line and without the address of its name server. */
function reasonOf(problem: unknown): string {
  const said = (problem as { json?: { message?: unknown } }).json?.message;
  return typeof said === 'string'
    ? said
        .replace(/ on \S+:53\b/, '')
        .replaceAll(/\s+/g, ' ')
        .slice(0, 200)
    : 'the registry could not be asked';
}
