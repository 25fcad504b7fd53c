import type {
  ApiMessage,
  CompatibilityReport,
  Message,
} from '@lbc-backstage/plugin-lbc-common';

/** As it comes over the wire: a code may be newer than this page. */
type Wire<T> = T extends Message
  ? ApiMessage
  : T extends readonly (infer I)[]
  ? Wire<I>[]
  : T extends object
  ? { [K in keyof T]: Wire<T[K]> }
  : T;

export type Report = Wire<CompatibilityReport>;
export type Compatibility = Report['controllers'][number];
export type Controller = Compatibility['controller'];
export type Axis = Compatibility['axes'][number];
export type Finding = Axis['findings'][number];
export type NotSeen = Axis['notSeen'][number];
export type Release = Compatibility['ladder'][number];
export type Feature = Compatibility['features'][number];
export type Status = Compatibility['status'];
