import { Recognition, recognises } from '../../knowledge/recognises';
import { message } from '../../messages';
import type {
  CompatibilityAxis,
  CompatibilityFinding,
  ResourceInUse,
} from '../types';
import type { AxisInput } from './input';
import { finding, makeAxis, notApplicable, unknownRelease } from './makeAxis';

/** Load balancers found in AWS, by who made them, against what the release recognises. */
export function resourcesAxis(input: AxisInput): CompatibilityAxis {
  const { running, resources, release } = input;
  if (resources.length === 0) {
    return notApplicable('resources', message('compatibility.resources-none'));
  }
  if (running.kind === 'eks-auto-mode') {
    return notApplicable(
      'resources',
      message('compatibility.auto-mode', { cluster: running.cluster }),
    );
  }
  if (!release) {
    return unknownRelease('resources', input);
  }
  const { version } = release;
  const count = resources.reduce((sum, each) => sum + each.count, 0);
  return makeAxis({
    axis: 'resources',
    because: status => {
      const params = { count, version };
      switch (status) {
        case 'pass':
          return message('compatibility.resources-fit', params);
        case 'unknown':
          return message('compatibility.resources-unknown', params);
        default:
          return message('compatibility.resources-not-recognised', params);
      }
    },
    findings: resources.map(each =>
      findingOf(each, {
        version,
        recognition: recognises(
          {
            generation: each.generation,
            ...(each.family && { family: each.family }),
            ...(each.stackTags !== undefined && { stackTags: each.stackTags }),
          },
          release,
        ),
      }),
    ),
  });
}

function findingOf(
  { generation, family, count }: ResourceInUse,
  { version, recognition }: { version: string; recognition: Recognition },
): CompatibilityFinding {
  const params = { generation, family: family ?? '', count, version };
  switch (recognition) {
    case 'manages':
      return finding(
        'resources-managed',
        'pass',
        message('compatibility.resources-managed', params),
      );
    case 'adopts':
      return finding(
        'resources-adopted',
        'pass',
        message('compatibility.resources-adopted', params),
      );
    case 'ignores':
      if (generation === 'lbc') {
        return finding(
          'resources-too-new',
          'fail',
          message('compatibility.resources-too-new', params),
        );
      }
      return generation === 'alb-ingress-v1'
        ? finding(
            'resources-left-behind',
            'warn',
            message('compatibility.resources-left-behind', params),
          )
        : finding(
            'resources-of-others',
            'pass',
            message('compatibility.resources-of-others', params),
          );
    default:
      return finding(
        'resources-unknown',
        'unknown',
        message('compatibility.resources-not-known', params),
      );
  }
}
