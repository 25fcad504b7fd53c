import { FINALIZERS } from '../identity/finalizers';
import { Message, message } from '../messages';
import { RemovalOwner } from './facts';
import {
  RemovalHang,
  RemovalItem,
  RemovalSubject,
  SubjectWhatIf,
} from './types';

/** How an owner is called, as in `Ingress shop/web`. */
export function objectName(object: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  return `${object.kind} ${object.namespace}/${object.name}`;
}

/** How a subject is called. */
export function subjectName(
  subject: Pick<
    RemovalSubject,
    'id' | 'stack' | 'loadBalancer' | 'securityGroup' | 'removal'
  >,
): string {
  const [owner] = subject.removal?.owners ?? [];
  return (
    subject.loadBalancer?.name ??
    subject.securityGroup?.name ??
    (owner ? objectName(owner) : subject.stack ?? subject.id)
  );
}

/** The load balancer of a subject, if it has one. */
export function loadBalancerItem(
  { loadBalancer }: RemovalSubject,
  because: Message,
): RemovalItem[] {
  return loadBalancer
    ? [
        {
          kind: 'load-balancer',
          id: loadBalancer.arn,
          name: loadBalancer.name,
          because,
        },
      ]
    : [];
}

/** Everything in AWS that a subject's stack holds, with ids. */
export function awsItems(
  subject: RemovalSubject,
  because: Message,
): RemovalItem[] {
  return [
    ...loadBalancerItem(subject, because),
    ...subject.targetGroups.map(
      ({ arn, name }): RemovalItem => ({
        kind: 'target-group',
        id: arn,
        name,
        because,
      }),
    ),
    // Which of them are the controller's own only their tags say.
    ...(
      subject.removal?.managedSecurityGroups ??
      subject.removal?.securityGroups ??
      []
    ).map(
      (id): RemovalItem => ({
        kind: 'security-group',
        id,
        name: id,
        because: subject.removal?.managedSecurityGroups
          ? because
          : message('what-if.security-group-if-managed'),
      }),
    ),
  ];
}

/** Objects that stay in the cluster. */
export function objectItems(
  owners: readonly RemovalOwner[],
  because: Message,
): RemovalItem[] {
  return owners.map(owner => ({
    kind: 'object',
    id: objectName(owner),
    name: `${owner.namespace}/${owner.name}`,
    because,
  }));
}

/** Owners that wait for their finalizers. */
export function hangsOf(
  owners: readonly RemovalOwner[],
  when: RemovalHang['when'],
  because: (object: { object: string; finalizers: string[] }) => Message,
): RemovalHang[] {
  return owners
    .filter(({ finalizers }) => finalizers.length > 0)
    .map(owner => {
      const object = objectName(owner);
      const { finalizers } = owner;
      return {
        object,
        finalizers,
        when,
        because: because({ object, finalizers }),
      };
    });
}

/** Target bindings that wait for their finalizer because no controller takes it away. */
export function bindingHangs(
  bindings: ReadonlyArray<{ namespace: string; name: string }>,
): RemovalHang[] {
  const finalizers = [FINALIZERS.targetGroupBinding];
  return bindings.map(({ namespace, name }) => {
    const object = `TargetGroupBinding ${namespace}/${name}`;
    return {
      object,
      finalizers,
      when: 'then',
      because: message('what-if.hangs.finalizer', { object, finalizers }),
    };
  });
}

/** An answer that says nothing yet, to be filled. */
export function answerFor(
  subject: RemovalSubject,
  answer: Pick<SubjectWhatIf, 'outcome' | 'because'> & Partial<SubjectWhatIf>,
): SubjectWhatIf {
  return {
    subjectId: subject.id,
    name: subjectName(subject),
    stays: [],
    goes: [],
    hangs: [],
    leaks: [],
    blocks: [],
    unknown: [],
    ...answer,
  };
}
