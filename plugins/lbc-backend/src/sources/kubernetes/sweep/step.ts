import {
  KubernetesKindName,
  KubernetesObjects,
} from '@lbc-backstage/plugin-lbc-common';
import { ListOutcome } from '../lists';
import { KindReader } from './KindReader';
import { SweepMemory } from './memory';

/** What a step has to work with. */
export interface StepContext {
  reader: KindReader;
  memory: SweepMemory;
}

/** How one kind is read. */
export interface KindStep<K extends KubernetesKindName> {
  kind: K;
  read(context: StepContext): Promise<ListOutcome<KubernetesObjects[K]>>;
}

/** A step of any kind. */
export type SweepStep = {
  [K in KubernetesKindName]: KindStep<K>;
}[KubernetesKindName];

/** Lists a kind whole. */
export function listStep<K extends KubernetesKindName>(
  kind: K,
  options: { pageSize?: number } = {},
): KindStep<K> {
  return { kind, read: ({ reader }) => reader.list(kind, options) };
}
