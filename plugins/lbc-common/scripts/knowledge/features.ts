import type { FeatureKnowledge } from '../../src/knowledge/types';
import { byText } from '../../src/knowledge-data/lines/order';
import type { Facts } from './facts';

type Row = Facts['annotations']['ingress'][number];

/** Annotations and labels over all releases, by name. */
export function featuresOf({ annotations }: Facts): FeatureKnowledge[] {
  const { ingress, service, podAndNamespace, writtenByController } =
    annotations;
  const all = [
    ...[...ingress, ...service, ...podAndNamespace].map(featureOf),
    ...writtenByController.map(row => ({
      ...featureOf(row),
      ...(!row.userInput && { writtenByController: true }),
    })),
    ...gone(annotations.removedOrV1Only),
  ];
  // What stands in two lists is one.
  const named = new Map<string, FeatureKnowledge>();
  for (const feature of all) {
    const key = `${feature.kind} ${feature.name}`;
    named.set(key, { ...named.get(key), ...feature });
  }
  return [...named.values()].sort((a, b) => byText(a.name, b.name));
}

function featureOf(row: Row): FeatureKnowledge {
  const { name, kind = 'annotation', appliesTo, introducedIn } = row;
  const dynamic = name.indexOf('${');
  const replacement =
    row.deprecation && /use ([\w./+ -]*\w)/.exec(row.deprecation.text)?.[1];
  return {
    name,
    ...(dynamic > 0 && { prefix: name.slice(0, dynamic) }),
    kind,
    appliesTo,
    introducedIn,
    ...(row.deprecated && { deprecated: true }),
    ...(replacement && { replacement: fullName(replacement) }),
    ...(row.note?.startsWith('written by') && { writtenByController: true }),
    ...(row.note && { note: row.note }),
  };
}

/** Of v1 only, or never read and only in upstream's docs. */
function gone(
  rows: Facts['annotations']['removedOrV1Only'],
): FeatureKnowledge[] {
  return rows
    .filter(({ name }) => !name.includes('*'))
    .map(({ name, first, last, replacement }) => {
      const dynamic = name.indexOf('${');
      const docsOnly = first.endsWith('docs only');
      return {
        name,
        ...(dynamic > 0 && { prefix: name.slice(0, dynamic) }),
        kind: 'annotation' as const,
        appliesTo: [name.startsWith('service.') ? 'Service' : 'Ingress'],
        introducedIn: /v[\d.]+\d/.exec(first)?.[0] ?? first,
        ...(last && { lastIn: /v[\d.]+\d/.exec(last)?.[0] ?? last }),
        ...(docsOnly && { neverRead: true }),
        replacement: replacement
          .replace(/^docs typo for /, '')
          .split(' / ')
          .map(fullName)
          .join(' or '),
      };
    });
}

/** Upstream's docs leave the prefix out where it goes without saying. */
function fullName(name: string): string {
  if (/[/ ]/.test(name)) {
    return name;
  }
  return name.startsWith('aws-load-balancer-')
    ? `service.beta.kubernetes.io/${name}`
    : `alb.ingress.kubernetes.io/${name}`;
}
