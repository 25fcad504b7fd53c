import {
  Expected,
  driftObjects,
  expectedModel,
  leavesOf,
} from '@lbc-backstage/plugin-lbc-common';
import { clusterOfPlan, flagsOfPlan } from './cluster';
import { compareAws } from './compareAws';
import { comparePlan } from './comparePlan';
import { normalisePlan } from './normalise';
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

type Stack = { family: string; value: string };

/** Stacks that a file's objects ask for, that of its plan first. */
export function stacksOf(file: PlanFile, groups: Iterable<string>): Stack[] {
  const kinds = file.input.map(({ kind }) => String(kind));
  const kind =
    ['Gateway', 'Ingress'].find(each => kinds.includes(each)) ?? 'Service';
  const family = FAMILIES[kind];
  const owners = file.input.filter(
    ({ kind: each, spec }) =>
      each === kind &&
      (kind !== 'Service' || json(spec).type === 'LoadBalancer'),
  );
  const named =
    kind === 'Ingress'
      ? [...groups]
      : owners.map(({ metadata }) => {
          const { namespace, name } = json(metadata);
          return `${String(namespace)}/${String(name)}`;
        });
  const first = file.plan ? [file.plan.id] : [];
  return [...new Set([...first, ...named])].map(value => ({ family, value }));
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
      reason:
        expected.status === 'not-modelled' ? expected.reason : 'refused-by-aws',
      count: file.plan && !byAws ? leavesOf(normalisePlan(file.plan)).size : 1,
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
  const flags = flagsOfPlan(file);
  const objects = driftObjects({
    cluster: clusterOfPlan(file, environment),
    ingressClass: flags['ingress-class'],
  });
  const stacks = stacksOf(file, objects.members.keys());
  const aws = file.aws ?? undefined;
  const isBuilt = failure(file, 'FailedBuildModel') === undefined;
  // What failed half-way is not what was asked for.
  const isDeployed =
    isBuilt && failure(file, 'FailedDeployModel') === undefined;
  const results = stacks.map((stack, index) => {
    const expected = expectedModel({
      objects,
      flags,
      version: file.controllerVersion ?? environment?.controllerVersion,
      stack,
      clusterTag: flags['cluster-name'] ?? '',
      existing: 'none',
    });
    const isFirst = index === 0;
    const own = isFirst ? [outcome(name, file, expected)] : [];
    if (expected.status !== 'built') {
      return addResults(own);
    }
    // A plan beside a refusal is that of an earlier spec.
    if (isFirst && file.plan && isBuilt) {
      const { model } = expected;
      own.push(comparePlan({ file: name, model, plan: file.plan, aws }));
    }
    if (aws && isDeployed) {
      own.push(compareAws({ file: name, expected, aws, objects }));
    }
    return addResults(own);
  });
  return stacks.length > 0
    ? addResults(results)
    : { ...emptyResult(), notModelled: [{ reason: 'no-owner', count: 1 }] };
}
