import { claimOfService } from '../../identity/claims';
import { AwsLoadBalancer } from '../../inventory/aws';
import { ServiceObject } from '../../inventory/objects';
import { BuildContext } from './context';
import { buildGatewayModel, gatewayPrefix } from './gateway/build';
import { buildIngressModel } from './ingress/build';
import { DriftObjects } from './objects';
import { RefusedError, UndecidedError, refuse } from './parts/refused';
import { isModelled } from './releases';
import { buildServiceModel } from './service/build';
import { settingsOf } from './settings';
import { Expected, ExpectedModel, emptyModel } from './types';

/** @public */
export interface ExpectedModelOptions {
  /** Made once for a cluster, by {@link driftObjects}. */
  objects: DriftObjects;
  /** Of the controller that serves the stack; undefined where none was seen. */
  flags: Readonly<Record<string, string>> | undefined;
  /** Its release, such as `v3.5.0`; not every one is modelled. */
  version: string | undefined;
  /** The stack: its family and the value of its stack tag. */
  stack: { family: string; value: string };
  /** The value of the cluster tag, where `--cluster-name` is not known. */
  clusterTag: string;
  /**
   * The load balancer that there is; `none` where there is none. The
   * controller keeps some of what it has.
   */
  existing?: AwsLoadBalancer | 'none';
}

const PREFIXES: Readonly<Record<string, string>> = {
  ingress: 'ingress.k8s.aws',
  service: 'service.k8s.aws',
};

/** Whether the controller still builds something for a Service. */
function isAsked(
  service: ServiceObject,
  flags: Readonly<Record<string, string>>,
): boolean {
  const { status, by } = claimOfService(service, [
    flags['load-balancer-class'] ?? 'service.k8s.aws/nlb',
  ]);
  return (
    status === 'claimed' &&
    by === 'controller' &&
    !service.metadata.deletionTimestamp
  );
}

function build(options: ExpectedModelOptions): ExpectedModel {
  const { objects, flags, version, stack, clusterTag, existing } = options;
  const { value, family } = stack;
  if (!flags) {
    throw new UndecidedError('controller-unread');
  }
  if (!isModelled(family, version)) {
    throw new UndecidedError('release');
  }
  const settings = settingsOf(flags);
  const gateway =
    family === 'gateway' ? objects.gateways.get(value) : undefined;
  const prefix = gateway ? gatewayPrefix(objects, gateway) : PREFIXES[family];
  const service = objects.services.get(value);
  const members = objects.members.get(value) ?? [];
  if (family === 'ingress' && !objects.complete.ingresses) {
    throw new UndecidedError('objects-unread');
  }
  if (prefix === undefined) {
    throw new UndecidedError(
      objects.complete.gateways ? 'object-version' : 'objects-unread',
    );
  }
  const model = emptyModel({
    stack: value,
    prefix,
    clusterTag,
    externalManagedTags: settings.externalManagedTags,
    tagsListeners: settings.listenerRuleTags,
  });
  const context: BuildContext = {
    objects,
    settings,
    clusterName: settings.clusterName ?? clusterTag,
    existing,
    vpcId:
      settings.vpcId ??
      (existing && existing !== 'none' ? existing.vpcId : undefined),
    model,
  };
  if (family === 'ingress') {
    const frozenBy = objects.frozen.get(value);
    if (frozenBy !== undefined) {
      refuse('drift.refused.frozen', { owner: frozenBy });
    }
    if (members.length === 0) {
      refuse('drift.refused.no-owner');
    }
    buildIngressModel(context, members);
  } else if (family === 'service') {
    if (!service && !objects.complete.services) {
      throw new UndecidedError('objects-unread');
    }
    if (!service || !isAsked(service, flags)) {
      refuse('drift.refused.no-owner');
    }
    buildServiceModel(context, service);
  } else if (gateway?.metadata.deletionTimestamp) {
    refuse('drift.refused.no-owner');
  } else if (gateway) {
    buildGatewayModel(context, gateway);
  }
  return model;
}

/**
 * What the controller (v3.5.0) builds of a stack, from the specs and
 * annotations of its owners, the classes and configurations behind them, the
 * Services, and its own flags. What depends on anything else is marked as not
 * modelled; nothing is guessed.
 * @public
 */
export function expectedModel(options: ExpectedModelOptions): Expected {
  try {
    return { status: 'built', model: build(options) };
  } catch (error) {
    if (error instanceof RefusedError) {
      return { status: 'refused', reason: error.reason };
    }
    if (error instanceof UndecidedError) {
      return { status: 'not-modelled', reason: error.reason };
    }
    throw error;
  }
}
