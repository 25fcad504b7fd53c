import { BuildContext, serviceOf } from '../context';
import { Json, bool, field, list, num, obj, objs, str } from '../parts/read';
import { refuse } from '../parts/refused';
import { portOf } from '../parts/services';
import { ExpectedAction } from '../types';
import { ServiceBackend } from '../../../inventory/objects';
import { Member, keyOf } from './members';
import { checkedTuples } from '../parts/forward';

/** Where a `forward` goes, before target groups are made of it. */
export type ForwardTarget = { weight?: number } & (
  | { arn: string }
  | { targetGroupName: string }
  | { service: string; port: string | number }
);

/** What a backend does, as `EnhancedBackendBuilder` makes it. */
export interface Backend {
  targets?: ForwardTarget[];
  /** `redirect` and `fixed-response` are whole; `forward` lacks its targets. */
  action: ExpectedAction;
}

export function unavailable(messageBody: string): Backend {
  return {
    action: {
      type: 'fixed-response',
      fixedResponse: {
        contentType: 'text/plain',
        messageBody,
        statusCode: '503',
      },
    },
  };
}

function statusOf(config: Json, wrong: () => never): string {
  return str(field(config, 'statusCode')) || wrong();
}

/** `actions.<name>`: an action that an annotation names. */
function namedAction(
  context: BuildContext,
  member: Member,
  name: string,
): Backend {
  const suffix = `actions.${name}`;
  const value = member.annotations.json(suffix);
  const wrong = (): never =>
    refuse('drift.refused.action', {
      annotation: member.annotations.nameOf(suffix),
      owner: keyOf(member),
    });
  if (value === undefined) {
    return context.settings.tolerateMissingAction
      ? unavailable('Backend action does not exist')
      : wrong();
  }
  const action = obj(value) ?? wrong();
  const type = str(field(action, 'type'));
  if (type === 'fixed-response') {
    const config = obj(field(action, 'fixedResponseConfig')) ?? wrong();
    return {
      action: {
        type,
        fixedResponse: {
          contentType: str(field(config, 'contentType')),
          messageBody: str(field(config, 'messageBody')),
          statusCode: statusOf(config, wrong),
        },
      },
    };
  }
  if (type === 'redirect') {
    const config = obj(field(action, 'redirectConfig')) ?? wrong();
    return {
      action: {
        type,
        redirect: {
          host: str(field(config, 'host')),
          path: str(field(config, 'path')),
          port: str(field(config, 'port')),
          protocol: str(field(config, 'protocol')),
          query: str(field(config, 'query')),
          statusCode: statusOf(config, wrong),
        },
      },
    };
  }
  return type === 'forward' ? namedForward(action, wrong) : wrong();
}

function namedForward(action: Json, wrong: () => never): Backend {
  const arn = str(field(action, 'targetGroupARN'));
  const targetGroupName = str(field(action, 'targetGroupName'));
  const config = obj(field(action, 'forwardConfig'));
  const isSimple = arn !== undefined || targetGroupName !== undefined;
  if (isSimple === (config !== undefined)) {
    return wrong();
  }
  if (!config) {
    return {
      action: { type: 'forward' },
      targets: [
        arn === undefined
          ? { targetGroupName: targetGroupName ?? '' }
          : { arn },
      ],
    };
  }
  const tuples = objs(field(config, 'targetGroups'));
  const targets = tuples.map((tuple): ForwardTarget => {
    const weight = num(field(tuple, 'weight'));
    const ofTuple = str(field(tuple, 'targetGroupARN'));
    const nameOfTuple = str(field(tuple, 'targetGroupName'));
    const service = str(field(tuple, 'serviceName'));
    const port = field(tuple, 'servicePort');
    const isNamed = ofTuple !== undefined || nameOfTuple !== undefined;
    if (isNamed === (service !== undefined)) {
      return wrong();
    }
    if (ofTuple !== undefined) {
      return { arn: ofTuple, weight };
    }
    if (service === undefined) {
      return { targetGroupName: nameOfTuple ?? '', weight };
    }
    return typeof port === 'number' || typeof port === 'string'
      ? { service, port: portOf(port), weight }
      : wrong();
  });
  checkedTuples(targets, wrong);
  const stickiness = obj(field(config, 'targetGroupStickinessConfig'));
  return {
    targets,
    action: {
      type: 'forward',
      ...(stickiness && {
        stickiness: {
          enabled: bool(field(stickiness, 'enabled')),
          durationSeconds: num(field(stickiness, 'durationSeconds')),
        },
      }),
    },
  };
}

/** A Service that is not there answers 503, where it is the only one. */
function withServices(
  context: BuildContext,
  member: Member,
  backend: Backend,
): Backend {
  const { namespace } = member.ingress.metadata;
  const targets = backend.targets ?? [];
  const names = new Set(
    targets.flatMap(each => ('service' in each ? each.service : [])),
  );
  for (const name of names) {
    if (!serviceOf(context, namespace, name)) {
      if (
        context.settings.tolerateMissingService &&
        targets.length === 1 &&
        names.size === 1
      ) {
        return unavailable('Backend service does not exist');
      }
      refuse('drift.refused.service-missing', {
        owner: keyOf(member),
        namespace,
        name,
      });
    }
  }
  return backend;
}

/** What an Ingress' backend does. */
export function backendOf(
  context: BuildContext,
  member: Member,
  backend: ServiceBackend | undefined,
): Backend {
  const name = backend?.name;
  if (!backend || name === undefined) {
    return refuse('drift.refused.backend-without-service', {
      owner: keyOf(member),
    });
  }
  const { port } = backend;
  const found =
    port?.name === 'use-annotation'
      ? namedAction(context, member, name)
      : {
          action: { type: 'forward' },
          targets: [{ service: name, port: port?.name || (port?.number ?? 0) }],
        };
  return withServices(context, member, found);
}

/** The JSON of an annotation that must be a list of objects. */
export function namedList(member: Member, suffix: string): Json[] {
  const value = member.annotations.json(suffix);
  if (value === undefined) {
    return [];
  }
  // `null` is an empty list in Go.
  if (!Array.isArray(value)) {
    return member.annotations.text(suffix)?.trim() === 'null'
      ? []
      : refuse('drift.refused.not-json', {
          annotation: member.annotations.nameOf(suffix),
          value: member.annotations.text(suffix) ?? '',
        });
  }
  return list(value).map(
    each =>
      obj(each) ??
      refuse('drift.refused.not-json', {
        annotation: member.annotations.nameOf(suffix),
        value: member.annotations.text(suffix) ?? '',
      }),
  );
}
