import type { SubjectSummary } from '@lbc-backstage/plugin-lbc-common';
import { objectKey } from '@lbc-backstage/plugin-lbc-common';
import type { StoredDetail } from '../../store/types';
import type { HiddenObject } from './HiddenNames';

type Owner = SubjectSummary['owners'][number];

/** Routes to a Service, of one owner. */
export type Backend = StoredDetail['backends'][number];

/**
 * Which routes may be seen: those of owners that may be read, and those that
 * lead to a Service which the caller may read by itself.
 */
export function splitBackends(options: {
  detail: StoredDetail;
  owners: { visible: readonly Owner[]; hidden: readonly Owner[] };
  mayRead: (object: { kind: string } & HiddenObject) => boolean;
}): {
  visible: Backend[];
  hidden: Backend[];
  visibleHosts: Set<string>;
  hiddenHosts: Set<string>;
} {
  const { detail, owners, mayRead } = options;
  const visible: Backend[] = [];
  const hidden: Backend[] = [];
  const keys = new Set(owners.visible.map(objectKey));
  const members = detail.members ?? [];
  let at = 0;
  const visibleHosts = new Set<string>();
  const hosts = new Set<string>();
  const take = (backend: Backend, ofVisibleOwner: boolean) => {
    const seen =
      owners.hidden.length === 0 ||
      ofVisibleOwner ||
      mayRead({ kind: 'Service', ...backend });
    (seen ? visible : hidden).push(backend);
    for (const route of backend.routes) {
      const [host] = route.split('/');
      if (host !== '*' && host !== '') {
        (seen ? visibleHosts : hosts).add(host);
      }
    }
  };
  for (const member of members) {
    const own = keys.has(objectKey(member));
    detail.backends
      .slice(at, at + member.backends)
      .forEach(each => take(each, own));
    at += member.backends;
    member.hosts.forEach(host => (own ? visibleHosts : hosts).add(host));
  }
  // Of what was stored before members were, it is not known whose it is.
  detail.backends.slice(at).forEach(each => take(each, false));
  return {
    visible,
    hidden,
    visibleHosts,
    hiddenHosts: new Set([...hosts].filter(host => !visibleHosts.has(host))),
  };
}
