import type { DoctorInput } from '@lbc-backstage/plugin-lbc-common';

/** Everything that a diagnosis is made of. */
export interface DoctorFacts {
  /** Of all clusters and scopes, as the store has them. */
  read(): Promise<DoctorInput>;
}
