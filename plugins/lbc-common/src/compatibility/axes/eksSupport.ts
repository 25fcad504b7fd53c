import { message } from '../../messages';
import type { CompatibilityFinding } from '../types';
import type { AxisInput } from './input';
import { askPlatform, finding } from './makeAxis';

const MOST_ISSUES = 5;

/** What EKS itself says of the cluster: how long it supports it, and what is wrong with it. */
export function eksFindings({
  eks,
  cluster: { cluster },
}: AxisInput): CompatibilityFinding[] {
  const { support, issues = [], version = '' } = eks ?? {};
  const params = { cluster, version };
  const remedy = askPlatform(message('iam.eks-upgrade', params));
  const found: CompatibilityFinding[] = [];
  if (support?.status === 'extended') {
    found.push(
      finding(
        'eks-extended-support',
        'warn',
        message('iam.eks-extended', {
          ...params,
          ends: support.extendedEnds ?? '–',
        }),
        { remedy },
      ),
    );
  }
  if (support?.status === 'ended') {
    found.push(
      finding('eks-support-ended', 'fail', message('iam.eks-ended', params), {
        remedy,
      }),
    );
  }
  return [
    ...found,
    ...issues
      .slice(0, MOST_ISSUES)
      .map(({ code, message: said = '' }) =>
        finding(
          'eks-issue',
          'warn',
          message('iam.eks-issue', { cluster, code, detail: said || '–' }),
        ),
      ),
  ];
}
