import type { CompatibilityResponse } from '@lbc-backstage/plugin-lbc-common';

export type Report = CompatibilityResponse;
export type Compatibility = Report['controllers'][number];
export type Controller = Compatibility['controller'];
export type Axis = Compatibility['axes'][number];
export type Finding = Axis['findings'][number];
export type NotSeen = Axis['notSeen'][number];
export type Release = Compatibility['ladder'][number];
export type Feature = Compatibility['features'][number];
export type Status = Compatibility['status'];
