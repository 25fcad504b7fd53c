import { AwsLoadBalancer } from '../../inventory/aws';
import { ServiceObject } from '../../inventory/objects';
import { DriftObjects } from './objects';
import { UndecidedError } from './parts/refused';
import { ControllerSettings } from './settings';
import { ExpectedModel } from './types';

/** What the builders of one stack share. */
export interface BuildContext {
  readonly objects: DriftObjects;
  readonly settings: ControllerSettings;
  /** `--cluster-name`: part of every name. */
  readonly clusterName: string;
  /**
   * The load balancer that there is: the controller keeps its subnets, and of
   * a Service its scheme. `none` where there is none; undefined where nobody
   * knows.
   */
  readonly existing: AwsLoadBalancer | 'none' | undefined;
  readonly vpcId: string | undefined;
  readonly model: ExpectedModel;
}

/** A Service, where all of them were read or it was seen. */
export function serviceOf(
  { objects }: BuildContext,
  namespace: string,
  name: string,
): ServiceObject | undefined {
  const service = objects.services.get(`${namespace}/${name}`);
  if (!service && !objects.complete.services) {
    throw new UndecidedError('objects-unread');
  }
  return service;
}
