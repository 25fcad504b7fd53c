import {
  AssessIam,
  CompatibilityAxis,
  message,
} from '@lbc-backstage/plugin-lbc-common';

/** Where no role was read, nothing is said of one. */
export const iamNotRead: AssessIam = ({ controller }): CompatibilityAxis => {
  const because = message('compatibility.iam-not-read');
  return controller.kind === 'eks-auto-mode'
    ? {
        axis: 'iam',
        status: 'not-applicable',
        because: message('compatibility.auto-mode', {
          cluster: controller.cluster,
        }),
        findings: [],
        notSeen: [],
      }
    : {
        axis: 'iam',
        status: 'unknown',
        because,
        findings: [
          {
            code: 'iam-not-read',
            status: 'unknown',
            message: because,
            evidence: [],
          },
        ],
        notSeen: [{ message: because, config: 'lbc.aws.optional.iam: true' }],
      };
};
