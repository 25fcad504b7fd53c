import type {
  SubjectForEntity,
  SubjectSummary,
} from '@lbc-backstage/plugin-lbc-common';
import type { FilterName, FilterValues } from '../../hooks/useViewState';

type Owner = SubjectSummary['owners'][number];

/** `Ingress shop/web` */
export function ownerName(owner: Pick<Owner, 'kind' | 'namespace' | 'name'>) {
  return `${owner.kind} ${owner.namespace}/${owner.name}`;
}

/** What a subject is called, the best name it has. */
export function subjectName(subject: SubjectSummary): string {
  if (subject.loadBalancer) {
    return subject.loadBalancer.name;
  }
  if (subject.securityGroup) {
    return subject.securityGroup.name;
  }
  const [owner] = subject.owners;
  return owner ? ownerName(owner) : subject.stack ?? subject.id;
}

/** What a subject is filtered by as its kind. */
export function subjectKind(subject: SubjectSummary): string {
  return subject.owners[0]?.kind ?? subject.kind;
}

function valueOf(subject: SubjectSummary, name: FilterName): string {
  switch (name) {
    case 'state':
      return subject.state;
    case 'cluster':
      return subject.cluster ?? '';
    default:
      return subjectKind(subject);
  }
}

/** The values that a filter can take, in alphabetical order. */
export function filterValues(
  subjects: readonly SubjectSummary[],
  name: FilterName,
): string[] {
  const values = new Set(subjects.map(subject => valueOf(subject, name)));
  values.delete('');
  return [...values].sort((left, right) => left.localeCompare(right));
}

/** The subjects that a filter leaves, in their order. */
export function applyFilters(
  subjects: readonly SubjectForEntity[],
  filters: FilterValues,
): SubjectForEntity[] {
  const wanted = Object.entries(filters) as Array<[FilterName, string]>;
  return subjects.filter(subject =>
    wanted.every(([name, value]) => valueOf(subject, name) === value),
  );
}
