import { Message, message } from '../../messages';
import type {
  CompatibilityAxis,
  CompatibilityFinding,
  CompatibilityStatus,
  FeatureInUse,
} from '../types';
import { autoModeFindings } from './autoModeObjects';
import type { AxisInput } from './input';
import { finding, makeAxis, notApplicable, notSeenOf } from './makeAxis';

const KINDS = ['ingresses', 'services', 'ingressClassParams'] as const;

/** One finding a name and status, however many objects use it. */
const MOST_OBJECTS_NAMED = 5;

/** What the objects ask, against what the release that runs reads. */
export function objectsAxis(
  input: AxisInput,
  features: readonly FeatureInUse[],
): CompatibilityAxis {
  const { running, cluster, objects, release } = input;
  if (objects.length === 0) {
    return notApplicable('objects', message('compatibility.objects-none'));
  }
  if (running.kind === 'eks-auto-mode') {
    return makeAxis({
      axis: 'objects',
      because: status =>
        message(
          status === 'warn'
            ? 'compatibility.objects-auto-mode-ignores'
            : 'compatibility.objects-auto-mode',
        ),
      findings: autoModeFindings(objects),
      notSeen: notSeenOf(cluster, KINDS),
    });
  }
  const groups = new Map<string, FeatureInUse[]>();
  for (const feature of features) {
    if (feature.status !== 'read') {
      const key = `${feature.status}\u0000${feature.name}`;
      groups.set(key, [...(groups.get(key) ?? []), feature]);
    }
  }
  const read = features.filter(({ status }) => status === 'read').length;
  const version = running.version ?? '';
  const findings = [
    ...[...groups.values()].map(group => findingOf(group, version)),
    ...(release && read > 0
      ? [
          finding(
            'features-read',
            'pass',
            message('compatibility.features-read', { count: read, version }),
          ),
        ]
      : []),
    ...(features.length === 0
      ? [finding('no-feature', 'pass', message('compatibility.no-feature'))]
      : []),
  ];
  return makeAxis({
    axis: 'objects',
    because: status =>
      becauseOf(status, {
        version,
        objects: objects.length,
        features: features.length,
        other: features.length - read,
      }),
    findings,
    notSeen: notSeenOf(cluster, KINDS),
    observedAt: KINDS.map(kind => cluster.kinds[kind]?.observedAt),
  });
}

function becauseOf(
  status: CompatibilityStatus,
  params: Record<'objects' | 'features' | 'other', number> & {
    version: string;
  },
): Message {
  switch (status) {
    case 'pass':
      return message('compatibility.objects-fit', params);
    case 'unknown':
      return message('compatibility.objects-unknown', params);
    default:
      return message('compatibility.objects-need-a-look', params);
  }
}

function findingOf(
  group: readonly FeatureInUse[],
  version: string,
): CompatibilityFinding {
  const [feature] = group;
  const { name, nearest, introducedIn, lastIn, replacement, object } = feature;
  const params = {
    name,
    version,
    count: group.length,
    objects: group
      .slice(0, MOST_OBJECTS_NAMED)
      .map(each =>
        [
          each.object.kind,
          each.object.namespace === undefined
            ? each.object.name
            : `${each.object.namespace}/${each.object.name}`,
        ].join(' '),
      ),
  };
  const remedy = (said: Message) => ({
    remedy: [{ who: 'you' as const, message: said }],
  });
  switch (feature.status) {
    case 'not-yet':
      return finding(
        'feature-not-yet',
        'warn',
        introducedIn === undefined
          ? message('compatibility.feature-newer', params)
          : message('compatibility.feature-not-yet', {
              ...params,
              introducedIn,
            }),
        {
          remedy: [
            {
              who: 'platform',
              message: message('compatibility.do-upgrade-controller'),
            },
          ],
        },
      );
    case 'removed':
      return finding(
        'feature-removed',
        'warn',
        message('compatibility.feature-removed', {
          ...params,
          lastIn: lastIn ?? '',
        }),
        replacement === undefined
          ? remedy(message('compatibility.do-remove-feature', { name }))
          : remedy(
              message('compatibility.do-replace-feature', {
                name,
                replacement,
              }),
            ),
      );
    case 'ignored':
      return finding(
        'feature-ignored',
        'warn',
        message('compatibility.feature-ignored', {
          ...params,
          kind: object.kind,
        }),
        remedy(message('compatibility.do-move-feature', { name })),
      );
    case 'unrecognised':
      return nearest === undefined
        ? finding(
            'feature-unrecognised',
            'warn',
            message('compatibility.feature-unrecognised', params),
            remedy(message('compatibility.do-remove-feature', { name })),
          )
        : finding(
            'feature-typo',
            'warn',
            message('compatibility.feature-typo', { ...params, nearest }),
            remedy(
              message('compatibility.do-replace-feature', {
                name,
                replacement: nearest,
              }),
            ),
          );
    default:
      return finding(
        'feature-unknown',
        'unknown',
        message('compatibility.feature-unknown', params),
      );
  }
}
