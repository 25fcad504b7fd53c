import {
  DriftObjects,
  Expected,
  compareStack,
} from '@lbc-backstage/plugin-lbc-common';
import { detailsOf } from './detail';
import { PlanAws } from './planFile';
import { FileResult, addResults, emptyResult } from './results';

/** The expected model against what AWS had, once the controller was done. */
export function compareAws(options: {
  file: string;
  expected: Expected & { status: 'built' };
  aws: PlanAws;
  objects: DriftObjects;
}): FileResult {
  const { file, expected, aws, objects } = options;
  const { trackingTags } = expected.model;
  const details = detailsOf(aws, '1970-01-01T00:00:00.000Z').filter(
    ({ tags, loadBalancerArn }) =>
      Object.entries(trackingTags).every(
        ([key, value]) => tags?.[loadBalancerArn]?.[key] === value,
      ),
  );
  return addResults(
    details.map(detail => {
      const { findings, compared } = compareStack({
        expected,
        detail,
        bindings: objects.targetGroupBindings,
      });
      const name = detail.loadBalancer?.name ?? detail.loadBalancerArn;
      return {
        ...emptyResult(),
        facts: compared,
        disagreements: findings.map(finding => ({
          file,
          path: `aws.${name}.${finding.path}`,
          expected: finding.expected,
          built: finding.live,
        })),
      };
    }),
  );
}
