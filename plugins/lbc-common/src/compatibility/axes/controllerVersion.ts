import { shellQuote } from '../../inventory/shellQuote';
import type { Command } from '../../inventory/subject';
import { message } from '../../messages';
import { isEksBuild } from '../running';
import type { CompatibilityFinding } from '../types';
import type { AxisInput } from './input';
import { askPlatform, finding, seen } from './makeAxis';

function imageCommand({
  namespace = '',
  name = '',
}: AxisInput['running']): Command[] {
  return [
    {
      tool: 'kubectl',
      purpose: message('command.controller-image', { namespace, name }),
      text: `kubectl -n ${shellQuote(namespace)} get deployment ${shellQuote(
        name,
      )} -o 'jsonpath={.spec.template.spec.containers[*].image}'`,
    },
  ];
}

/** Which release runs, and how sure that is. */
export function versionFinding(input: AxisInput): CompatibilityFinding {
  const { running, standing } = input;
  const [first] = running.versions;
  const image = first?.image ?? '';
  const version = running.version ?? '';
  const suffix = running.versions.find(
    each => each.version === version,
  )?.suffix;
  const more = {
    evidence: running.versions.map(each =>
      seen(
        each.pods === undefined
          ? message('evidence.deployment-image', { image: each.image ?? '' })
          : message('evidence.controller-image', {
              image: each.image ?? '',
              pods: each.pods,
            }),
        running.observedAt,
      ),
    ),
    commands: imageCommand(running),
  };
  if (running.version === undefined) {
    return first?.from === 'digest-only'
      ? finding(
          'version-digest-only',
          'unknown',
          message('compatibility.version-digest-only', { image }),
          {
            ...more,
            remedy: askPlatform(message('compatibility.do-name-the-version')),
          },
        )
      : finding(
          'version-unreadable',
          'unknown',
          message('compatibility.version-unreadable', { image }),
          {
            ...more,
            remedy: askPlatform(message('compatibility.do-name-the-version')),
          },
        );
  }
  switch (standing?.standing) {
    case 'known':
    case 'rebuild':
      if (suffix !== undefined && !isEksBuild(suffix)) {
        return finding(
          'version-fork',
          'warn',
          message('compatibility.version-fork', { version, suffix, image }),
          more,
        );
      }
      return finding(
        'version-known',
        'pass',
        first?.from === 'version-label'
          ? message('compatibility.version-of-label', { version, image })
          : message('compatibility.version-of-image', { version, image }),
        more,
      );
    case 'pre-release':
      return finding(
        'version-pre-release',
        'unknown',
        message('compatibility.version-pre-release', { version }),
        {
          ...more,
          remedy: askPlatform(message('compatibility.do-use-release')),
        },
      );
    case 'newer':
      return finding(
        'version-newer',
        'unknown',
        message('compatibility.version-newer', {
          version,
          newest: standing.newest,
        }),
        {
          ...more,
          remedy: askPlatform(message('compatibility.do-update-knowledge')),
        },
      );
    case 'older':
      return finding(
        'version-older',
        'unknown',
        message('compatibility.version-older', {
          version,
          oldest: standing.oldest,
        }),
        more,
      );
    default:
      return finding(
        'version-not-released',
        'unknown',
        message('compatibility.version-not-released', { version }),
        {
          ...more,
          remedy: askPlatform(message('compatibility.do-use-release')),
        },
      );
  }
}
