import type { DoctorResponse, Tone } from '@lbc-backstage/plugin-lbc-common';

export type Finding = DoctorResponse['findings'][number];
export type Target = DoctorResponse['items'][number];

export const VERDICT_TONES: Record<DoctorResponse['verdict'], Tone> = {
  'all-seen': 'green',
  'something-missing': 'amber',
  'nothing-seen': 'red',
};

export const STATUS_TONES: Record<Target['status'], Tone> = {
  seen: 'green',
  partly: 'amber',
  'not-seen': 'red',
};

export const SEVERITY_TONES: Record<Finding['severity'], Tone> = {
  error: 'red',
  warning: 'amber',
  info: 'grey',
};
