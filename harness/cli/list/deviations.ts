/** The named departures from honest artefacts that the fakes can make: those of attestations as data, for they take long to load, and all others from their own tables. */
import { departures } from '../../deviations/index.ts';

/** The last four for deviations that stand in a table: what departs, the clause that it breaks, the code that it must meet, and the one beside which it is not counted. */
export type ListedDeviation = {
  readonly name: string;
  readonly title: string;
  readonly file: string;
  readonly family?: string;
  readonly breaks?: string;
  readonly refusedWith?: string;
  readonly variantOf?: string;
};

const inAttestation = (name: string, title: string): ListedDeviation => ({ name, title, file: 'fakes/deviations/attestation.ts' });

export const deviations: readonly ListedDeviation[] = [
  inAttestation('attestationOfFormatNone', 'Nobody attests the key, and it claims a listed model all the same'),
  inAttestation('selfAttestation', 'The key attests itself and claims a listed model'),
  inAttestation('attestationOfAnotherRoot', 'The listed model, by a manufacturer that nobody accepts'),
  inAttestation('attestationOfUnlistedModel', 'A model of the accepted manufacturer that is not on the list'),
  inAttestation('attestationWithExpiredCertificate', "The model's certificate has expired"),
  inAttestation('attestationForAnotherModel', 'The certificate is for one model, the authenticator data name another'),
  inAttestation('attestationOfBackupEligibleKey', 'A key that may be copied to another device'),
  inAttestation('attestationWithBrokenSignature', 'The honest statement with one bit of its signature turned'),
  inAttestation('attestationOfChromium', "What a browser's own virtual key attests, passed on as it is"),
  {
    name: 'assertionOfAnotherOrigin',
    title: 'Made on a page of another origin, and signed there',
    file: 'fakes/deviations/assertions.ts',
  },
  ...departures.map(({ key: _key, table: _table, ...listed }) => listed),
];
