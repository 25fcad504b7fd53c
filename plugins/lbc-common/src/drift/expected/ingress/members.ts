import { IngressObject, ServiceObject } from '../../../inventory/objects';
import { AnnotationReader } from '../parts/annotations';
import { Json, list, obj, str } from '../parts/read';
import { refuse } from '../parts/refused';

/** A member of a group with the parameters of its class. */
export interface Member {
  ingress: IngressObject;
  annotations: AnnotationReader;
  /** `spec` of its IngressClassParams. */
  params: Json | undefined;
}

export const INGRESS_PREFIX = 'alb.ingress.kubernetes.io';

export function memberOf(
  ingress: IngressObject,
  params: Json | undefined,
): Member {
  return {
    ingress,
    params,
    annotations: AnnotationReader.create({
      prefix: INGRESS_PREFIX,
      sources: [ingress.metadata.annotations],
    }),
  };
}

/** One Service is asked about for each of a member's rules. */
const READERS = new WeakMap<Member, Map<ServiceObject, AnnotationReader>>();

/** Annotations of a Service, then those of a member: the first that has a key wins. */
export function annotationsOf(
  member: Member,
  service: ServiceObject | undefined,
): AnnotationReader {
  if (!service?.metadata.annotations) {
    return member.annotations;
  }
  let readers = READERS.get(member);
  if (!readers) {
    readers = new Map();
    READERS.set(member, readers);
  }
  let reader = readers.get(service);
  if (!reader) {
    reader = AnnotationReader.create({
      prefix: INGRESS_PREFIX,
      sources: [
        service.metadata.annotations,
        member.ingress.metadata.annotations,
      ],
    });
    readers.set(service, reader);
  }
  return reader;
}

export function keyOf({ ingress }: Member): string {
  return `${ingress.metadata.namespace}/${ingress.metadata.name}`;
}

/** By `group.order`, then by name (`sortGroupMembers`). */
export function sortMembers(members: readonly Member[]): Member[] {
  const orders = new Map(
    members.map(member => {
      const order = member.annotations.int('group.order') ?? 0;
      return [
        member,
        order < -1000 || order > 1000
          ? refuse('drift.refused.group-order', {
              owner: keyOf(member),
              order,
            })
          : order,
      ];
    }),
  );
  return [...members].sort((a, b) => {
    const byOrder = (orders.get(a) ?? 0) - (orders.get(b) ?? 0);
    if (byOrder !== 0) {
      return byOrder;
    }
    return keyOf(a) < keyOf(b) ? -1 : 1;
  });
}

/** Values that members name, the class' parameters before the annotation. */
export function namedBy(
  members: readonly Member[],
  field: string,
  suffix: string,
): string[] {
  return members.flatMap(
    ({ params, annotations }) =>
      (str(params?.[field]) || annotations.text(suffix)) ?? [],
  );
}

/** A list that the class' parameters name, or the annotation. */
export function listNamedBy(
  { params, annotations }: Member,
  fields: readonly string[],
  suffix: string,
): string[] {
  for (const field of fields) {
    const values = list(params?.[field]).flatMap(each => str(each) ?? []);
    if (values.length > 0) {
      return values;
    }
  }
  return annotations.list(suffix) ?? [];
}

/** `group.name` of a stack: explicit where it has no namespace. */
export function groupOf(stack: string): { namespace?: string; name: string } {
  const at = stack.indexOf('/');
  return at < 0
    ? { name: stack }
    : { namespace: stack.slice(0, at), name: stack.slice(at + 1) };
}

/** The object at a field of the parameters. */
export function paramsField(
  member: Member | undefined,
  field: string,
): Json | undefined {
  return obj(member?.params?.[field]);
}
