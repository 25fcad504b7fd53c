import {
  Expected,
  driftObjects,
  expectedModel,
} from '@lbc-backstage/plugin-lbc-common';
import { clusterOfPlan, flagsOfPlan } from './cluster';
import { comparePlan } from './comparePlan';
import { PlanEnvironment, PlanFile } from './planFile';
import { FileResult, addResults, emptyResult } from './results';

const FAMILIES: Readonly<Record<string, string>> = {
  Ingress: 'ingress',
  Service: 'service',
  Gateway: 'gateway',
};

type Json = Record<string, unknown>;

function json(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

/** The stack that a file is about: that of its plan, or of its only owner. */
export function stackOf(
  file: PlanFile,
  groups: Iterable<string>,
): { family: string; value: string } | undefined {
  const kinds = file.input.map(({ kind }) => String(kind));
  const kind =
    ['Gateway', 'Ingress'].find(each => kinds.includes(each)) ?? 'Service';
  const family = FAMILIES[kind];
  if (file.plan) {
    return { family, value: file.plan.id };
  }
  if (kind === 'Ingress') {
    const [value] = groups;
    return value === undefined ? undefined : { family, value };
  }
  const owner = file.input.find(
    ({ kind: each, spec }) =>
      each === kind &&
      (kind !== 'Service' || json(spec).type === 'LoadBalancer'),
  );
  const { namespace, name } = json(owner?.metadata);
  return owner && { family, value: `${String(namespace)}/${String(name)}` };
}

/** What the controller says when AWS, not the spec, made it refuse. */
const AWS_REFUSALS = [
  /subnet/i,
  /certificate found for host|certificates? for/i,
  /security groups?: requested|couldn't find all security groups/i,
  /operation error/i,
  /trust ?store/i,
  /searching TargetGroup/i,
];

function failure(file: PlanFile, reason: string): string | undefined {
  return file.events?.find(event => event.reason === reason)?.message;
}

/** Whether the controller built anything, against what was expected. */
function outcome(name: string, file: PlanFile, expected: Expected): FileResult {
  const result = emptyResult();
  const refusal = failure(file, 'FailedBuildModel');
  const built =
    refusal === undefined && file.plan ? 'built' : refusal ?? 'nothing';
  const byAws =
    refusal !== undefined && AWS_REFUSALS.some(each => each.test(refusal));
  if (
    expected.status === 'not-modelled' ||
    (byAws && expected.status === 'built')
  ) {
    result.notModelled.push({
      reason: byAws ? 'refused-by-aws' : 'objects-unread',
      count: 1,
    });
    return result;
  }
  result.facts++;
  const agrees =
    expected.status === 'built' ? built === 'built' : built !== 'built';
  if (!agrees) {
    result.disagreements.push({
      file: name,
      path: 'outcome',
      expected:
        expected.status === 'refused' ? expected.reason : expected.status,
      built,
    });
  }
  return result;
}

/** Everything that one file of a folder says, against the expected model. */
export function judgeFile(options: {
  name: string;
  file: PlanFile;
  environment: PlanEnvironment | undefined;
}): FileResult {
  const { name, file, environment } = options;
  const objects = driftObjects({
    cluster: clusterOfPlan(file, environment),
    ingressClass: flagsOfPlan(file)['ingress-class'],
  });
  const stack = stackOf(file, objects.members.keys());
  if (!stack) {
    return {
      ...emptyResult(),
      notModelled: [{ reason: 'no-owner', count: 1 }],
    };
  }
  const flags = flagsOfPlan(file);
  const expected = expectedModel({
    objects,
    flags,
    stack,
    clusterTag: flags['cluster-name'] ?? '',
    existing: 'none',
  });
  const results = [outcome(name, file, expected)];
  const aws = file.aws ?? undefined;
  // A plan beside a refusal is that of an earlier spec.
  if (
    expected.status === 'built' &&
    file.plan &&
    failure(file, 'FailedBuildModel') === undefined
  ) {
    results.push(
      comparePlan({ file: name, model: expected.model, plan: file.plan, aws }),
    );
  }
  return addResults(results);
}
