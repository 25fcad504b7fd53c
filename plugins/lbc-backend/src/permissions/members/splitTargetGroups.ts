import type { SubjectSummary } from '@lbc-backstage/plugin-lbc-common';
import type { StoredDetail } from '../../store/types';
import type { Backend } from './splitBackends';

type Owner = SubjectSummary['owners'][number];

/** Target groups and target bindings that may be seen. */
export interface TargetGroups {
  visible: StoredDetail['targetGroups'];
  visibleBindings: StoredDetail['targetBindings'];
}

/** What the controller makes of a name where it names resources after it. */
function part(name: string): string {
  return name.replace(/[^a-z0-9]/gi, '').slice(0, 8);
}

/** How names of target groups and their bindings begin, for a Service. */
function prefixOf({ namespace, name }: Backend): string {
  return `k8s-${part(namespace)}-${part(name)}-`;
}

/**
 * Names of target groups hold names of Services, so one is shown only where it
 * is known whose it is: its binding lies where only owners are that may be
 * read, or the name is one that the controller makes for such a Service and
 * for no other.
 */
export function splitTargetGroups(options: {
  detail: StoredDetail;
  owners: { visible: readonly Owner[]; hidden: readonly Owner[] };
  backends: { visible: readonly Backend[]; hidden: readonly Backend[] };
}): TargetGroups {
  const { detail, owners, backends } = options;
  const { targetGroups, targetBindings } = detail;
  if (owners.hidden.length === 0) {
    return { visible: targetGroups, visibleBindings: targetBindings };
  }
  const inNamespace = (
    namespace: string,
    list: readonly { namespace: string }[],
  ) => list.some(each => each.namespace === namespace);
  const hidden = new Set(backends.hidden.map(prefixOf));
  const prefixes = [...new Set(backends.visible.map(prefixOf))].filter(
    prefix => !hidden.has(prefix),
  );
  const isNamedSo = (name: string) =>
    prefixes.some(prefix => name.startsWith(prefix));
  const isVisible = (namespace: string, name: string) =>
    inNamespace(namespace, owners.hidden)
      ? isNamedSo(name)
      : inNamespace(namespace, owners.visible) || isNamedSo(name);
  return {
    visible: targetGroups.filter(({ name, targetBinding }) => {
      if (targetBinding === undefined) {
        return isNamedSo(name);
      }
      const [namespace, binding] = targetBinding.split('/');
      return isVisible(namespace, binding);
    }),
    visibleBindings: targetBindings.filter(({ namespace, name }) =>
      isVisible(namespace, name),
    ),
  };
}
