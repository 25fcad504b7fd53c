import type { SubjectCriteria, SubjectFilter } from '../../store/types';
import type { LbcStackResource } from '../rules';

function valuesOf(
  resource: LbcStackResource,
  key: SubjectFilter['key'],
): readonly string[] {
  switch (key) {
    case 'namespace':
      return resource.namespaces;
    case 'derivedOwner':
      return resource.derivedOwners;
    default: {
      const value = resource[key];
      return value === undefined ? [] : [value];
    }
  }
}

/** Judges one resource as the store judges subjects; what is not known is not met. */
export function meets(
  resource: LbcStackResource,
  criteria: SubjectCriteria,
): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(part => meets(resource, part));
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(part => meets(resource, part));
  }
  if ('not' in criteria) {
    return !meets(resource, criteria.not);
  }
  return valuesOf(resource, criteria.key).some(value =>
    criteria.values.includes(value),
  );
}
