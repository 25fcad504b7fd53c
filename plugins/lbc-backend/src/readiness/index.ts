export { DatabaseAttestations } from './DatabaseAttestations';
export { cadenceOf, ReadinessAssessor } from './ReadinessAssessor';
export { ReadinessSlot } from './ReadinessSlot';
export type { AttestationStore, StoredAttestation } from './types';
