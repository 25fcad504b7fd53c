import {
  IngressClassObject,
  IngressClassParamsObject,
  IngressObject,
} from '../../inventory/objects';
import { message } from '../../messages';
import { controllerFinalizers } from '../finalizers';
import { Claim } from './types';

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
const DEFAULT_CLASS_ANNOTATION = 'ingressclass.kubernetes.io/is-default-class';
const ANNOTATION_PREFIX = 'alb.ingress.kubernetes.io/';
const GROUP_ANNOTATION = 'alb.ingress.kubernetes.io/group.name';
const CONTROLLER = 'ingress.k8s.aws/alb';
const AUTO_MODE_CONTROLLER = 'eks.amazonaws.com/alb';
const GROUP_NAME = /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/;

/** What decides an Ingress' class; undefined where it was not read completely. */
export interface IngressClassContext {
  classes: ReadonlyMap<string, IngressClassObject> | undefined;
  params: ReadonlyMap<string, IngressClassParamsObject> | undefined;
  /** Those of EKS Auto Mode, which are another kind. */
  autoModeParams?: ReadonlyMap<string, IngressClassParamsObject>;
  /** `--ingress-class` of each controller; `alb` where none is known. */
  classAnnotations: readonly string[];
}

function groupOf(
  ingress: IngressObject,
  params: IngressClassParamsObject | undefined,
): string | undefined {
  const { namespace, name, annotations = {} } = ingress.metadata;
  const group = params?.spec?.group?.name ?? annotations[GROUP_ANNOTATION];
  if (group === undefined) {
    return `${namespace}/${name}`;
  }
  // A wrong group name means leaving the group (errInvalidIngressGroup).
  return GROUP_NAME.test(group) && group.length <= 63 ? group : undefined;
}

function claimed(
  ingress: IngressObject,
  params: IngressClassParamsObject | undefined,
  by: 'controller' | 'eks-auto-mode' = 'controller',
): Claim {
  const value = groupOf(ingress, params);
  return value === undefined
    ? {
        status: 'nobody',
        by,
        reason: message('claim.group-name-invalid', {
          annotation: GROUP_ANNOTATION,
        }),
      }
    : { status: 'claimed', by, stack: { family: 'ingress', value } };
}

function classMissing(ingress: IngressObject, reason: Claim['reason']): Claim {
  const value = groupOf(ingress, undefined);
  const { annotations = {}, finalizers } = ingress.metadata;
  const isOurs =
    controllerFinalizers(finalizers).length > 0 ||
    Object.keys(annotations).some(key => key.startsWith(ANNOTATION_PREFIX));
  return {
    status: 'class-missing',
    // Without a sign of this controller the class may be anybody's.
    by: isOurs ? 'controller' : 'other',
    ...(value !== undefined && { stack: { family: 'ingress', value } }),
    reason,
  };
}

/** EKS Auto Mode has parameters of its own, which may name a group, too. */
function claimedByAutoMode(
  ingress: IngressObject,
  { spec }: IngressClassObject,
  { autoModeParams }: IngressClassContext,
): Claim {
  const name = spec?.parameters?.name;
  if (name === undefined) {
    return claimed(ingress, undefined, 'eks-auto-mode');
  }
  if (autoModeParams === undefined) {
    return {
      status: 'unknown',
      by: 'eks-auto-mode',
      reason: message('claim.params-unread'),
    };
  }
  return claimed(ingress, autoModeParams.get(name), 'eks-auto-mode');
}

/**
 * Who serves an Ingress and in which group, as the controller itself decides
 * (`pkg/ingress/group_loader.go`, `class_loader.go` at v3.5.0).
 */
export function claimOfIngress(
  ingress: IngressObject,
  context: IngressClassContext,
): Claim {
  const annotation = ingress.metadata.annotations?.[CLASS_ANNOTATION];
  if (annotation !== undefined) {
    const ours = context.classAnnotations.some(
      wanted => annotation === (wanted === '' ? 'alb' : wanted),
    );
    return ours
      ? claimed(ingress, undefined)
      : { status: 'other', by: 'other' };
  }
  if (context.classes === undefined) {
    return {
      status: 'unknown',
      by: 'other',
      reason: message('claim.classes-unread'),
    };
  }
  const className =
    ingress.spec?.ingressClassName ??
    [...context.classes.values()].find(
      each => each.metadata.annotations?.[DEFAULT_CLASS_ANNOTATION] === 'true',
    )?.metadata.name;
  if (className === undefined) {
    return context.classAnnotations.includes('')
      ? claimed(ingress, undefined)
      : { status: 'other', by: 'other' };
  }
  const ingressClass = context.classes.get(className);
  if (!ingressClass) {
    return classMissing(
      ingress,
      message('claim.ingress-class-missing', { name: className }),
    );
  }
  if (ingressClass.spec?.controller === AUTO_MODE_CONTROLLER) {
    return claimedByAutoMode(ingress, ingressClass, context);
  }
  if (ingressClass.spec?.controller !== CONTROLLER) {
    return { status: 'other', by: 'other' };
  }
  const { parameters } = ingressClass.spec;
  if (!parameters) {
    return claimed(ingress, undefined);
  }
  if (context.params === undefined) {
    return {
      status: 'unknown',
      by: 'controller',
      reason: message('claim.params-unread'),
    };
  }
  const params = context.params.get(parameters.name);
  return params && parameters.kind === 'IngressClassParams'
    ? claimed(ingress, params)
    : classMissing(
        ingress,
        message('claim.ingress-class-params-missing', {
          name: parameters.name,
          ingressClass: className,
        }),
      );
}
