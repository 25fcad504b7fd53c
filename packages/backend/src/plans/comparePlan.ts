import {
  ExpectedModel,
  Leaf,
  isNotModelled,
  leavesOf,
} from '@lbc-backstage/plugin-lbc-common';
import { normalisePlan } from './normalise';
import { Plan, PlanAws } from './planFile';
import { planOf } from './planOf';
import { FileResult, emptyResult } from './results';

/** Kinds of resources that a model has; the others are nobody's here. */
const KNOWN = [
  'AWS::EC2::SecurityGroup',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'K8S::ElasticLoadBalancingV2::TargetGroupBinding',
  'FrontendNLBTargetGroup',
  'AWS::WAFv2::WebACLAssociation',
  'AWS::Shield::Protection',
];
const BACKEND_TAG = 'elbv2.k8s.aws/resource';

/** ID of the shared backend group, where AWS has one. */
function backendGroupOf(aws: PlanAws | undefined): string | undefined {
  const group = aws?.securityGroups?.find(
    ({ Tags }) =>
      Array.isArray(Tags) &&
      Tags.some(tag => tag?.Key === BACKEND_TAG && tag?.Value === 'backend-sg'),
  );
  return typeof group?.GroupId === 'string' ? group.GroupId : undefined;
}

const GROUPS = /\.(securityGroups|from)\[\d+\]$/;

/** Groups of a load balancer are a set; the backend group has a name here. */
function leaves(model: unknown, backend: string | undefined) {
  const result = new Map<string, Leaf>();
  const sets = new Map<string, Leaf[]>();
  for (const [path, leaf] of leavesOf(model)) {
    const isGroup = GROUPS.test(path);
    const value =
      isGroup && backend !== undefined && leaf === backend
        ? '→ backend-security-group backend-sg'
        : leaf;
    if (isGroup && path.includes('.securityGroups[')) {
      const key = path.replace(/\[\d+\]$/, '');
      sets.set(key, [...(sets.get(key) ?? []), value]);
    } else {
      result.set(path, value);
    }
  }
  for (const [key, values] of sets) {
    values
      .map(value => (isNotModelled(value) ? value : String(value)))
      .sort()
      .forEach((value, index) => result.set(`${key}[${index}]`, value));
  }
  return result;
}

function isBelow(path: string, parent: string): boolean {
  return (
    path === parent ||
    (path.startsWith(parent) && ['.', '['].includes(path[parent.length]))
  );
}

/** The expected model against the one that the controller printed. */
export function comparePlan(options: {
  file: string;
  model: ExpectedModel;
  plan: Plan;
  aws: PlanAws | undefined;
}): FileResult {
  const { file, model, plan, aws } = options;
  const backend = backendGroupOf(aws);
  const expected = leaves(planOf(model), backend);
  const built = leaves(normalisePlan(plan), backend);
  const result = emptyResult();
  for (const [path, leaf] of expected) {
    if (isNotModelled(leaf)) {
      const below = [...built.keys()].filter(each => isBelow(each, path));
      below.forEach(each => built.delete(each));
      result.notModelled.push({
        reason: leaf.notModelled,
        count: Math.max(1, below.length),
      });
    } else {
      const value = built.get(path);
      built.delete(path);
      result.facts++;
      if (value !== leaf) {
        result.disagreements.push({
          file,
          path: `plan.${path}`,
          expected: leaf,
          built: value ?? null,
        });
      }
    }
  }
  const others = [...built.keys()].filter(
    path => !KNOWN.some(type => path.startsWith(`${type}.`)),
  );
  others.forEach(path => built.delete(path));
  if (others.length > 0) {
    result.notModelled.push({ reason: 'resource-type', count: others.length });
  }
  for (const [path, value] of built) {
    result.facts++;
    result.disagreements.push({
      file,
      path: `plan.${path}`,
      expected: null,
      built: isNotModelled(value) ? null : value,
    });
  }
  return result;
}
