/** The states in their order: the first that matches wins (DESIGN §6). @public */
export const LIFECYCLE_STATES = [
  'foreign',
  'stuck-deleting',
  'deleting',
  'stranded',
  'superseded',
  'orphaned',
  'unserved',
  'unattended',
  'failing',
  'provisioning',
  'degraded',
  'drifted',
  'in-service',
  'unknown',
] as const;

/** What state a subject's life is in. @public */
export type LifecycleState = (typeof LIFECYCLE_STATES)[number];

/** States of a target binding, in their order (DESIGN §6). @public */
export const TARGET_BINDING_STATES = [
  'stuck-deleting',
  'stranded',
  'contested',
  'unattended',
  'failing',
  'bound',
  'unknown',
] as const;

/** What state a target binding's life is in. @public */
export type TargetBindingState = (typeof TARGET_BINDING_STATES)[number];

/** How urgent a state is; every tone has an icon and a word beside it. @public */
export type Tone = 'green' | 'blue' | 'amber' | 'red' | 'grey';

/** The tone of each state (as the page shows it). @public */
export const STATE_TONES: Record<LifecycleState, Tone> = {
  'in-service': 'green',
  provisioning: 'blue',
  deleting: 'blue',
  degraded: 'amber',
  drifted: 'amber',
  unattended: 'amber',
  superseded: 'amber',
  unserved: 'amber',
  failing: 'red',
  'stuck-deleting': 'red',
  stranded: 'red',
  orphaned: 'red',
  foreign: 'grey',
  unknown: 'grey',
};

/** Facets that stand beside the state, always (DESIGN §6). @public */
export interface Facets {
  serving: 'yes' | 'partly' | 'no' | 'unknown';
  attended: 'controller' | 'cloud-controller' | 'aws' | 'nobody' | 'unknown';
  reconcile: {
    /** When somebody last changed an owner's spec or annotations. */
    specChangedAt?: string;
    /** When the controller last said that it succeeded. */
    lastSuccessAt?: string;
    /** Seconds between the two, where both are known and in that order. */
    lagSeconds?: number;
  };
  drift: 'none' | 'found' | 'ignored' | 'not-examined';
  writes: 'accepted' | 'refused' | 'unknown';
}

/** Waits of the state machine, in seconds; configuration sets them. @public */
export interface LifecycleSettings {
  /** Between the two sightings that make an orphan. Default 900. */
  orphanGraceSeconds: number;
  /** Between the two sightings that make `unattended`. Default 300. */
  unattendedAfterSeconds: number;
  /** After which an unexplained deletion counts as stuck. Default 900. */
  stuckAfterSeconds: number;
}

/** @public */
export const DEFAULT_LIFECYCLE_SETTINGS: LifecycleSettings = {
  orphanGraceSeconds: 900,
  unattendedAfterSeconds: 300,
  stuckAfterSeconds: 900,
};
