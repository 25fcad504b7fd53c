import { message } from '../../messages';
import type { ObjectInUse } from '../objectsInUse';
import type { CompatibilityFinding } from '../types';
import { finding } from './makeAxis';

/** What this controller reads and EKS Auto Mode does not (EKS user guide). */
const NOT_READ = new Set([
  'kubernetes.io/ingress.class',
  'alb.ingress.kubernetes.io/group.name',
  'alb.ingress.kubernetes.io/waf-acl-id',
  'alb.ingress.kubernetes.io/web-acl-id',
  'alb.ingress.kubernetes.io/shield-advanced-protection',
  'service.beta.kubernetes.io/load-balancer-source-ranges',
  'service.beta.kubernetes.io/aws-load-balancer-type',
  'service.beta.kubernetes.io/aws-load-balancer-internal',
  'service.beta.kubernetes.io/aws-load-balancer-proxy-protocol',
  'service.beta.kubernetes.io/aws-load-balancer-access-log-enabled',
  'service.beta.kubernetes.io/aws-load-balancer-access-log-s3-bucket-name',
  'service.beta.kubernetes.io/aws-load-balancer-access-log-s3-bucket-prefix',
  'service.beta.kubernetes.io/aws-load-balancer-cross-zone-load-balancing-enabled',
]);

/** Annotations that EKS documents as unsupported in Auto Mode. */
export function autoModeFindings(
  objects: readonly ObjectInUse[],
): CompatibilityFinding[] {
  const found = new Map<string, string[]>();
  for (const { kind, metadata, claim } of objects) {
    if (claim?.by === 'eks-auto-mode') {
      for (const name of Object.keys(metadata.annotations ?? {})) {
        if (NOT_READ.has(name)) {
          found.set(name, [
            ...(found.get(name) ?? []),
            `${kind} ${metadata.namespace}/${metadata.name}`,
          ]);
        }
      }
    }
  }
  const findings = [...found].map(([name, users]) =>
    finding(
      'auto-mode-ignores',
      'warn',
      message('compatibility.auto-mode-ignores', {
        name,
        objects: users.slice(0, 5),
      }),
      {
        remedy: [
          {
            who: 'you',
            message: message('compatibility.do-remove-feature', { name }),
          },
        ],
      },
    ),
  );
  return findings.length > 0
    ? findings
    : [
        finding(
          'auto-mode-objects',
          'unknown',
          message('compatibility.objects-auto-mode'),
        ),
      ];
}
